"""Services in a JSON file: a page, a list, one service, or one a line. Read as a stream."""

from collections.abc import Iterator
from typing import IO, Any

from services_directory.imports.readers import items, json_stream
from services_directory.imports.readers.envelope import LISTS
from services_directory.imports.readers.texts import loads, utf8_copy
from services_directory.imports.records import Batch, FeedProblem, Json, Record

PER_BATCH = 100


def batches_from_json(file: IO[bytes], cursor: Json, convert: items.Convert) -> Iterator[Batch]:
    """Yield the records of a file, from the service where the cursor says. Raises FeedProblem."""
    copy, notes = utf8_copy(file)
    skip = int(cursor.get("position", 0))
    with copy:
        found: list[Record] = []
        position = 0
        for position, item in enumerate(_each(copy, again=skip > 0), start=1):
            if position <= skip:
                continue
            found += items.records("service", item, convert, notes)
            notes = ()
            if position % PER_BATCH == 0:
                yield Batch(found, {"position": position})
                found = []
        if found or position == 0:
            yield Batch(found, {"position": position})


def _each(file: IO[bytes], *, again: bool) -> Iterator[Any]:
    """Yield the services one by one, never more than one in memory."""
    start = _first_sign(file)
    if start not in (b"[", b"{"):
        raise FeedProblem(json_stream.NOT_JSON)
    if start == b"{" and _has_an_object_on_its_first_line(file):
        return _lines(file)
    if not again:
        json_stream.refuse_depths(file)
    if start == b"[":
        return json_stream.listed(file, "item")
    within = json_stream.first_list(file, LISTS)
    return json_stream.listed(file, f"{within}.item") if within else iter([_alone(file)])


def _first_sign(file: IO[bytes]) -> bytes:
    file.seek(0)
    sign = file.read(1)
    while sign.isspace():
        sign = file.read(1)
    return sign


def _has_an_object_on_its_first_line(file: IO[bytes]) -> bool:
    """Say whether the first line is whole, and another object follows it."""
    file.seek(0)
    first = file.readline(json_stream.LONGEST_ITEM)
    while first and not first.strip():
        first = file.readline(json_stream.LONGEST_ITEM)
    try:
        is_whole = isinstance(loads(first), dict)
    except FeedProblem:
        return False
    second = file.readline(json_stream.LONGEST_ITEM)
    while second and not second.strip():
        second = file.readline(json_stream.LONGEST_ITEM)
    return is_whole and second.lstrip().startswith(b"{")


def _lines(file: IO[bytes]) -> Iterator[Any]:
    file.seek(0)
    number = 0
    while line := file.readline(json_stream.LONGEST_ITEM + 1):
        number += 1
        if len(line) > json_stream.LONGEST_ITEM:
            raise FeedProblem(json_stream.TOO_LARGE)
        if line.strip():
            yield _line(line, number)


def _line(line: bytes, number: int) -> Any:
    try:
        return loads(line)
    except FeedProblem as problem:
        raise FeedProblem(f"Line {number} of the file: {problem}") from problem


def _alone(file: IO[bytes]) -> Any:
    file.seek(0)
    body = file.read(json_stream.LONGEST_ITEM + 1)
    if len(body) > json_stream.LONGEST_ITEM:
        raise FeedProblem(json_stream.TOO_LARGE)
    return loads(body)
