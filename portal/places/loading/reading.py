"""Read the records of files, and count what is not used and why."""

from collections.abc import Callable, Iterator
from pathlib import Path

from portal.places.loading.council_names import council_names
from portal.places.loading.files import Source, sources
from portal.places.loading.layouts import Layout, layout_of
from portal.places.loading.record import Record, Skip
from portal.places.loading.report import Report
from portal.places.loading.rows import rows

PROGRESS = 100_000
Say = Callable[[str], None]
Rows = Iterator[list[str] | None]


def records(path: Path, wanted: str | None, report: Report, say: Say) -> Iterator[Record]:
    """Yield the live postcodes of a file, folder or archive; raise Unreadable when it is broken.

    wanted: the one layout to take, as `ons`; None takes any.
    """
    with sources(path) as found:
        used = 0
        for source in found:
            if source.again and used:
                continue
            before = len(report.used)
            yield from _records(source, wanted, report, say)
            used += len(report.used) - before


def _records(source: Source, wanted: str | None, report: Report, say: Say) -> Iterator[Record]:
    with source.open() as stream:
        table = rows(stream)
        first = next((row for row in table if row), None) or []
        layout = layout_of(first)
        if layout is None or wanted not in (None, layout.source):
            report.names |= council_names(first, table)
            report.unused.append(source.name)
            return
        report.used.append(source.name)
        report.sources.add(layout.source)
        say(f"Reading {source.name}")
        if not layout.has_header:
            yield from _read(layout, iter([first]), report, say)
        yield from _read(layout, table, report, say)


def _read(layout: Layout, table: Rows, report: Report, say: Say) -> Iterator[Record]:
    for row in table:
        report.read += 1
        if report.read % PROGRESS == 0:
            say(f"  {report.read:,} rows read, {report.kept:,} kept")
        record = _record(layout, row)
        if isinstance(record, Skip):
            report.skipped[record] += 1
        else:
            yield record


def _record(layout: Layout, row: list[str] | None) -> Record | Skip:
    if row is None:
        return Skip.TOO_LONG
    return layout.read(row) if len(row) >= layout.width else Skip.TOO_SHORT
