"""Words of the screens and of the report."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from services_directory.choices import Verdict
from services_directory.imports.draft import OWN
from services_directory.imports.mapping.values import rows, text
from services_directory.imports.queries import VERDICTS
from services_directory.imports.records import Json
from services_directory.imports.runs import State, doubt, state_of
from services_directory.models import ImportRow, ImportRun

KINDS = {
    "service": "Services",
    "organization": "Organisations",
    "location": "Places",
    "taxonomy": "Lists of terms",
    "taxonomy_term": "Terms",
}
COLOURS = {
    Verdict.NEW: "info",
    Verdict.CHANGED: "warn",
    Verdict.SAME: "ok",
    Verdict.GONE: "urgent",
    Verdict.REFUSED: "urgent",
}
STATE_COLOURS = {
    State.READY: "warn",
    State.APPLIED: "ok",
    State.STOPPED: "urgent",
    State.DISCARDED: "grey",
}
NO_NAME = "Without a name"
UNDER_WAY = (State.READING, State.COMPARING, State.APPLYING)


@dataclass(frozen=True)
class RunLine:
    """A run in a list."""

    run: ImportRun
    state: str
    colour: str
    told: str


@dataclass(frozen=True)
class ReportRow:
    """One record of a report. `says`: what a new service will tell the public, in short.

    `alike`: entries that may be the same service.
    """

    name: str
    kind: str
    verdict: str
    colour: str
    reason: list[str] = field(default_factory=list)
    differences: list[Json] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    alike: list[Json] = field(default_factory=list)
    says: list[str] = field(default_factory=list)
    their_key: str = ""

    @property
    def is_nameless(self) -> bool:
        return self.name == NO_NAME


def run_line(run: ImportRun) -> RunLine:
    state = state_of(run)
    return RunLine(run, state.value, STATE_COLOURS.get(state, "info"), summary(run))


def summary(run: ImportRun) -> str:
    """Return "3 new, 1 changed" of the services; nothing before the comparison."""
    counts = run.counts.get("service", {})
    told = [
        f"{counts[each]} {Verdict(each).label.lower()}" for each in VERDICTS if counts.get(each)
    ]
    return ", ".join(told)


def report_row(row: ImportRow) -> ReportRow:
    own = row.data.get(OWN, {})
    return ReportRow(
        name=row.name or NO_NAME,
        kind=KINDS[row.kind],
        verdict=Verdict(row.verdict).label if row.verdict else "",
        colour=COLOURS.get(Verdict(row.verdict), "grey") if row.verdict else "grey",
        reason=row.reason.splitlines(),
        differences=row.differences,
        notes=own.get("notes", []),
        alike=[each | {"percent": round(each["likeness"] * 100)} for each in own.get("alike", [])],
        says=_says(row.data) if row.kind == "service" and row.verdict == Verdict.NEW else [],
        their_key=row.their_key,
    )


def _says(data: Json) -> list[str]:
    """Return the summary of a service, then how it is reached."""
    numbers = ", ".join(text(each, "number") for each in rows(data, "phones"))
    reached = [numbers, text(data, "email"), text(data, "url")]
    return [each for each in (text(data, "fd_summary"), " · ".join(filter(None, reached))) if each]


def count_table(run: ImportRun) -> list[dict[str, Any]]:
    """Return one line a kind: its label, and for each verdict its number."""
    return [
        {
            "kind": kind,
            "label": label,
            "cells": [(each, each.label, run.counts[kind].get(each, 0)) for each in VERDICTS],
        }
        for kind, label in KINDS.items()
        if kind in run.counts
    ]


def first_verdict(run: ImportRun) -> str:
    """Return the first verdict that some service has: what people come to look at."""
    counts = run.counts.get("service", {})
    return next((each.value for each in VERDICTS if counts.get(each)), Verdict.CHANGED.value)


def report_lines(run: ImportRun) -> Iterator[str]:
    """Yield the report in short, for the command line."""
    for line in count_table(run):
        told = ", ".join(
            f"{number} {label.lower()}" for _, label, number in line["cells"] if number
        )
        yield f"{line['label']}: {told or 'none'}"
    for words, count, first in run.notes:
        yield f"  {count} × {words} (first: {first})"
    if words := doubt(run):
        yield f"Take care: {words}"


def csv_lines(found: Iterator[ImportRow]) -> Iterator[list[str]]:
    """Yield the report a line a difference, for a spreadsheet."""
    yield ["Verdict", "Kind", "Name", "Key in the feed", "Field", "Before", "After", "Reason"]
    for row in found:
        shown = report_row(row)
        head = [shown.verdict, shown.kind, shown.name, shown.their_key]
        reason = " ".join([*shown.reason, *shown.notes, *map(alike_words, shown.alike)])
        for each in shown.differences or [{}]:
            told = [each.get(name, "") for name in ("label", "before", "after")]
            yield [*head, *told, reason]


def alike_words(other: Json) -> str:
    owner = other["owner"] or "kept here"
    return f"Perhaps the same as {other['name']} ({owner}): {', '.join(other['reasons']).lower()}."
