"""Rows of an Excel workbook, values only, read as a stream."""

import zlib
from collections.abc import Iterator
from datetime import date, datetime, time
from typing import IO, Any
from xml.etree.ElementTree import ParseError
from zipfile import BadZipFile

from openpyxl import load_workbook

from services_directory.imports.readers.archives import opened
from services_directory.imports.readers.tables import MOST_COLUMNS
from services_directory.imports.records import FeedProblem

MEGABYTE = 1024 * 1024
MOST_ROWS = 250_000
_MOST_BLANK_ROWS = 1000
MOST_UNPACKED = 300 * MEGABYTE  # the texts that cells share stand in memory
# What a damaged or hostile workbook makes the reader raise; XML traps are ValueErrors.
_DAMAGED = (
    BadZipFile, KeyError, ValueError, TypeError, AttributeError, IndexError, EOFError, OSError,
    ParseError, zlib.error, OverflowError,
)  # fmt: skip


def rows_of_workbook(file: IO[bytes]) -> Iterator[list[str]]:
    """Yield the rows of the first sheet that hold something. Raises FeedProblem.

    A formula counts as the value it had when the workbook was saved; nothing is reckoned.
    """
    _check(file)
    blank = 0
    try:
        book = load_workbook(file, read_only=True, data_only=True, keep_links=False)
        sheet = book.worksheets[0]
        sheet.reset_dimensions()
        for row in sheet.iter_rows(max_col=MOST_COLUMNS, max_row=MOST_ROWS, values_only=True):
            texts = [_text(cell) for cell in row]
            blank = 0 if any(texts) else blank + 1
            if blank > _MOST_BLANK_ROWS:
                return
            if any(texts):
                yield texts
    except _DAMAGED as error:
        raise FeedProblem("The workbook can't be read.") from error


def _check(file: IO[bytes]) -> None:
    with opened(file) as archive:
        if sum(each.file_size for each in archive.infolist()) > MOST_UNPACKED:
            raise FeedProblem("The workbook holds more than we read.")
    file.seek(0)


def _text(cell: Any) -> str:
    if cell is None:
        return ""
    if isinstance(cell, bool):
        return "yes" if cell else "no"
    if isinstance(cell, datetime):
        return cell.date().isoformat() if cell.time() == time(0) else cell.isoformat(" ")
    if isinstance(cell, date | time):
        return cell.isoformat()
    if isinstance(cell, float) and cell.is_integer() and abs(cell) < 1e15:
        return str(int(cell))
    return str(cell).strip()
