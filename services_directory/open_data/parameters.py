"""What a data user asks: the union of the parameters of both published 3.0 texts.

Parameters that nobody knows are let pass, as the standard's own clients send some of their own.
A blank value counts as none. The first value that cannot be understood ends in BadParameter.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, time
from typing import TypeVar
from uuid import UUID

from django.http import QueryDict

from portal.places.queries import Place, find_place
from services_directory.open_data import readers
from services_directory.open_data.readers import BadParameter

PER_PAGE, MOST_PER_PAGE = 20, 100
# The standard asks for all services in one answer when only keys and dates are wanted.
MOST_MINIMAL = 100_000
LAST_PAGE = 1_000_000
FARTHEST_METRES = 2_000_000
OLDEST = 130
LONGEST_TEXT = 200
FORMATS = ("json", "ndjson")
Read = TypeVar("Read")


@dataclass(frozen=True)
class Asked:
    """A request that makes sense. `proximity` is in metres from `place`; `day` is MO to SU."""

    page: int
    per_page: int
    ndjson: bool
    minimal: bool
    full: bool
    full_service: bool
    top_only: bool
    search: str
    organization_id: UUID | None
    taxonomy_id: UUID | None
    taxonomy_term_id: UUID | None
    parent_id: UUID | None
    modified_after: datetime | None
    place: Place | None
    proximity: int | None
    minimum_age: int | None
    maximum_age: int | None
    day: str | None
    start_time: time | None
    end_time: time | None

    @property
    def narrows(self) -> bool:
        """Say whether anything but a place leaves services out."""
        given = (
            self.search, self.organization_id, self.taxonomy_id, self.taxonomy_term_id,
            self.modified_after, self.day, self.start_time, self.end_time,
        )  # fmt: skip
        return any(given) or self.minimum_age is not None or self.maximum_age is not None


class _Query:
    """The values by name, trimmed."""

    def __init__(self, query: QueryDict) -> None:
        self.query = query

    def text(self, name: str) -> str:
        return (self.query.get(name) or "").strip()

    def one(self, name: str, reader: Callable[[str, str], Read]) -> Read | None:
        """Return the value as read, or None without one."""
        text = self.text(name)
        return reader(name, text) if text else None

    def flag(self, name: str) -> bool:
        return bool(self.one(name, readers.yes_or_no))

    def number(self, name: str, least: int, most: int) -> int | None:
        text = self.text(name)
        return readers.whole_number(name, text, least, most) if text else None


def read(query: QueryDict, **fixed: str) -> Asked:
    """Return what is asked; raise BadParameter for the first value that makes no sense.

    `fixed` values stand in place of those of the query.
    """
    query = query.copy()
    query.update(fixed)
    given = _Query(query)
    minimal = given.flag("minimal")
    place = given.one("postcode", _place)
    return Asked(
        page=given.number("page", 1, LAST_PAGE) or 1,
        per_page=_per_page(given, minimal),
        ndjson=given.one("format", _format) == "ndjson",
        minimal=minimal,
        full=given.flag("full"),
        full_service=given.flag("full_service"),
        top_only=given.flag("top_only"),
        search=_printable(given.text("search")),
        organization_id=given.one("organization_id", readers.key),
        taxonomy_id=given.one("taxonomy_id", readers.key),
        taxonomy_term_id=given.one("taxonomy_term_id", readers.key),
        parent_id=given.one("parent_id", readers.key),
        modified_after=given.one("modified_after", readers.moment),
        place=place,
        proximity=_proximity(given, place),
        minimum_age=given.number("minimum_age", 0, OLDEST),
        maximum_age=given.number("maximum_age", 0, OLDEST),
        day=given.one("day", readers.weekday),
        start_time=given.one("start_time", readers.clock),
        end_time=given.one("end_time", readers.clock),
    )


def _per_page(given: _Query, minimal: bool) -> int:
    """Read `per_page`, or `perPage`, the name by which the official validator asks."""
    name = "per_page" if given.text("per_page") else "perPage"
    most = MOST_MINIMAL if minimal else MOST_PER_PAGE
    return given.number(name, 1, most) or (most if minimal else PER_PAGE)


def _format(name: str, text: str) -> str:
    if text.lower() not in FORMATS:
        raise BadParameter(f"{name} must be json or ndjson.")
    return text.lower()


def _place(name: str, text: str) -> Place:
    """Find the place. What was sent is not said again: a postcode may be somebody's home."""
    place = find_place(text)
    if place is None:
        raise BadParameter(f"{name} must be a postcode of the area that this directory serves.")
    return place


def _proximity(given: _Query, place: Place | None) -> int | None:
    metres = given.number("proximity", 0, FARTHEST_METRES)
    if metres is not None and place is None:
        raise BadParameter("proximity needs a postcode to measure from.")
    return metres


def _printable(text: str) -> str:
    return "".join(c if c.isprintable() else " " for c in text[:LONGEST_TEXT]).strip()
