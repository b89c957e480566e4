"""All rows as one JSON object a line, in bounded memory whatever their number.

Each chunk is a query of its own: no database holds a transaction or a cursor open for as long as a
slow reader takes.
"""

from collections.abc import Iterator
from hashlib import sha256
from json import JSONEncoder

from django.db.models import Max
from django.http import HttpResponse, StreamingHttpResponse
from django.http.response import HttpResponseBase
from django.utils import timezone

from services_directory.board import changes
from services_directory.models import Service
from services_directory.open_data.pages import CHUNK, Listed, Serialise

CONTENT_TYPE = "application/x-ndjson"
_encode = JSONEncoder(ensure_ascii=False).encode


def answer(listed: Listed, serialise: Serialise) -> HttpResponseBase:
    """Return the lines: at once when there are few, which then give the ETag, else as read."""
    found = lines(listed, serialise)
    if listed.is_short and len(listed.keys):
        return HttpResponse(found, content_type=CONTENT_TYPE)
    return StreamingHttpResponse(found, content_type=CONTENT_TYPE, headers={"ETag": tag(listed)})


def lines(listed: Listed, serialise: Serialise) -> Iterator[bytes]:
    """Yield each row as a line of UTF-8. What was taken away meanwhile is left out."""
    for row in listed.read(0, len(listed.keys), CHUNK):
        yield _encode(serialise(row)).encode() + b"\n"


def tag(listed: Listed) -> str:
    """Return an ETag without reading a row: by the log of changes, the keys and the day.

    By the day services close and open again. It also ends what an older release has written. The
    log is asked first, so that a change under way makes the tag too old, never too new.
    """
    version = changes.version()
    newest = Service.objects.aggregate(newest=Max("last_modified"))["newest"]
    state = f"{version} {newest} {timezone.localdate()}".encode()
    return f'W/"{sha256(state + listed.keys.packed).hexdigest()[:32]}"'
