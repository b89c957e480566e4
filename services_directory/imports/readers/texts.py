"""Bytes of others as text, and text as JSON, whatever they did to both."""

import codecs
import json
import tempfile
from typing import IO, Any

from services_directory.imports.records import FeedProblem

NOT_UTF8 = "The file is not UTF-8: it was read as Windows-1252."
DEEPEST = 40
_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_PIECE = 256 * 1024


def loads(body: bytes | str) -> Any:
    """Return the JSON; raise FeedProblem for what is none. NaN and Infinity become null."""
    try:
        text = body if isinstance(body, str) else body.decode(encoding_of(body))
        return json.loads(text, parse_constant=lambda _: None)
    except RecursionError as error:
        raise FeedProblem("The data is nested too deep to be read.") from error
    except ValueError as error:  # JSONDecodeError, bad text, numbers of thousands of digits
        raise FeedProblem("The data is no JSON that can be read.") from error


def encoding_of(body: bytes) -> str:
    """Return utf-8, utf-16 when it is marked, else cp1252."""
    for mark, name in _BOMS:
        if body.startswith(mark):
            return name
    try:
        body.decode()
    except UnicodeDecodeError:
        return "cp1252"
    return "utf-8"


def utf8_copy(source: IO[bytes]) -> tuple[IO[bytes], tuple[str, ...]]:
    """Return a temporary copy in UTF-8 without a mark, with a note when it had to be guessed."""
    name = _encoding_of_file(source)
    source.seek(0)
    made = tempfile.TemporaryFile()  # noqa: SIM115 - the caller closes it
    decoder = codecs.getincrementaldecoder(name)("replace")
    while piece := source.read(_PIECE):
        made.write(decoder.decode(piece).encode("utf-8", "replace"))
    made.write(decoder.decode(b"", final=True).encode("utf-8", "replace"))
    made.seek(0)
    return made, (NOT_UTF8,) if name == "cp1252" else ()


def _encoding_of_file(source: IO[bytes]) -> str:
    source.seek(0)
    start = source.read(4)
    for mark, name in _BOMS:
        if start.startswith(mark):
            return name
    decoder = codecs.getincrementaldecoder("utf-8")()
    try:
        decoder.decode(start)
        while piece := source.read(_PIECE):
            decoder.decode(piece)
        decoder.decode(b"", final=True)
    except UnicodeDecodeError:
        return "cp1252"
    return "utf-8"


def is_too_deep(value: Any) -> bool:
    """Say whether lists and objects stand more than DEEPEST within each other."""
    level: list[Any] = [value] if isinstance(value, dict | list) else []
    for _ in range(DEEPEST):
        level = [
            inner
            for outer in level
            for inner in (outer.values() if isinstance(outer, dict) else outer)
            if isinstance(inner, dict | list)
        ]
        if not level:
            return False
    return True
