"""JSON of any length as a stream: one item in memory at a time, whatever its makers had in mind."""

from collections.abc import Iterator
from contextlib import suppress
from typing import IO, Any

import ijson

from services_directory.imports.records import FeedProblem

MEGABYTE = 1024 * 1024
LONGEST_ITEM = 10 * MEGABYTE
DEEPEST_NESTING = 500
TOO_LARGE = "One service of the file is larger than we read."
NOT_JSON = "The file is no JSON that can be read."
# SystemError: what ijson makes of a number of thousands of digits.
_BROKEN = (ijson.JSONError, ValueError, OverflowError, RecursionError, SystemError)
_STEPS = {"start_map": 1, "start_array": 1, "end_map": -1, "end_array": -1}


def listed(file: IO[bytes], prefix: str) -> Iterator[Any]:
    """Yield the items of the list that stands at a place of the file. Raises FeedProblem."""
    metered = _Metered(file)
    try:
        for item in ijson.items(metered, prefix, use_float=True):
            metered.since = 0
            yield item
    except _BROKEN as error:
        raise FeedProblem(NOT_JSON) from error


def first_list(file: IO[bytes], names: tuple[str, ...]) -> str:
    """Return the name of the first of these lists that the outer object has, or nothing."""
    metered = _Metered(file)
    try:
        for prefix, event, _ in ijson.parse(metered, use_float=True):
            metered.since = 0
            if event == "start_array" and prefix in names:
                return str(prefix)
    except _BROKEN as error:
        raise FeedProblem(NOT_JSON) from error
    return ""


def refuse_depths(file: IO[bytes]) -> None:
    """Raise FeedProblem for nesting beyond all use.

    The other functions remember the path to every level: of 400 kB of brackets they would make
    gigabytes. What else is wrong they tell themselves.
    """
    metered, depth = _Metered(file), 0
    with suppress(*_BROKEN):
        for event, _ in ijson.basic_parse(metered, use_float=True):
            metered.since = 0
            depth += _STEPS.get(event, 0)
            if depth > DEEPEST_NESTING:
                raise FeedProblem("The data is nested too deep to be read.")


class _Metered:
    """A file, from its start, that refuses to give more at once than one service may hold."""

    def __init__(self, file: IO[bytes]) -> None:
        file.seek(0)
        self._file, self.since = file, 0

    def read(self, size: int = -1) -> bytes:
        piece = self._file.read(size)
        self.since += len(piece)
        if self.since > LONGEST_ITEM:
            raise FeedProblem(TOO_LARGE)
        return piece
