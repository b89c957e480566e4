"""All rows as one JSON object a line, in bounded memory whatever their number."""

import json
from collections.abc import Iterator
from typing import Any

from django.db.models import QuerySet

from services_directory.open_data.pages import Serialise

CHUNK = 500
CONTENT_TYPE = "application/x-ndjson"


def lines(rows: QuerySet[Any], serialise: Serialise) -> Iterator[bytes]:
    """Yield each row as a line of UTF-8. Rows are fetched in chunks, their parts with each."""
    for row in rows.iterator(chunk_size=CHUNK):
        yield json.dumps(serialise(row), ensure_ascii=False).encode() + b"\n"
