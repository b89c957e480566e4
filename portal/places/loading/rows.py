"""Rows of a CSV file that may be broken anywhere, in bounded memory.

None of these products has a line break within a value, so every line is read alone: a stray quote
spoils its own line and no other.
"""

import csv
from collections.abc import Iterator
from typing import IO

LONGEST_LINE = 64 * 1024
_BOM = "\ufeff"


def rows(stream: IO[bytes], holding: bytes = b"") -> Iterator[list[str] | None]:
    """Yield the cells of each line that is not blank; none of a line that is no CSV.

    None stands for a line too long to be a row. With `holding`, lines without these bytes are
    passed over unread.
    """
    for line in _lines(stream):
        if line is None:
            yield None
        elif holding in line and not line.isspace():
            yield _cells(_decode(line))


def _lines(stream: IO[bytes]) -> Iterator[bytes | None]:
    while line := stream.readline(LONGEST_LINE):
        if len(line) < LONGEST_LINE or line.endswith(b"\n"):
            yield line
            continue
        while line and not line.endswith(b"\n"):
            line = stream.readline(LONGEST_LINE)
        yield None


def _decode(line: bytes) -> str:
    try:
        return line.decode()
    except UnicodeDecodeError:
        return line.decode("cp1252", errors="replace")


def _cells(line: str) -> list[str]:
    line = line.rstrip("\r\n").removeprefix(_BOM)
    if '"' not in line:
        return line.split(",")
    try:
        return next(csv.reader((line,)), [])
    except csv.Error:
        return []
