import socket
import threading
import time

import pytest

from portal.outside import Limits, OutsideProblem, get
from portal.outside import addresses as checked
from tests.portal.outside.server import Reply, serving

pytestmark = pytest.mark.usefixtures("this_machine")


def body_of(url: str, limits: Limits | None = None) -> bytes:
    with get(url, limits or Limits(seconds=5)) as answer:
        return answer.body()


def test_an_answer_has_its_status_headers_and_body():
    reply = Reply(b'{"a": 1}', headers={"Content-Type": "Application/JSON; charset=utf-8"})
    with serving(lambda path: reply) as outside, get(outside.url) as answer:
        assert (answer.status, answer.content_type) == (200, "application/json")
        assert answer.body() == b'{"a": 1}'


def test_a_refusal_is_an_answer_too():
    with serving(lambda path: Reply(b"gone", 410)) as outside, get(outside.url) as answer:
        assert answer.status == 410


def test_we_say_who_we_are_and_send_nothing_else(settings, monkeypatch):
    monkeypatch.setenv("HTTP_PROXY", "http://127.0.0.1:1")
    settings.OUTSIDE_USER_AGENT = "FrontDoor/9 (+https://a.example)"
    with serving(lambda path: Reply()) as outside:
        body_of(outside.url)
    (sent,) = outside.headers
    assert sent["User-Agent"] == "FrontDoor/9 (+https://a.example)"
    assert sent["Accept-Encoding"] == "gzip"
    assert not {"Cookie", "Authorization", "Referer"} & set(sent)


def test_what_the_asker_wants_is_said():
    with serving(lambda path: Reply()) as outside, get(outside.url, headers={"Accept": "a/b"}):
        assert outside.headers[0]["Accept"] == "a/b"


def test_an_answer_that_names_another_place_and_is_no_redirect_is_not_left():
    reply = Reply(b"made", 201, {"Location": "http://10.0.0.1/"})
    with serving(lambda path: reply) as outside, get(outside.url) as answer:
        assert (answer.status, answer.body()) == (201, b"made")


def test_an_answer_leaves_no_clock_running():
    with serving(lambda path: Reply(b"x")) as outside:
        body_of(outside.url, Limits(seconds=60))
    clocks = [each for each in threading.enumerate() if isinstance(each, threading.Timer)]
    for clock in clocks:
        clock.join(2)
    assert not any(clock.is_alive() for clock in clocks)


@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
def test_redirects_are_followed_without_the_cookies_of_the_way(status):
    def answer(path: str) -> Reply:
        if path == "/":
            return Reply(status=status, headers={"Location": "/next", "Set-Cookie": "a=1"})
        return Reply(b"here")

    with serving(answer) as outside, get(outside.url) as found:
        assert found.body() == b"here"
        assert found.url == f"{outside.url}/next"
    assert "Cookie" not in outside.headers[1]


def test_a_circle_of_redirects_ends():
    with serving(lambda path: Reply(status=301, headers={"Location": "/"})) as outside:
        with pytest.raises(OutsideProblem, match="too many times"):
            body_of(outside.url, Limits(redirects=3))
        assert len(outside.asked) == 4


@pytest.mark.parametrize(
    ("target", "words"),
    [
        ("http://10.0.0.1/", "private network"),
        ("http://169.254.169.254/latest/meta-data/", "private network"),
        ("http://[::ffff:10.0.0.1]/", "private network"),
        ("file:///etc/passwd", "must begin with"),
        ("ftp://a.example/", "must begin with"),
        ("http://user:word@a.example/", "user name"),
        ("http://a.example:6379/", "port"),
        ("http://[", "can't be understood"),
        ("http://localhost/", "private network"),
    ],
)
def test_each_redirect_is_checked_like_the_first_address(target, words):
    with serving(lambda path: Reply(status=302, headers={"Location": target})) as outside:
        with pytest.raises(OutsideProblem, match=words):
            body_of(outside.url)
        assert len(outside.asked) == 1


