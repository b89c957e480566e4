"""All rows as one JSON object a line, in bounded memory whatever their number.

Each chunk is a query of its own: no database holds a transaction or a cursor open for as long as a
slow reader takes.
"""

from collections.abc import Iterator
from json import JSONEncoder

from services_directory.open_data.pages import CHUNK, Listed, Serialise

CONTENT_TYPE = "application/x-ndjson"
_encode = JSONEncoder(ensure_ascii=False).encode


def lines(listed: Listed, serialise: Serialise) -> Iterator[bytes]:
    """Yield each row as a line of UTF-8. What was taken away meanwhile is left out."""
    for row in listed.read(0, len(listed.keys), CHUNK):
        yield _encode(serialise(row)).encode() + b"\n"
