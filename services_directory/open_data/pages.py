"""The envelope of every list, in the names of both published 3.0 texts."""

from collections.abc import Callable
from math import ceil
from typing import Any

from django.db.models import QuerySet

from services_directory.open_data.serialisers.values import Json

Serialise = Callable[[Any], Json]


def envelope(rows: QuerySet[Any], serialise: Serialise, page: int, per_page: int) -> Json:
    """Return one page of rows. A page after the last is empty, and counts as last."""
    total = rows.count()
    total_pages = ceil(total / per_page)
    start = (page - 1) * per_page
    contents = [serialise(row) for row in rows[start : start + per_page]] if start < total else []
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
