"""All rows as one JSON object a line, in bounded memory whatever their number.

Each chunk is a query of its own: no database holds a transaction or a cursor open for as long as a
slow reader takes.
"""

import json
from collections.abc import Iterator

from services_directory.open_data.pages import CHUNK, Listed, Serialise

CONTENT_TYPE = "application/x-ndjson"


def lines(listed: Listed, serialise: Serialise) -> Iterator[bytes]:
    """Yield each row as a line of UTF-8. What was taken away meanwhile is left out."""
    for row in listed.read(0, len(listed.keys), CHUNK):
        yield json.dumps(serialise(row), ensure_ascii=False).encode() + b"\n"
