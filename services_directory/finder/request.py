"""What a visitor asks the finder, read from the address. Nonsense is left out and named."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from urllib.parse import urlencode

from django.http import QueryDict

from portal.places.queries import Place, find_place
from portal.vocabulary import Mode
from search.documents import place_in
from services_directory.finder.filters import Filter
from services_directory.finder.shortlist import shortlist as lists
from services_directory.finder.shortlist.shortlist import Shortlist

LONGEST_TEXT = 200
MILES = (1, 2, 5, 10, 15, 25, 50)
SORTS = {
    "best": "Best first",
    "nearest": "Nearest first",
    "soonest": "Soonest first",
    "name": "A to Z",
}
Chosen = Mapping[str, tuple[str, ...]]


@dataclass(frozen=True)
class Ask:
    """A request that makes sense. `near` is as typed; `place` is None when it is not known."""

    text: str = ""
    chosen: Chosen = field(default_factory=dict)
    near: str = ""
    place: Place | None = None
    miles: int | None = None
    sort: str = "best"
    page: int = 1
    notes: tuple[str, ...] = ()
    shortlist: Shortlist = field(default_factory=Shortlist)

    @property
    def is_empty(self) -> bool:
        """Say whether nothing narrows the list."""
        return not (self.text or self.chosen or self.place)

    @property
    def wants_a_place(self) -> bool:
        """Say whether only help in person will do: then a phone is none."""
        return self.chosen.get("mode") == (Mode.IN_PERSON,)

    def has(self, name: str) -> bool:
        """Say whether a filter, `text`, `near` or `miles` is asked for."""
        plain = {"text": self.text, "near": self.place, "miles": self.place and self.miles}
        return bool(plain[name] if name in plain else self.chosen.get(name))

    def without(self, name: str, value: str | None = None) -> "Ask":
        """Return the request less one filter, one of its values, or `text`, `near`, `miles`."""
        if name == "text":
            return replace(self, text="")
        if name == "near":
            return replace(self, near="", place=None, miles=None)
        if name == "miles":
            return replace(self, miles=None)
        left = tuple(v for v in self.chosen.get(name, ()) if value is not None and v != value)
        others = {key: values for key, values in self.chosen.items() if key != name}
        return replace(self, chosen={**others, name: left} if left else others)

    def query(self, page: int = 1) -> str:
        """Return the address's query, `?` included, the visitor's list too."""
        pairs = [("q", self.text), ("near", self.near)]
        pairs += [(key, value) for key, values in self.chosen.items() for value in values]
        pairs += [("distance", str(self.miles or ""))]
        pairs += [("sort", self.sort if self.sort != "best" else "")]
        pairs += [("page", str(page) if page > 1 else "")]
        pairs += [(lists.PARAMETER, self.shortlist.text)]
        return "?" + urlencode([(key, value) for key, value in pairs if value])


def read(query: QueryDict, filters: Sequence[Filter]) -> Ask:
    """Return what is asked, with a note for each thing that could not be understood."""
    text, near, place = _where(_clean(query.get("q", "")), _clean(query.get("near", "")))
    chosen, unknown = _choices(query, filters)
    notes = [f"We do not know “{value}”, so it was left out." for value in unknown]
    if near and place is None:
        notes.append(f"We do not know the place “{near}”. Enter a postcode or a town near you.")
    miles = _miles(query.get("distance", ""), notes)
    sort = _sort(query.get("sort", ""), place, notes)
    page = query.get("page", "")
    return Ask(
        text=text,
        chosen=chosen,
        near=near,
        place=place,
        miles=miles if place else None,
        sort=sort,
        page=max(int(page), 1) if page.isdecimal() and len(page) < 7 else 1,
        notes=tuple(notes),
        shortlist=lists.read(query),
    )


def _clean(text: str | None) -> str:
    printable = "".join(c if c.isprintable() else " " for c in (text or "")[: 4 * LONGEST_TEXT])
    return " ".join(printable.split())[:LONGEST_TEXT]


def _where(text: str, near: str) -> tuple[str, str, Place | None]:
    """Return words, place as typed, and the place; one that the words name is a place too."""
    if near:
        return text, near, find_place(near)
    rest, place, unknown = place_in(text)
    return rest, place.name if place else unknown, place


def _choices(query: QueryDict, filters: Iterable[Filter]) -> tuple[Chosen, list[str]]:
    chosen: dict[str, tuple[str, ...]] = {}
    unknown: list[str] = []
    for each in filters:
        known = {option.value for option in each.options}
        given = dict.fromkeys(value for value in query.getlist(each.key) if value)
        if fitting := tuple(value for value in given if value in known):
            chosen[each.key] = fitting
        unknown += [_clean(value)[:60] for value in given if value not in known]
    return chosen, list(dict.fromkeys(filter(None, unknown)))[:3]


def _miles(text: str | None, notes: list[str]) -> int | None:
    if not text:
        return None
    if text.isdecimal() and len(text) < 5 and int(text) > 0:
        return int(text)
    notes.append("Choose a distance from the list.")
    return None


def _sort(text: str | None, place: Place | None, notes: list[str]) -> str:
    if text == "nearest" and place is None:
        notes.append("Enter a postcode or town to see the nearest first.")
        return "best"
    if text and text not in SORTS:
        notes.append("Choose an order from the list.")
    return text if text in SORTS else "best"
