"""What a list gives: the keys of all that fits, and how to read a few of them whole.

The keys are at hand, so that the last page costs what the first does.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from math import ceil
from typing import Any

from django.db.models import QuerySet

from services_directory.board.keys import Keys
from services_directory.open_data.serialisers.values import Json

Serialise = Callable[[Any], Json]
CHUNK = 500


@dataclass(frozen=True)
class Listed:
    """All that fits, in the order of the keys. `rows` reads any of them, in that order.

    `gather`: adds what hangs on the rows of a chunk. `is_short`: there are a few hundred at most.
    """

    rows: QuerySet[Any]
    find: Callable[[], Keys]
    gather: Callable[[QuerySet[Any]], Iterable[Any]] = iter
    is_short: bool = False

    @cached_property
    def keys(self) -> Keys:
        return self.find()

    def read(self, start: int, stop: int, chunk: int = CHUNK) -> Iterator[Any]:
        """Yield the rows from the start-th to before the stop-th, a chunk at a time."""
        for first in range(start, min(stop, len(self.keys)), chunk):
            keys = self.keys.page(first, min(first + chunk, stop))
            yield from self.gather(self.rows.filter(pk__in=keys))


def envelope(listed: Listed, serialise: Serialise, page: int, per_page: int) -> Json:
    """Return one page, in the names of both published 3.0 texts.

    A page after the last is empty, and counts as last.
    """
    total = len(listed.keys)
    total_pages = ceil(total / per_page)
    start = (page - 1) * per_page
    contents = [serialise(row) for row in listed.read(start, start + per_page)]
    return {
        "total_items": total,
        "total_pages": total_pages,
        "page_number": page,
        "size": len(contents),
        "first_page": page == 1,
        "last_page": page >= total_pages,
        "empty": not contents,
        "contents": contents,
    }
