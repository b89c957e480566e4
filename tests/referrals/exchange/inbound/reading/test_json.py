"""JSON is read strictly: what two readers could understand in two ways is refused."""

import pytest

from referrals.exchange.inbound.reading import Unreadable, read


@pytest.mark.parametrize(
    "raw",
    [
        b"", b"{", b"[]", b"1", b"null", b'"text"', b"\xff\xfe", b'{"a":1,"a":2}', b'{"a":NaN}',
        b'{"a":-Infinity}', b'{"a":1e999}', b"[" * 100_000, b'{"a":' * 70 + b"1" + b"}" * 70,
        b'{"a":' + b"9" * 5000 + b"}", b'{"a":1} // a comment', b"{'a':1}",
        b'{"a":[' + b"1," * 100_001 + b"1]}", b'{"b":{"a":1,"a":1}}',
    ],
    ids=[
        "empty", "broken", "list", "number", "null", "text", "not UTF-8", "doubled", "NaN",
        "Infinity", "too large", "bottomless", "deep", "endless number", "comment", "quotes",
        "too much", "doubled within",
    ],
)  # fmt: skip
def test_it_is_refused(raw):
    with pytest.raises(Unreadable):
        read(raw, is_xml=False)


@pytest.mark.parametrize(
    ("raw", "found"),
    [
        (b'{"a":1.5}', {"a": 1.5}),
        (b'\xef\xbb\xbf{"a":"b"}', {"a": "b"}),
        (b' \n{"a":[true,null]} ', {"a": [True, None]}),
        (b'{"a":"2026-11-22T09:30:00.1234567Z"}', {"a": "2026-11-22T09:30:00.1234567Z"}),
    ],
    ids=["decimal", "byte order mark", "spaces", "seven digits"],
)
def test_it_is_read(raw, found):
    assert read(raw, is_xml=False) == found


def test_what_is_wrong_is_said_without_the_words_of_the_body():
    with pytest.raises(Unreadable) as error:
        read(b'{"name":"Martha Keel",}', is_xml=False)
    assert "Martha" not in str(error.value)
    assert "line 1" in str(error.value)
