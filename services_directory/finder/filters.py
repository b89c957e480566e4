"""What a filter of the finder is: choices, the condition of each, and how many services fit."""

from collections.abc import Callable, Collection, Hashable
from dataclasses import dataclass, field
from functools import reduce
from operator import or_
from uuid import UUID

from django.db.models import Q

from services_directory.board import Board
from services_directory.models import Attribute


@dataclass(frozen=True)
class Option:
    """One choice. `terms`: any of them will do. `condition`: on Service, for plain facts.

    The board asks for a condition once and keeps the answer. So `token` must be whatever else the
    condition depends on, such as the day. `on_board`: in place of a condition, what has the board
    reckon the services.
    """

    value: str
    label: str
    terms: tuple[UUID, ...] = ()
    condition: Q = field(default_factory=Q)
    token: Hashable = None
    on_board: Callable[[Board], int] | None = None


@dataclass(frozen=True)
class Filter:
    """Choices of one kind; a service must fit one of those chosen.

    `for_all`: the choice that the others include, so that nobody need make it.
    """

    key: str
    label: str
    options: tuple[Option, ...]
    of_terms: bool = False
    for_all: str = ""

    def fitting(self, board: Board, values: Collection[str]) -> int:
        """Return the services that fit one of the chosen values."""
        chosen = [option for option in self.options if option.value in values]
        return reduce(or_, (self._members(board, option) for option in chosen), 0)

    def counts(self, board: Board, services: int) -> dict[str, int]:
        """Return how many of the services fit each choice."""
        return {
            option.value: (self._members(board, option) & services).bit_count()
            for option in self.options
        }

    def label_of(self, value: str) -> str:
        return next(option.label for option in self.options if option.value == value)

    def _members(self, board: Board, option: Option) -> int:
        if option.on_board:
            return option.on_board(board)
        name = (self.key, option.value)
        if not self.of_terms:
            return board.members(name, option.condition, option.token)
        tagged = Attribute.objects.filter(taxonomy_term__in=option.terms).values("service")
        return board.members(name, Q(pk__in=tagged), frozenset(option.terms))
