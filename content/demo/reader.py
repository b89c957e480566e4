"""Read a demo file: front matter, then Markdown with `::: kind Title` blocks."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from content.demo.errors import DemoFileError

FENCE = ":::"
REQUIRED = ("type", "slug", "title", "summary", "audiences", "owner", "reviewed", "next_review")


@dataclass(frozen=True)
class Part:
    """A stretch of the body: `kind` is "text" or the word after the colons."""

    kind: str
    title: str
    text: str
    line: int


@dataclass(frozen=True)
class PageFile:
    path: Path
    meta: dict[str, Any]
    parts: list[Part]

    @property
    def slug(self) -> str:
        return str(self.meta["slug"])

    def error(self, line: int, words: str) -> DemoFileError:
        return DemoFileError(self.path, line, words)


def read_pages(folder: Path) -> list[PageFile]:
    """Return all pages below the folder. Raises DemoFileError for the first that is wrong."""
    pages = [read_page(path) for path in sorted(folder.rglob("*.md"))]
    seen: dict[str, PageFile] = {}
    for page in pages:
        if page.slug in seen:
            raise page.error(1, f"the slug is used by {seen[page.slug].path.name} as well")
        seen[page.slug] = page
    return pages


def read_page(path: Path) -> PageFile:
    """Return one file as front matter and parts."""
    head, separator, body = (
        path.read_text(encoding="utf-8").removeprefix("---\n").partition("\n---\n")
    )
    if not separator:
        raise DemoFileError(path, 1, "there is no front matter between two lines of ---")
    meta = _front_matter(path, head)
    return PageFile(path, meta, _parts(path, body, head.count("\n") + 4))


def _front_matter(path: Path, head: str) -> dict[str, Any]:
    try:
        meta = yaml.safe_load(head)
    except yaml.YAMLError as trouble:
        line = getattr(getattr(trouble, "problem_mark", None), "line", 0) + 2
        raise DemoFileError(path, line, "the front matter is not YAML") from trouble
    if not isinstance(meta, dict):
        raise DemoFileError(path, 1, "the front matter is not a list of names and values")
    if missing := [name for name in REQUIRED if name not in meta]:
        raise DemoFileError(path, 1, f"the front matter has no {', '.join(missing)}")
    return meta


def _parts(path: Path, body: str, first_line: int) -> list[Part]:
    parts: list[Part] = []
    kind, title, began, lines = "text", "", first_line, list[str]()

    def close() -> None:
        if kind != "text" or "".join(lines).strip():
            parts.append(Part(kind, title, "\n".join(lines).strip("\n"), began))

    for number, line in enumerate(body.splitlines(), first_line):
        if not line.startswith(FENCE):
            lines.append(line)
            continue
        opening = line.removeprefix(FENCE).strip()
        if opening and kind != "text":
            raise DemoFileError(path, number, f"::: {kind} of line {began} is still open")
        if not opening and kind == "text":
            raise DemoFileError(path, number, "::: closes nothing")
        close()
        word, _, rest = opening.partition(" ")
        kind, title, began, lines = word or "text", rest.strip(), number, []
    if kind != "text":
        raise DemoFileError(path, began, f"::: {kind} is never closed")
    close()
    return parts
