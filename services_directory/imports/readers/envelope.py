"""A page of a list, in the names of ORUK 3.0, of 1.0, or of neither."""

from dataclasses import dataclass
from typing import Any

from services_directory.imports.cleaning.numbers import whole
from services_directory.imports.records import FeedProblem, Json

LISTS = ("contents", "content", "services", "items", "data", "results", "records")
_MOST = 100_000_000


@dataclass(frozen=True)
class Page:
    """What a page says of itself; None where it says nothing."""

    items: list[Any]
    total: int | None = None
    pages: int | None = None
    number: int | None = None
    first: bool | None = None
    last: bool | None = None


def page_of(body: Any) -> Page:
    """Return the page; a bare list is one. Raises FeedProblem for anything else."""
    if isinstance(body, list):
        return Page(body)
    if not isinstance(body, dict):
        raise FeedProblem("The answer is no list of services.")
    items = _items(body)
    if items is None:
        raise FeedProblem("The answer is no list of services.")
    return Page(
        items,
        total=_number(body, "total_items", "totalElements", "total", "totalItems"),
        pages=_number(body, "total_pages", "totalPages"),
        number=_number(body, "page_number", "number", "pageNumber"),
        first=_flag(body, "first_page", "first", "firstPage"),
        last=_flag(body, "last_page", "last", "lastPage"),
    )


def _items(body: Json) -> list[Any] | None:
    for name in LISTS:
        if isinstance(body.get(name), list):
            return list(body[name])
    is_empty = body.get("empty") is True or _number(body, "total_items", "totalElements") == 0
    return [] if is_empty else None


def _number(body: Json, *names: str) -> int | None:
    found = (whole(body.get(name), _MOST)[0] for name in names)
    return next((each for each in found if each is not None), None)


def _flag(body: Json, *names: str) -> bool | None:
    found = (body.get(name) for name in names)
    return next((each for each in found if isinstance(each, bool)), None)
