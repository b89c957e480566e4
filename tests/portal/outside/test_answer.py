import gzip
import time
from http.server import BaseHTTPRequestHandler

import pytest

from portal.outside import Limits, OutsideProblem, get
from portal.outside import answer as module
from tests.portal.outside.server import Reply, serving

pytestmark = pytest.mark.usefixtures("this_machine")

SMALL = Limits(bytes=1000, seconds=5)


def body_of(url: str, limits: Limits = SMALL) -> bytes:
    with get(url, limits) as answer:
        return answer.body()


def test_a_body_within_the_limit_comes_whole():
    with serving(lambda path: Reply(b"x" * 1000)) as outside:
        assert body_of(outside.url) == b"x" * 1000


def test_a_body_that_announces_too_much_is_not_read():
    with (
        serving(lambda path: Reply(b"x" * 2_000_000)) as outside,
        get(outside.url, SMALL) as answer,
    ):
        with pytest.raises(OutsideProblem, match="longer than we read"):
            answer.body()
        assert answer.taken == 0


def test_a_body_that_announces_nothing_is_counted():
    def write(handler: BaseHTTPRequestHandler) -> None:
        for _ in range(100):
            handler.wfile.write(b"x" * 1000)

    with (
        serving(lambda path: Reply(write=write)) as outside,
        pytest.raises(OutsideProblem, match="longer than we read"),
    ):
        body_of(outside.url)


def test_a_length_of_thousands_of_digits_is_not_believed():
    reply = Reply(b"", headers={"Content-Length": "9" * 5000}, write=lambda handler: None)
    with serving(lambda path: reply) as outside:
        assert body_of(outside.url) == b""


def test_a_compressed_bomb_is_counted_as_it_unpacks():
    bomb = gzip.compress(b"0" * 50_000_000)
    reply = Reply(bomb, headers={"Content-Encoding": "gzip"})
    limits = Limits(bytes=100_000, seconds=10)
    with serving(lambda path: reply) as outside, get(outside.url, limits) as answer:
        with pytest.raises(OutsideProblem, match="longer than we read"):
            answer.body()
        assert answer.taken < 1_000_000


def test_a_compressed_body_comes_unpacked():
    reply = Reply(gzip.compress(b"hello"), headers={"Content-Encoding": "gzip"})
    with serving(lambda path: reply) as outside:
        assert body_of(outside.url) == b"hello"


def test_a_body_that_says_gzip_and_is_none_breaks_off():
    reply = Reply(b"no gzip at all", headers={"Content-Encoding": "gzip"})
    with serving(lambda path: reply) as outside, pytest.raises(OutsideProblem, match="broke off"):
        body_of(outside.url)


def test_a_body_shorter_than_announced_breaks_off():
    reply = Reply(b"x" * 10, headers={"Content-Length": "500"})
    with serving(lambda path: reply) as outside, pytest.raises(OutsideProblem, match="broke off"):
        body_of(outside.url)


@pytest.mark.parametrize("chunked", [False, True])
def test_a_body_that_drips_is_left_in_time(chunked):
    def write(handler: BaseHTTPRequestHandler) -> None:
        if chunked:
            handler.wfile.write(b"400\r\n")
        for _ in range(50):
            handler.wfile.write(b"x")
            handler.wfile.flush()
            time.sleep(0.1)

    headers = {"Transfer-Encoding": "chunked"} if chunked else {}
    with serving(lambda path: Reply(write=write, headers=headers)) as outside:
        began = time.monotonic()
        with pytest.raises(OutsideProblem, match="took too long"):
            body_of(outside.url, Limits(seconds=0.4))
        assert time.monotonic() - began < 2


def test_lines_come_one_by_one_without_the_empty_ones():
    body = b'{"a":1}\n\n  \n{"b":2}\r\nlast'
    with serving(lambda path: Reply(body)) as outside, get(outside.url) as answer:
        assert [line.strip() for line in answer.lines()] == [b'{"a":1}', b'{"b":2}', b"last"]


def test_lines_over_the_pieces_they_come_in_are_whole(monkeypatch):
    monkeypatch.setattr(module, "_PIECE", 7)
    lines = [f"line {number}".encode() for number in range(50)]
    with serving(lambda path: Reply(b"\n".join(lines))) as outside, get(outside.url) as answer:
        assert list(answer.lines()) == lines


def test_a_line_without_end_is_refused(monkeypatch):
    monkeypatch.setattr(module, "LONGEST_LINE", 1000)
    monkeypatch.setattr(module, "_PIECE", 100)
    with (
        serving(lambda path: Reply(b"x" * 5000)) as outside,
        get(outside.url) as answer,
        pytest.raises(OutsideProblem, match="One line"),
    ):
        list(answer.lines())
