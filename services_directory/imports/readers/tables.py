"""Rows of a table in a CSV file, as texts by heading."""

import csv
import io
from collections.abc import Iterator
from typing import IO

from services_directory.imports.readers.texts import utf8_copy
from services_directory.imports.records import FeedProblem

LONGEST_CELL = 500_000
MOST_COLUMNS = 300
_SEPARATORS = ",;\t|"


def rows_of(source: IO[bytes]) -> Iterator[list[str]]:
    """Yield the rows that hold something, the headings first. Raises FeedProblem."""
    csv.field_size_limit(LONGEST_CELL)
    copy, _ = utf8_copy(source)
    with copy, io.TextIOWrapper(copy, "utf-8", newline="") as text:
        first = text.readline(LONGEST_CELL)
        text.seek(0)
        try:
            for row in csv.reader(text, delimiter=_separator(first)):
                if any(cell.strip() for cell in row):
                    yield row[:MOST_COLUMNS]
        except csv.Error as error:
            raise FeedProblem("A table of the file can't be read.") from error


def by_heading(rows: Iterator[list[str]]) -> Iterator[dict[str, str]]:
    """Yield each row after the first as {heading: cell}, without its empty cells."""
    headings = [each.strip() for each in next(rows, [])]
    for row in rows:
        pairs = zip(headings, row, strict=False)
        yield {heading: cell for heading, cell in pairs if heading and cell.strip()}


def _separator(first: str) -> str:
    return max(_SEPARATORS, key=first.count)
