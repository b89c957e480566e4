"""The words and shapes that page templates show."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from html import unescape
from typing import Any

from django.utils.html import strip_tags
from django.utils.text import slugify
from wagtail.blocks import StreamValue
from wagtail.models import Page

from content.models import BasePage, InformationPage, StagePage
from portal.vocabulary import GRIEF_STAGES

LONG_PAGE = 4
HOME_DEPTH = 2
_SECOND_LEVEL = frozenset({"emergency", "urgent", "nonurgent", "warning", "services"})
_HEADING = re.compile(r"<h2[^>]*>(.*?)</h2>", re.DOTALL)


@dataclass(frozen=True)
class Section:
    """A heading with the pages below it; no heading for the first."""

    heading: str
    pages: list[InformationPage]


def page_frame(page: BasePage) -> dict[str, Any]:
    """Return what every page template needs beside the page itself."""
    contents = contents_of(page)
    shown, others = needs_of(page)
    return {
        "trail": trail(page),
        "contents": contents if len(contents) >= LONG_PAGE else [],
        "blocks": levelled(page.body),
        "related": related_pages(page),
        "local_need": shown,
        "other_needs": others,
        "overdue": page.is_overdue(),
    }


def trail(page: Page) -> list[tuple[str, str]]:
    """Return (title, address) of the pages above, from the front page down; one query."""
    if page.depth <= HOME_DEPTH:
        return []
    above = page.get_ancestors().filter(depth__gte=HOME_DEPTH).live()
    return [("Home" if p.depth == HOME_DEPTH else p.title, p.url) for p in above if p.url]


def contents_of(page: BasePage) -> list[tuple[str, str]]:
    """Return (anchor, words) of each second-level heading in the running text."""
    sources = (block.value.source for block in page.body if block.block_type == "text")
    headings = (strip_tags(html) for source in sources for html in _HEADING.findall(source))
    return [(anchor(words), unescape(words)) for words in headings if words.strip()]


def levelled(body: StreamValue) -> list[tuple[StreamValue.StreamChild, int]]:
    """Return each block with the level of its small headings: 3 below a heading, 2 before any."""
    found, level = [], 2
    for block in body:
        found.append((block, level))
        if block.block_type in _SECOND_LEVEL or (
            block.block_type == "text" and "<h2" in block.value.source
        ):
            level = 3
    return found


def anchor(words: str) -> str:
    """Return the id under which a heading can be linked."""
    return slugify(unescape(words)) or "section"


def related_pages(page: BasePage) -> list[Page]:
    """Return the related pages that are public."""
    return [block.value for block in page.related if block.value and block.value.live]


def needs_of(page: BasePage) -> tuple[str | None, list[str]]:
    """Return the need whose services the foot shows in full, and those it only links to.

    What the body shows already is left out.
    """
    in_body = {b.value["need"] for b in page.body if b.block_type == "services"}
    left = [block.value for block in page.needs if block.value not in in_body]
    return (left[0], left[1:]) if left and not in_body else (None, left)


def stage_sections(hub: StagePage, pages: Iterable[InformationPage]) -> list[Section]:
    """Return the hub's own pages, then those of other stages that name this one as well."""
    found = list(pages)
    own = [page for page in found if page.path.startswith(hub.path)]
    other = [page for page in found if not page.path.startswith(hub.path)]
    sections = [Section("In this part", own), Section("Also useful at this time", other)]
    return [section for section in sections if section.pages]


def stage_path(stages: Iterable[StagePage], current: str = "") -> list[dict[str, Any]]:
    """Return the stages for components/stage_path.html."""
    return [
        {
            "label": stage.title,
            "url": stage.url,
            "line": stage.summary,
            "current": stage.stage == current,
            "grief": stage.stage in GRIEF_STAGES,
        }
        for stage in stages
    ]
