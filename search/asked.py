"""What an address of the search page asks for. Whatever it holds, something sensible comes out."""

import re
from dataclasses import dataclass, field

from django.http import QueryDict

from search.understanding.words import normalise, tokens

# The facets of the form, in its order, with the words above each.
FACETS = {
    "kind": "What",
    "stage": "When",
    "audience": "Who it is for",
    "topic": "About",
    "need": "Help with",
    "mode": "How",
}
MOST_VALUES = 20
MOST_PAGES = 10_000
_SLUG = re.compile(r"[\w-]{1,60}", re.ASCII)


@dataclass(frozen=True)
class Asked:
    """Words, tidied; chosen values by facet; page from 1; whether to put spelling right."""

    text: str = ""
    facets: dict[str, tuple[str, ...]] = field(default_factory=dict)
    page: int = 1
    correct: bool = True

    @property
    def anything(self) -> bool:
        return bool(tokens(self.text) or self.facets)


def read(query: QueryDict) -> Asked:
    """Read `q`, the facets, `page` and `exact=1`; what makes no sense is left out."""
    values = {name: _slugs(query.getlist(name)) for name in FACETS}
    return Asked(
        text=normalise(query.get("q") or ""),
        facets={name: found for name, found in values.items() if found},
        page=_page(query.get("page") or ""),
        correct=query.get("exact") != "1",
    )


def _slugs(values: list[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(v for v in values[:MOST_VALUES] if _SLUG.fullmatch(v)))


def _page(text: str) -> int:
    if not (text.isascii() and text.isdigit() and len(text) < 6):
        return 1
    return min(max(int(text), 1), MOST_PAGES)
