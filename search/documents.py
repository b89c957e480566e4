"""What a searchable thing is. Rooms fill the registry; only this module of search is theirs to use.

A room registers one `Source` for each kind of thing it wants found, and calls
`record_change` inside the transaction that
changes it.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from portal.places.queries import Place


@dataclass(frozen=True)
class Document:
    """One searchable thing, whatever room it comes from.

    id: unique over all kinds, as `page:12`. facets: facet name -> values (slugs).
    areas: codes of the areas covered; empty means everywhere. point: (latitude, longitude).
    """

    id: str
    kind: str
    title: str
    url: str
    summary: str = ""
    body: str = ""
    keywords: str = ""
    facets: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    areas: tuple[str, ...] = ()
    point: tuple[float, float] | None = None
    reviewed: date | None = None
    boost: float = 1.0


@dataclass(frozen=True)
class Source:
    """One kind of document. `load(pks)` gives those still public; `load(None)` gives all.

    `words()` gives what the values of its facets are called: facet name -> value -> words.
    """

    kind: str
    label: str
    plural: str
    load: Callable[[Iterable[str] | None], Iterable[Document]]
    words: Callable[[], Mapping[str, Mapping[str, str]]] = dict


_sources: dict[str, Source] = {}


def register(source: Source) -> None:
    """Make a kind of document searchable. Called from an AppConfig's ready()."""
    _sources[source.kind] = source


def sources() -> Mapping[str, Source]:
    """Return all registered sources by kind."""
    return dict(_sources)


def document_id(kind: str, pk: object) -> str:
    """Return the id under which the index knows the thing."""
    return f"{kind}:{pk}"


def record_change(kind: str, pk: object) -> None:
    """Note, in the transaction under way, that a thing was made, changed or taken away."""
    record_changes(kind, [pk])


def record_changes(kind: str, pks: Iterable[object]) -> None:
    """Note the same of any number of things of one kind, at the cost of one."""
    from search.journal import write  # late: models are not ready when rooms register

    write(kind, map(str, pks))


def find_ids(text: str, kind: str) -> list[str] | None:
    """Return the pks of one kind that match by words, best first, at most 500.

    None when the text has no word to search for, or search is not ready: then do not filter by it.
    """
    from search.queries import ids_by_words  # late: rooms import this module before apps are ready

    return ids_by_words(text, kind)


def speaks_of(text: str) -> Callable[[str], bool]:
    """Return what says whether the text names a thing, in its own words or in others for it."""
    from search.queries import naming  # late, as above

    return naming(text)


def place_in(text: str) -> tuple[str, "Place | None", str]:
    """Return the text without the place it names, the place, and a whole postcode nobody knows.

    `night nurse near Easthaven` is `night nurse` and Easthaven.
    """
    from portal.places.queries import find_place  # late, as above
    from search.understanding.places import take_place

    placed = take_place(text, find_place)
    return placed.text, placed.place, placed.unknown


def crisis_level(text: str) -> str:
    """Return "emergency", "urgent" or "listen" for words of someone who may be in danger, else "".

    The page that answers then includes `search/crisis.html` with this level.
    """
    from search.understanding.crisis import level  # late, as above

    found = level(text)
    return found.value if found else ""
