"""Parts of a demo file to blocks of a page. A new kind of block is one line in BUILDERS."""

import datetime
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

import yaml

from content.demo.links import UnknownLink
from content.demo.markdown import UnknownElement, to_html, to_lines
from content.demo.reader import PageFile, Part
from content.models import Timescale
from portal.contacts.models import ContactPoint

_TIMESCALE = frozenset({"item", "provider", "how", "usual", "late", "checked", "owner"})


@dataclass(frozen=True)
class Known:
    """What parts may name: ids of pages by slug, of contacts by key."""

    pages: Mapping[str, int]
    contacts: Mapping[str, int]

    @classmethod
    def now(cls, pages: Mapping[str, int]) -> "Known":
        return cls(pages, dict(ContactPoint.objects.values_list("key", "pk")))


class WrongPart(Exception):
    """The part cannot become a block; the words say why."""


def body_of(file: PageFile, known: Known) -> list[dict[str, Any]]:
    """Return the stored form of the body. Raises DemoFileError with file and line."""
    return [_block(file, part, known) for part in file.parts]


def _block(file: PageFile, part: Part, known: Known) -> dict[str, Any]:
    builder = BUILDERS.get(part.kind)
    if builder is None:
        raise file.error(part.line, f"::: {part.kind} is not a kind of block")
    try:
        return {"type": part.kind, "value": builder(part, known)}
    except UnknownElement as trouble:
        line = part.line + trouble.line + (part.kind != "text")
        raise file.error(line, f"{part.kind} cannot hold {trouble}") from trouble
    except UnknownLink as trouble:
        raise file.error(part.line, f"the link {trouble} leads nowhere") from trouble
    except WrongPart as trouble:
        raise file.error(part.line, str(trouble)) from trouble


def _text(part: Part, known: Known) -> str:
    return to_html(part.text, known.pages)


def _headed(part: Part, known: Known) -> dict[str, Any]:
    return {"heading": _title(part), "body": to_html(part.text, known.pages)}


def _inset(part: Part, known: Known) -> dict[str, Any]:
    return {"body": to_html(part.text, known.pages)}


def _details(part: Part, known: Known) -> dict[str, Any]:
    return {"summary": _title(part), "body": to_html(part.text, known.pages)}


def _list(part: Part, known: Known) -> dict[str, Any]:
    return {"heading": _title(part), "rows": to_lines(part.text, known.pages)}


def _steps(part: Part, known: Known) -> dict[str, Any]:
    return {"rows": to_lines(part.text, known.pages)}


def _contact(part: Part, known: Known) -> dict[str, Any]:
    if part.title not in known.contacts:
        raise WrongPart(f"there is no contact {part.title!r}")
    return {"contact": known.contacts[part.title]}


def _services(part: Part, known: Known) -> dict[str, Any]:
    return {"need": _title(part)}


def _quote(part: Part, known: Known) -> dict[str, Any]:
    return {"who": _title(part), "words": to_html(part.text, known.pages)}


def _timescales(part: Part, known: Known) -> dict[str, Any]:
    try:
        rows = yaml.safe_load(part.text)
    except yaml.YAMLError:
        rows = None
    if not isinstance(rows, list) or not all(isinstance(row, dict) for row in rows):
        raise WrongPart("timescale wants YAML rows that begin with - item:")
    return {"heading": part.title, "timescales": [_timescale(row) for row in rows]}


def _timescale(row: dict[str, Any]) -> int:
    """Return the id of the timescale, made if nobody made it before."""
    if unknown := (set(row) ^ _TIMESCALE) - {"return"}:
        raise WrongPart(f"a timescale has {', '.join(sorted(unknown))} too much or too little")
    if not isinstance(row["checked"], datetime.date):
        raise WrongPart("checked is not a date like 2026-11-02")
    facts = {name: row[name] for name in _TIMESCALE - {"item", "provider"}}
    timescale, _ = Timescale.objects.get_or_create(
        item=row["item"],
        provider=row["provider"],
        defaults={**facts, "returns": row.get("return") or ""},
    )
    return timescale.pk


def _title(part: Part) -> str:
    if not part.title:
        raise WrongPart(f"::: {part.kind} has no title after it")
    return part.title


BUILDERS: dict[str, Callable[[Part, Known], Any]] = {
    "text": _text,
    "emergency": _headed,
    "urgent": _headed,
    "nonurgent": _headed,
    "warning": _headed,
    "do": _list,
    "dont": _list,
    "checklist": _list,
    "steps": _steps,
    "inset": _inset,
    "details": _details,
    "contact": _contact,
    "services": _services,
    "timescale": _timescales,
    "quote": _quote,
}
