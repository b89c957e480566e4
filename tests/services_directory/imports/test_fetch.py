"""How patient and how polite the reader of a feed is."""

from datetime import UTC, datetime, timedelta
from email.utils import format_datetime

import pytest

from services_directory.imports.fetch import LONGEST_WAIT, TRIES, NotThere, Server
from services_directory.imports.records import FeedProblem
from tests.portal.outside.server import Reply, serving


@pytest.fixture(autouse=True)
def _this_machine(settings):
    settings.OUTSIDE_PRIVATE_HOSTS = ["127.0.0.1"]
    settings.OUTSIDE_PAUSE_SECONDS = 0.5


@pytest.fixture
def slept() -> list[float]:
    return []


@pytest.fixture
def server(slept) -> Server:
    return Server(slept.append)


def test_there_is_a_pause_between_two_questions_and_none_before_the_first(server, slept):
    with serving(lambda path: Reply(b"[]")) as outside:
        server.json(outside.url)
        assert slept == []
        server.json(outside.url)
        server.json(outside.url)
    assert slept == [0.5, 0.5]


def answering(*statuses: int, **headers: str):
    left = iter(statuses)
    return lambda path: Reply(b"[]", next(left, 200), headers)


def test_the_server_says_how_long_to_wait(server, slept):
    with serving(answering(429, **{"Retry-After": "7"})) as outside:
        assert server.json(outside.url) == []
    assert 7 in slept


@pytest.mark.parametrize("zone", ["GMT", "-0000", "+0200"])
def test_the_server_may_say_until_when_to_wait(server, slept, zone):
    shift = timedelta(seconds=60, hours=2 if zone == "+0200" else 0)
    until = format_datetime(datetime.now(UTC) + shift).replace("+0000", zone)
    with serving(answering(503, **{"Retry-After": until})) as outside:
        server.json(outside.url)
        assert outside.headers[0]["Accept"] == "application/json"
    assert any(55 <= each <= 60 for each in slept)


@pytest.mark.parametrize("said", ["", "soon", "-5", "\u00b2", "9" * 30])
def test_without_a_word_the_waits_grow(server, slept, said):
    with serving(answering(503, 503, **{"Retry-After": said})) as outside:
        server.json(outside.url)
    assert slept == [1.0, 0.5, 2.0, 0.5]


def test_a_wait_beyond_patience_ends_the_reading(server, slept):
    with serving(answering(429, **{"Retry-After": str(LONGEST_WAIT + 1)})) as outside:
        with pytest.raises(FeedProblem, match="come back later"):
            server.json(outside.url)
        assert len(outside.asked) == 1


@pytest.mark.parametrize(
    ("status", "kind"), [(500, NotThere), (503, FeedProblem), (429, FeedProblem)]
)
def test_the_tries_are_counted(server, status, kind):
    with serving(lambda path: Reply(b"", status)) as outside:
        with pytest.raises(kind) as caught:
            server.json(outside.url)
        assert type(caught.value) is kind
        assert len(outside.asked) == TRIES


@pytest.mark.parametrize("status", [400, 401, 403, 404, 410])
def test_a_refusal_is_not_argued_with(server, status):
    with serving(lambda path: Reply(b"", status)) as outside:
        with pytest.raises(NotThere, match=str(status)):
            server.json(outside.url)
        assert len(outside.asked) == 1


def test_a_connection_that_breaks_is_tried_again(server):
    replies = iter([Reply(b"[", headers={"Content-Length": "50"}), Reply(b"[1]")])
    with serving(lambda path: next(replies)) as outside:
        assert server.json(outside.url) == [1]


def test_not_a_number_is_nothing(server):
    with serving(lambda path: Reply(b'{"a": NaN, "b": Infinity}')) as outside:
        assert server.json(outside.url) == {"a": None, "b": None}


def test_a_file_is_copied_to_a_temporary_place(server):
    with serving(lambda path: Reply(b"a,b\n")) as outside, server.file(outside.url) as file:
        assert file.read() == b"a,b\n"


def test_a_file_that_is_not_there_is_said(server):
    with serving(lambda path: Reply(b"", 404)) as outside, pytest.raises(NotThere, match="404"):
        server.file(outside.url)


def test_a_file_whose_server_is_busy_is_asked_for_again(server, slept):
    with serving(answering(503, **{"Retry-After": "3"})) as outside:
        assert server.file(outside.url).read() == b"[]"
    assert 3 in slept


def test_a_file_that_breaks_off_is_begun_anew(server):
    replies = iter([Reply(b"half", headers={"Content-Length": "50"}), Reply(b"whole")])
    with serving(lambda path: next(replies)) as outside:
        assert server.file(outside.url).read() == b"whole"


def test_what_was_spent_before_counts():
    server = Server(spent=[100, 60])
    with serving(lambda path: Reply(b"[1]")) as outside:
        server.json(outside.url)
    assert server.spent[0] == 103
    assert server.spent[1] >= 60


def test_a_moment_that_has_passed_means_now(server, slept):
    with serving(answering(503, **{"Retry-After": "Wed, 01 Jan 2025 10:00:00 GMT"})) as outside:
        server.json(outside.url)
    assert slept == [0, 0.5]
