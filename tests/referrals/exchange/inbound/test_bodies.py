"""A body is read whole or not at all: half a message must never stand under its id."""

from unittest.mock import Mock

import pytest
from gunicorn.config import Config
from gunicorn.http import RequestParser

from referrals.exchange.inbound.faults import Refused
from referrals.exchange.inbound.machine import body_of

HEAD = b"POST / HTTP/1.1\r\nHost: x.example\r\nTransfer-Encoding: chunked\r\n\r\n"


def in_chunks(rf, *chunks, end=b"0\r\n\r\n"):
    """Return a request as the server hands it on: it reads the chunks, and no length is known."""
    raw = HEAD + b"".join(b"%x\r\n%s\r\n" % (len(each), each) for each in chunks) + end
    parsed = next(RequestParser(Config(), iter([raw]), ("127.0.0.1", 1)))
    request = rf.post("/", content_type="application/fhir+json", HTTP_TRANSFER_ENCODING="chunked")
    request.META["wsgi.input"] = parsed.body
    return request


def test_a_body_is_read_to_its_length():
    request = Mock(META={"CONTENT_LENGTH": "4"}, read=Mock(return_value=b"half"))
    assert body_of(request) == b"half"


def test_a_body_that_broke_off_is_refused(rf):
    request = rf.post("/", b'{"half":', content_type="application/fhir+json")
    request.META["CONTENT_LENGTH"] = "900"
    with pytest.raises(Refused, match="400 invalid"):
        body_of(request)


def test_a_body_in_chunks_is_read_whole(rf):
    assert body_of(in_chunks(rf, b'{"a":', b" 1}")) == b'{"a": 1}'


@pytest.mark.parametrize("end", [b"", b"5\r\nab", b"xyz\r\n"], ids=["no end", "half", "odd"])
def test_a_body_whose_chunks_break_off_is_refused(rf, end):
    with pytest.raises(Refused, match="400 invalid"):
        body_of(in_chunks(rf, b'{"a":', end=end))


def test_a_body_in_too_many_chunks_is_refused(rf, settings):
    settings.BARS_RECEIVER_BYTES = 10
    with pytest.raises(Refused, match="413"):
        body_of(in_chunks(rf, b"a" * 8, b"b" * 8))
