"""Links of demo files: `page:slug`, `finder:?need=…` and `referral:pathway`, made real."""

from collections.abc import Mapping
from urllib.parse import urlsplit

from django.urls import NoReverseMatch, reverse
from django.utils.html import escape

KEPT = ("https://", "tel:", "mailto:")
ROOMS = ("/learning/", "/refer/", "/search/", "/services/")


class UnknownLink(Exception):
    """The link leads nowhere."""


def link_attributes(href: str, pages: Mapping[str, int]) -> str:
    """Return the attributes of the stored `<a>`. Raises UnknownLink.

    pages: ids of pages by slug. Links to pages are stored by id, so that they follow a move.
    """
    kind, _, target = href.partition(":")
    if kind == "page":
        if target not in pages:
            raise UnknownLink(href)
        return f'id="{pages[target]}" linktype="page"'
    return f'href="{escape(_address(href, kind, target))}"'


def _address(href: str, kind: str, target: str) -> str:
    if kind == "finder":
        return _named("services", "/services/") + target
    if kind == "referral":
        return _named("referral_start", f"/refer/{target}/", target)
    if href.startswith(ROOMS):
        return href
    if href.startswith(KEPT) and (urlsplit(href).netloc or urlsplit(href).path):
        return href
    raise UnknownLink(href)


def _named(name: str, otherwise: str, *args: str) -> str:
    try:
        return reverse(name, args=args)
    except NoReverseMatch:
        return otherwise
