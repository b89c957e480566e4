"""Template tags of the content room."""

import re
from typing import Any

from django import template
from django.utils.safestring import SafeString, mark_safe
from wagtail.rich_text import RichText, expand_db_html

from content import presenters, queries

register = template.Library()

_HEADING = re.compile(r"<(h[23])[^>]*>(.*?)</\1>", re.DOTALL)
_BLOCK_KEY = re.compile(r' data-block-key="[^"]*"')


@register.simple_tag
def page_link(slug: str) -> str:
    """Return the address of a page by slug, or the front page's while it is not public."""
    return queries.page_url(slug) or "/"


@register.filter
def html(text: RichText) -> SafeString:
    """Return rich text as HTML; its headings can be linked."""
    expanded = expand_db_html(_BLOCK_KEY.sub("", text.source))
    return mark_safe(_HEADING.sub(_with_id, expanded))  # noqa: S308  (the editor's allow-list)


@register.simple_tag
def upcoming_sessions(limit: int = 4) -> list[Any]:
    """Return the next classes and groups that are open to the public."""
    from content.learning.queries import upcoming_public_sessions

    return upcoming_public_sessions(limit)


def _with_id(heading: re.Match[str]) -> str:
    tag, words = heading.groups()
    return f'<{tag} id="{presenters.anchor(re.sub("<[^>]+>", "", words))}">{words}</{tag}>'
