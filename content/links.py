"""Links between pages: all those of one page are looked up in one query.

Wagtail looks up the links of each rich text field by itself; a page here has a dozen of them.
"""

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar

from django.utils.html import escape
from wagtail.models import Page
from wagtail.rich_text.pages import PageLinkHandler

_LINK = re.compile(r'<a\b[^>]*\blinktype="page"[^>]*>')
_ID = re.compile(r'\bid="(\d+)"')
_addresses: ContextVar[Mapping[int, str] | None] = ContextVar("addresses", default=None)


@contextmanager
def known_links(page: Page) -> Iterator[None]:
    """While it lasts, links to pages in rich text of `page` cost no further query."""
    token = _addresses.set(addresses_of(linked_ids(page)))
    try:
        yield
    finally:
        _addresses.reset(token)


def linked_ids(page: Page) -> set[int]:
    """Return the ids of the pages that the body links to."""
    text = json.dumps(page.body.get_prep_value(), ensure_ascii=False).replace('\\"', '"')
    found = (_ID.search(link) for link in _LINK.findall(text))
    return {int(match.group(1)) for match in found if match}


def addresses_of(pks: Iterable[int]) -> dict[int, str]:
    """Return the addresses of those pages that are public; one query, or none for no page."""
    wanted = list(pks)
    if not wanted:
        return {}
    pages = Page.objects.live().filter(pk__in=wanted).only("pk", "url_path", "path", "locale_id")
    return {page.pk: page.url for page in pages if page.url}


class KnownPageLinkHandler(PageLinkHandler):
    """A link to a page that is not public becomes plain words, never a dead end."""

    @classmethod
    def expand_db_attributes_many(cls, attrs_list: list[dict[str, str]]) -> list[str]:
        # A forged or damaged link has no number: 0, which is no page's.
        ids = [attrs.get("id", "") for attrs in attrs_list]
        pks = [int(each) if each.isdecimal() else 0 for each in ids]
        known = _addresses.get()
        if known is None:
            known = addresses_of(set(pks))
        return [f'<a href="{escape(known[pk])}">' if pk in known else "<a>" for pk in pks]
