"""Answers to what never reaches Django."""

import socket

import pytest
from gunicorn import util

from portal import server


def answer(status: int, reason: str) -> tuple[str, str]:
    ours, theirs = socket.socketpair()
    with ours, theirs:
        server.refuse(ours, status, reason, "details <for the log>")
        ours.shutdown(socket.SHUT_WR)
        text = b"".join(iter(lambda: theirs.recv(65536), b"")).decode()
    head, _, body = text.partition("\r\n\r\n")
    return head, body


@pytest.mark.parametrize(("status", "reason"), [(414, "Too Long"), (400, "Bad"), (500, "Oh")])
def test_it_is_a_page_with_a_number_to_ring_and_no_detail(status, reason):
    head, body = answer(status, reason)
    assert head.startswith(f"HTTP/1.1 {status} {reason}\r\n")
    assert f"Content-Length: {len(body.encode())}" in head
    assert "<h1>" in body
    assert 'href="tel:999"' in body
    assert "details" not in body


def test_it_has_the_headers_of_every_other_page():
    head, _ = answer(400, "Bad")
    assert "X-Frame-Options: DENY" in head
    assert "default-src 'none'" in head


def test_gunicorn_writes_its_refusals_with_it(monkeypatch):
    monkeypatch.setattr(util, "write_error", util.write_error)
    warmed = []
    monkeypatch.setattr(server, "warm_up_meanwhile", lambda: warmed.append(1))
    server.post_worker_init(None)
    assert warmed == [1]
    assert util.write_error is server.refuse
