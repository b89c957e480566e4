"""Asking ClamAV, over a real socket: no answer is never taken for a good one."""

import socket
import threading
from unittest.mock import Mock

import pytest

from referrals.attachments import scanner
from tests.referrals.attachments.build import EICAR_LIKE, Clamd, clamd


@pytest.fixture
def ask(settings):
    def run(content=b"a letter", **how):
        with clamd(**how) as server:
            settings.CLAMAV_ADDRESS = server.address
            return scanner.scan(content), server

    return run


def test_nothing_found_is_said_as_such(ask):
    found, server = ask(b"a letter")
    assert found is scanner.Found.NOTHING
    assert server.seen == [b"a letter"]


def test_malware_is_said_as_such(ask):
    assert ask(EICAR_LIKE)[0] is scanner.Found.MALWARE


def test_a_large_file_arrives_whole_in_several_chunks(ask):
    content = bytes(range(256)) * 1000
    _, server = ask(content)
    assert server.seen == [content]


@pytest.mark.parametrize(
    "answer",
    [
        b"",
        b"\0",
        b"INSTREAM size limit exceeded. ERROR\0",
        b"stream: Can't allocate memory ERROR\0",
        b"stream: OK and more\0",
        b"OK\0",
        b"HTTP/1.1 200 OK\r\n\r\n",
        b"x" * 10_000,
    ],
)
def test_anything_but_a_clear_answer_is_none(ask, answer):
    with pytest.raises(scanner.NoAnswer):
        ask(answer=answer)


def test_a_scanner_that_hangs_up_gives_no_answer(ask):
    with pytest.raises(scanner.NoAnswer):
        ask(b"x" * 10_000_000, hang_up=True)


def test_one_that_answers_without_end_is_not_listened_to_for_ever():
    line = Mock(recv=Mock(side_effect=[b"x" * 1024] * 4 + [AssertionError("still listening")]))
    assert scanner._answer(line) == b"x" * 4096


def test_one_that_never_answers_is_given_up(settings, monkeypatch):
    monkeypatch.setattr(scanner, "SECONDS", 0.2)
    with socket.create_server(("127.0.0.1", 0)) as silent:
        settings.CLAMAV_ADDRESS = f"127.0.0.1:{silent.getsockname()[1]}"
        with pytest.raises(scanner.NoAnswer):
            scanner.scan(b"x")


@pytest.mark.parametrize(
    "address", ["127.0.0.1:1", "/no/such/socket", "nonsense", "host:", ":99999"]
)
def test_an_address_where_nobody_is_gives_no_answer(settings, address):
    settings.CLAMAV_ADDRESS = address
    with pytest.raises(scanner.NoAnswer):
        scanner.scan(b"x")


def test_a_socket_in_the_file_system_works_too(settings, tmp_path):
    server = Clamd()
    server.line.close()
    path = tmp_path / "clamd.sock"
    server.line = socket.socket(socket.AF_UNIX)
    server.line.bind(str(path))
    server.line.listen()
    threading.Thread(target=server._serve, daemon=True).start()
    settings.CLAMAV_ADDRESS = str(path)
    assert scanner.scan(b"x") is scanner.Found.NOTHING
    server.line.close()


def test_it_is_configured_by_its_address_alone(settings):
    settings.CLAMAV_ADDRESS = ""
    assert not scanner.is_configured()
    settings.CLAMAV_ADDRESS = "127.0.0.1:3310"
    assert scanner.is_configured()