def test_this_machine_is_not_read_unless_the_operator_says_so(settings):
    settings.OUTSIDE_PRIVATE_HOSTS = []
    with serving(lambda path: Reply(b"secret")) as outside:
        with pytest.raises(OutsideProblem):
            body_of(outside.url)
        assert outside.asked == []


@pytest.mark.parametrize("scheme", ["http", "https"])
def test_a_name_that_changes_its_answer_is_asked_only_once(monkeypatch, scheme):
    """DNS rebinding: the address that was checked is the one that is connected to."""
    answers = iter(["93.184.216.34", "127.0.0.1", "127.0.0.1"])
    connected: list[str] = []

    def resolve(host: str, port: int, **_: object) -> list[object]:
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (next(answers), port))]

    def connect(address: tuple[str, int], *_: object) -> socket.socket:
        connected.append(address[0])
        raise OSError("not from here")

    monkeypatch.setattr(checked.socket, "getaddrinfo", resolve)
    monkeypatch.setattr("portal.outside.connect.create_connection", connect)
    with pytest.raises(OutsideProblem, match="can't be reached"):
        body_of(f"{scheme}://rebinding.example/")
    assert connected == ["93.184.216.34"]


def test_the_host_header_stays_that_of_the_address(settings, monkeypatch):
    with serving(lambda path: Reply(b"x")) as outside:
        port = int(outside.url.rpartition(":")[2])
        settings.OUTSIDE_PRIVATE_HOSTS = ["feed.example"]
        answer = [(socket.AF_INET, socket.SOCK_STREAM, 6, "", ("127.0.0.1", port))]
        real = socket.getaddrinfo
        monkeypatch.setattr(
            checked.socket,
            "getaddrinfo",
            lambda host, *a, **k: answer if host == "feed.example" else real(host, *a, **k),
        )
        assert body_of(f"http://feed.example:{port}/") == b"x"
        assert outside.headers[0]["Host"] == f"feed.example:{port}"


def test_a_server_that_is_not_there_is_said():
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    with pytest.raises(OutsideProblem, match="can't be reached"):
        body_of(f"http://127.0.0.1:{port}/")


def test_a_server_that_speaks_no_http_is_said():
    with socket.create_server(("127.0.0.1", 0)) as odd:
        port = odd.getsockname()[1]

        def talk() -> None:
            connection, _ = odd.accept()
            connection.recv(1000)
            connection.sendall(b"SSH-2.0-OpenSSH\r\n\r\n")
            connection.close()

        threading.Thread(target=talk, daemon=True).start()
        with pytest.raises(OutsideProblem):
            body_of(f"http://127.0.0.1:{port}/")


def test_a_server_that_never_begins_to_answer_is_left_in_time():
    with serving(lambda path: (time.sleep(3), Reply())[1]) as outside:
        began = time.monotonic()
        with pytest.raises(OutsideProblem, match=r"too long|in time"):
            body_of(outside.url, Limits(seconds=0.3))
        assert time.monotonic() - began < 2


def test_a_server_that_is_silent_for_too_long_is_left_before_all_time_is_over():
    with serving(lambda path: (time.sleep(3), Reply())[1]) as outside:
        began = time.monotonic()
        with pytest.raises(OutsideProblem, match="in time"):
            body_of(outside.url, Limits(seconds=60, read_seconds=0.3))
        assert time.monotonic() - began < 2


def test_headers_that_drip_are_left_in_time():
    with socket.create_server(("127.0.0.1", 0)) as slow:
        port = slow.getsockname()[1]

        def drip() -> None:
            connection, _ = slow.accept()
            try:
                connection.sendall(b"HTTP/1.1 200 OK\r\n")
                for _ in range(50):
                    connection.sendall(b"X: y\r\n")
                    time.sleep(0.1)
            except OSError:
                return

        threading.Thread(target=drip, daemon=True).start()
        began = time.monotonic()
        with pytest.raises(OutsideProblem, match="too long"):
            body_of(f"http://127.0.0.1:{port}/", Limits(seconds=0.4))
        assert time.monotonic() - began < 2
