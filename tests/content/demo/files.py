"""Demo files written by tests."""

from pathlib import Path

HEAD = """type: {type}
slug: {slug}
parent: {parent}
title: {slug}
summary: One sentence.
audiences: [patient]
owner: St Wyvern's Hospice
reviewed: 2026-10-05
next_review: 2027-10-05
"""


def write_page(
    folder: Path,
    slug: str,
    body: str = "",
    kind: str = "information",
    parent: str = "home",
    **more: str,
) -> Path:
    """Write one file and return its path."""
    head = HEAD.format(type=kind, slug=slug, parent=parent)
    if kind == "home":
        head = head.replace("parent: home\n", "")
    head += "".join(f"{name}: {value}\n" for name, value in more.items())
    path = folder / f"{slug}.md"
    path.write_text(f"---\n{head}---\n{body}", encoding="utf-8")
    return path
