"""Read an operator's CSV file row by row, whatever its encoding and headings."""

import csv
import io
from collections.abc import Iterable, Iterator
from itertools import islice
from pathlib import Path
from typing import Any

from django.db import DEFAULT_DB_ALIAS, models, transaction

from portal.places.loading.files import Unreadable, sources

BATCH = 2_000


def rows_of(path: Path) -> Iterator[list[str]]:
    """Yield the rows of all CSV files of a file, folder or zip; raise Unreadable."""
    with sources(path) as found:
        for source in found:
            with source.open() as stream:
                text = io.TextIOWrapper(stream, encoding="utf-8-sig", errors="replace", newline="")
                yield from _parsed(text, source.name)


def columns(heading: list[str], wanted: dict[str, tuple[str, ...]]) -> dict[str, int] | None:
    """Return column -> index by any of its known names; None when one has no column."""
    names = [name.strip().casefold().replace("_", " ") for name in heading]
    found = {
        column: names.index(name)
        for column, known in wanted.items()
        for name in known
        if name in names
    }
    return found if set(found) == set(wanted) else None


@transaction.atomic
def replace_rows(old: models.QuerySet, rows: Iterable[Any]) -> int:
    """Put the rows in place of the old ones, in one transaction; return how many.

    Raise Unreadable, and change nothing, when there are none.
    """
    old._raw_delete(DEFAULT_DB_ALIAS)
    written, waiting = 0, iter(rows)
    while batch := list(islice(waiting, BATCH)):
        old.model._default_manager.bulk_create(batch, ignore_conflicts=True)
        written += len(batch)
    if not written:
        raise Unreadable("No row was usable, so nothing is changed.")
    return written


def _parsed(text: io.TextIOWrapper, name: str) -> Iterator[list[str]]:
    lines = (line.replace("\0", "") for line in text)
    try:
        for row in csv.reader(lines):
            if any(cell.strip() for cell in row):
                yield [" ".join(cell.split()) for cell in row]
    except csv.Error as error:
        raise Unreadable(f"{name} is no table: {error}.") from error
