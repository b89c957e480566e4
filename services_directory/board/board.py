"""The board: public services in the order of their names, with what is known of them as bits."""

from collections.abc import Callable, Collection, Hashable, Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any, TypeVar
from uuid import UUID

from django.db.models import CharField, Q, Value
from django.db.models.functions import Cast, Replace

from services_directory.board import bits
from services_directory.board.changes import Version
from services_directory.models import Service

MOST_REMEMBERED = 64
# A key as text, on every database. A board is read from a million of them, and making each a UUID
# took most of the time.
HEXADECIMAL = Replace(Cast("pk", CharField()), Value("-"))
Entry = tuple[str, UUID]  # as sorted: folded name, key
Load = Callable[[Collection[UUID] | None], dict[UUID, Any]]
Made = TypeVar("Made")


@dataclass(frozen=True)
class Members:
    """The services for which a condition holds. `token`: what else the condition depends on."""

    condition: Q
    token: Hashable
    bits: int


@dataclass(frozen=True)
class Facts:
    """A value for some services, and how to read it anew."""

    load: Load
    values: Mapping[UUID, Any]


class Board:
    """What was public at one version of the directory. Asked things are read once and kept.

    A set of services is a whole number; bit n stands for `order[n]`.
    """

    def __init__(self, version: Version, seen: frozenset[int] = frozenset()) -> None:
        self.version = version
        self.seen = seen  # numbers of the last changes that it holds
        self.members_by_name: dict[Hashable, Members] = {}
        self.facts_by_name: dict[str, Facts] = {}
        self._shelves: dict[str, dict[Hashable, Any]] = {}

    @cached_property
    def order(self) -> list[Entry]:
        rows = Service.objects.public().order_by().values_list("name", "pk")
        return sorted((sort_name(name), pk) for name, pk in rows)

    @cached_property
    def position(self) -> dict[str, int]:
        """Where each service is, by its key in hexadecimal: text is found quicker than a UUID."""
        return {key.hex: at for at, (_, key) in enumerate(self.order)}

    def place_of(self, key: UUID) -> int | None:
        return self.position.get(key.hex)

    @property
    def everyone(self) -> int:
        return bits.everything(len(self.order))

    def members(self, name: Hashable, condition: Q, token: Hashable = None) -> int:
        """Return the services for which the condition holds.

        It is asked of the database once, and again when the token is another one; changes of
        single services are followed. The same name must always mean the same condition.
        """
        known = self.members_by_name.get(name)
        if known is None or known.token != token:
            known = Members(condition, token, self.select(condition))
            self.members_by_name[name] = known
        return known.bits

    def facts(self, name: str, load: Load) -> Mapping[UUID, Any]:
        """Return a value by key. `load` reads it for the keys given, or for all services."""
        if name not in self.facts_by_name:
            self.facts_by_name[name] = Facts(load, load(None))
        return self.facts_by_name[name].values

    def remember(
        self, shelf: str, name: Hashable, make: Callable[[], Made], most: int = MOST_REMEMBERED
    ) -> Made:
        """Return what `make` gives, kept until the directory changes.

        A shelf holds `most` things; the oldest makes room.
        """
        kept = self._shelves.setdefault(shelf, {})
        if name in kept:
            return kept[name]  # type: ignore[no-any-return]
        made = make()
        for oldest in list(kept)[: max(len(kept) + 1 - most, 0)]:  # others may do the same
            kept.pop(oldest, None)
        kept[name] = made
        return made

    def select(self, condition: Q) -> int:
        """Ask the database now which services fit. The board knows which of them are public."""
        fitting = Service.objects.filter(condition).order_by()
        return self._bits_of(fitting.values_list(HEXADECIMAL, flat=True))

    def bits_of(self, keys: Iterable[UUID]) -> int:
        """Return the set of these services; unknown keys are left out."""
        return self._bits_of(key.hex for key in keys)

    def _bits_of(self, texts: Iterable[str]) -> int:
        known = map(self.position.get, texts)
        return bits.of((place for place in known if place is not None), len(self.order))

    def keys_of(self, places: Iterable[int]) -> list[UUID]:
        order = self.order
        return [order[place][1] for place in places]


def sort_name(name: str) -> str:
    """Return the name as it is sorted: capitals count as small letters, on every database."""
    return name.casefold()
