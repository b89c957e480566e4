"""Walk over a feed on the web, page by page, without trusting what its pages say of themselves."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any
from urllib.parse import parse_qsl, quote, urlencode, urlsplit, urlunsplit

from services_directory.imports.cleaning.fields import digest
from services_directory.imports.fetch import NotThere, Server
from services_directory.imports.readers.envelope import Page, page_of
from services_directory.imports.readers.texts import is_too_deep
from services_directory.imports.records import FeedProblem, Json

PER_PAGE = 100
MOST_PAGES = 20_000
_EMPTY_PAGES = 2


@dataclass(frozen=True)
class Stub:
    """The common beginning of a feed's addresses, with what its query must hold."""

    base: str
    query: tuple[tuple[str, str], ...] = ()

    def address(self, path: str, **query: object) -> str:
        """Return the address of a list or an object."""
        asked = [*self.query, *((name, str(value)) for name, value in query.items())]
        return f"{self.base}/{path}" + (f"?{urlencode(asked)}" if asked else "")

    def one(self, path: str, key: str) -> str:
        return self.address(f"{path}/{quote(key, safe='', errors='replace')}")


def stub_of(url: str) -> Stub:
    """Return the stub of an address that may be the stub or already that of the services."""
    parts = urlsplit(url.strip())
    path = parts.path.rstrip("/").removesuffix("/services")
    asked = parse_qsl(parts.query)
    ours = {"page", "per_page", "perPage", "full", "format"}
    kept = tuple((name, value) for name, value in asked if name not in ours)
    return Stub(urlunsplit((parts.scheme, parts.netloc, path, "", "")), kept)


def pages(server: Server, stub: Stub, path: str, cursor: Json) -> Iterator[Page]:
    """Yield the pages of a list, and after each set `page` of the cursor to the next.

    It ends at an empty page past which the feed promises nothing, at a page seen before, or when
    the feed says so and has given all that it promised. `total_pages` is not believed.
    """
    seen: list[str] = cursor.setdefault("pages", [])
    empty = 0
    while (number := int(cursor.get("page", 1))) <= MOST_PAGES:
        page = _page(server, stub, path, number)
        if page is None:
            if int(cursor.get("seen", 0)) < int(cursor.get("promised") or 0):
                raise FeedProblem("The feed ends before all that it promises has come.")
            return
        mark = digest(_keys(page))
        if page.items and mark in seen:
            return
        empty = 0 if page.items else empty + 1
        cursor["page"], cursor["promised"] = number + 1, page.total
        cursor["seen"] = int(cursor.get("seen", 0)) + len(page.items)
        if page.items:
            seen.append(mark)
            yield page
        if _is_over(page, number, cursor["seen"], empty):
            return
    raise FeedProblem("The feed does not end.")


def _page(server: Server, stub: Stub, path: str, number: int) -> Page | None:
    """Return a page; None for one that is not there any more."""
    try:
        page = page_of(server.json(_address(stub, path, number)))
    except NotThere:
        if number == 1:
            raise
        return None
    if number == 1 and page.number == 1 and page.first is False:  # it counts from 0
        zero = page_of(server.json(_address(stub, path, 0)))
        return Page(zero.items + page.items, zero.total, page.pages, 1, True, page.last)
    return page


def _address(stub: Stub, path: str, number: int) -> str:
    return stub.address(path, page=number, per_page=PER_PAGE, perPage=PER_PAGE, full="true")


def _is_over(page: Page, number: int, seen: int, empty: int) -> bool:
    promised = page.total if page.total is not None else 0
    if not page.items:
        return empty > _EMPTY_PAGES or seen >= promised
    says_so = (
        page.last if page.last is not None else page.pages is not None and number >= page.pages
    )
    bare = page.last is None and page.pages is None and page.total is None
    return bool(says_so and seen >= promised) or (
        bare and len(page.items) < PER_PAGE and number > 1
    )


def _keys(page: Page) -> list[Any]:
    """Return what tells this page from others; what is nested beyond use tells nothing."""
    found = [each.get("id", each) if isinstance(each, dict) else each for each in page.items]
    return [None if is_too_deep(each) else each for each in found]
