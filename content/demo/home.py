"""The doors of the demo home page."""

from collections.abc import Callable, Mapping
from typing import Any

Door = Callable[[Mapping[str, Any]], dict[str, Any]]


def _page(heading: str, text: str, slug: str) -> Door:
    def door(pages: Mapping[str, Any]) -> dict[str, Any]:
        page = pages.get(slug)
        return {
            "heading": heading,
            "text": text,
            "page": page.pk if page else None,
            "path": "" if page else "/",
        }

    return door


def _path(heading: str, text: str, path: str) -> Door:
    return lambda pages: {"heading": heading, "text": text, "page": None, "path": path}


DOORS: list[Door] = [
    _page(
        "Someone has died",
        "What to do first, at home, in hospital or in a care home.",
        "what-to-do-when-someone-dies",
    ),
    _page(
        "I look after someone",
        "Help for you, a break, and someone to talk to.",
        "looking-after-yourself-as-a-carer",
    ),
    _path(
        "Ask for help yourself",
        "You do not need a doctor to ask. You can ask for someone else too.",
        "/refer/",
    ),
]
