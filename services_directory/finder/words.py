"""Match services by words: the search index when it is ready, else the database."""

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import reduce
from operator import and_
from uuid import UUID

from django.db.models import Q

from search import documents
from services_directory.board import Board

_FIELDS = ("name", "summary", "description", "organization__name")


@dataclass(frozen=True)
class Words:
    """A condition on Service, and ranks (0 is best) by pk where the index gave them.

    `speaks_of`: whether the words name a thing, in its own words or in others for it.
    """

    condition: Q = field(default_factory=Q)
    ranks: dict[UUID, int] = field(default_factory=dict)
    speaks_of: Callable[[str], bool] = lambda name: True

    def fitting(self, board: Board) -> int:
        """Return the services that match."""
        if self.ranks:
            return board.bits_of(self.ranks)
        return board.select(self.condition) if self.condition else board.everyone


def match(text: str) -> Words:
    """Return what matches the text; without a single letter or figure everything does."""
    words = [word for word in text.split() if any(map(str.isalnum, word))]
    if not words:
        return Words()
    ids = documents.find_ids(text, "service")
    if ids is not None:
        ranks = {UUID(pk): rank for rank, pk in enumerate(ids)}
        return Words(Q(pk__in=list(ranks)), ranks, documents.speaks_of(text))
    return Words(reduce(and_, (_anywhere(word) for word in words[:10])))


def _anywhere(word: str) -> Q:
    condition = Q()
    for name in _FIELDS:
        condition |= Q(**{f"{name}__icontains": word})
    return condition
