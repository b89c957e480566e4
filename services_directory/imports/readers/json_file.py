"""Services in a JSON file: a page, a list, one service, or one a line. Read as a stream."""

from collections.abc import Iterator
from typing import IO, Any

import ijson

from services_directory.imports.readers import items
from services_directory.imports.readers.envelope import LISTS
from services_directory.imports.readers.texts import loads, utf8_copy
from services_directory.imports.records import Batch, FeedProblem, Json, Record

PER_BATCH = 100
MEGABYTE = 1024 * 1024
LONGEST_ITEM = 10 * MEGABYTE
_NOT_JSON = "The file is no JSON that can be read."


def batches_from_json(file: IO[bytes], cursor: Json, convert: items.Convert) -> Iterator[Batch]:
    """Yield the records of a file, from the service where the cursor says. Raises FeedProblem."""
    copy, notes = utf8_copy(file)
    skip = int(cursor.get("position", 0))
    with copy:
        found: list[Record] = []
        position = 0
        for position, item in enumerate(_each(copy), start=1):
            if position <= skip:
                continue
            found += items.records("service", item, convert, notes)
            notes = ()
            if position % PER_BATCH == 0:
                yield Batch(found, {"position": position})
                found = []
        if found or position == 0:
            yield Batch(found, {"position": position})


def _each(file: IO[bytes]) -> Iterator[Any]:
    """Yield the services one by one, never more than one in memory."""
    start = _first_sign(file)
    if start == b"[":
        return _listed(file, "item")
    if start != b"{":
        raise FeedProblem(_NOT_JSON)
    if _has_an_object_on_its_first_line(file):
        return _lines(file)
    within = _list_within(file)
    return _listed(file, f"{within}.item") if within else iter([_alone(file)])


def _first_sign(file: IO[bytes]) -> bytes:
    file.seek(0)
    sign = file.read(1)
    while sign.isspace():
        sign = file.read(1)
    return sign


def _has_an_object_on_its_first_line(file: IO[bytes]) -> bool:
    """Say whether the first line is whole, and another object follows it."""
    file.seek(0)
    first = file.readline(LONGEST_ITEM)
    while first and not first.strip():
        first = file.readline(LONGEST_ITEM)
    try:
        is_whole = isinstance(loads(first), dict)
    except FeedProblem:
        return False
    second = file.readline(LONGEST_ITEM)
    while second and not second.strip():
        second = file.readline(LONGEST_ITEM)
    return is_whole and second.lstrip().startswith(b"{")


def _lines(file: IO[bytes]) -> Iterator[Any]:
    file.seek(0)
    while line := file.readline(LONGEST_ITEM + 1):
        if len(line) > LONGEST_ITEM:
            raise FeedProblem("One service of the file is larger than we read.")
        if line.strip():
            yield loads(line)


def _list_within(file: IO[bytes]) -> str:
    """Return the name of the list of services in a page, or nothing for a lone service."""
    for prefix, event, _ in _events(file):
        if event == "start_array" and prefix in LISTS:
            return str(prefix)
    return ""


def _events(file: IO[bytes]) -> Iterator[Any]:
    file.seek(0)
    yield from _told(ijson.parse(file, use_float=True))


def _listed(file: IO[bytes], prefix: str) -> Iterator[Any]:
    file.seek(0)
    metered = _Metered(file)
    for item in _told(ijson.items(metered, prefix, use_float=True)):
        metered.since = 0
        yield item


def _told(found: Iterator[Any]) -> Iterator[Any]:
    """Turn what goes wrong while reading into words."""
    try:
        yield from found
    except (ijson.JSONError, ValueError, OverflowError, RecursionError) as error:
        raise FeedProblem(_NOT_JSON) from error


def _alone(file: IO[bytes]) -> Any:
    file.seek(0)
    body = file.read(LONGEST_ITEM + 1)
    if len(body) > LONGEST_ITEM:
        raise FeedProblem("One service of the file is larger than we read.")
    return loads(body)


class _Metered:
    """A file that refuses to give more than one service may hold."""

    def __init__(self, file: IO[bytes]) -> None:
        self._file, self.since = file, 0

    def read(self, size: int = -1) -> bytes:
        piece = self._file.read(size)
        self.since += len(piece)
        if self.since > LONGEST_ITEM:
            raise FeedProblem("One service of the file is larger than we read.")
        return piece
