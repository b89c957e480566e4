"""The list itself: keys in the visitor's order, read from the address and written back to it."""

from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import urlencode
from uuid import UUID

from django.http import QueryDict

from services_directory.finder.shortlist.codes import code_of, key_of

PARAMETER = "list"
MOST = 20
_SEPARATOR = "."
# More than this was not made by us.
_LONGEST = 4000


@dataclass(frozen=True)
class Shortlist:
    """At most 20 keys. `unreadable`: how many codes of the address named nothing."""

    keys: tuple[UUID, ...] = ()
    unreadable: int = 0

    def __len__(self) -> int:
        return len(self.keys)

    def __iter__(self) -> Iterator[UUID]:
        return iter(self.keys)

    @property
    def is_full(self) -> bool:
        return len(self.keys) >= MOST

    @property
    def text(self) -> str:
        """The codes as one value of an address; empty without any."""
        return _SEPARATOR.join(map(code_of, self.keys))

    @property
    def query(self) -> str:
        """The address's query with `?`; empty for an empty list."""
        return "?" + urlencode({PARAMETER: self.text}) if self.keys else ""

    def added(self, key: UUID) -> "Shortlist":
        """Return the list with the key at its end, once; a full list stays as it is."""
        return self if key in self.keys or self.is_full else Shortlist((*self.keys, key))

    def without(self, key: UUID) -> "Shortlist":
        return Shortlist(tuple(each for each in self.keys if each != key))

    def raised(self, key: UUID) -> "Shortlist":
        """Return the list with the key one place nearer the top."""
        keys = list(self.keys)
        place = keys.index(key)
        if place:
            keys[place - 1], keys[place] = keys[place], keys[place - 1]
        return Shortlist(tuple(keys))


def read(query: QueryDict) -> Shortlist:
    """Return the list that an address or a form holds; what cannot be read is counted."""
    codes = [code for code in query.get(PARAMETER, "")[:_LONGEST].split(_SEPARATOR) if code]
    keys = dict.fromkeys(filter(None, map(key_of, codes)))
    unreadable = sum(key_of(code) is None for code in codes)
    return Shortlist(tuple(keys)[:MOST], unreadable + max(len(keys) - MOST, 0))
