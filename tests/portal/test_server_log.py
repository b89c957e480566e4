"""gunicorn's logs, as it writes them: started for real, with an access log asked for."""

import http.client
import logging
import socket
import subprocess
import sys
import time
from pathlib import Path

import pytest

from portal import server
from portal.server_log import without_query

APP = """
def app(environ, start_response):
    if environ["PATH_INFO"] == "/broken/":
        raise ValueError("cannot")
    start_response("200 OK", [("Content-Length", "2")])
    return [b"ok"]
"""
# As portal.server, less what needs Django.
CONFIG = """
from portal.server import *
workers = 1
del post_worker_init
"""


def message(text: str, *args: object) -> str:
    record = logging.LogRecord("gunicorn.error", logging.ERROR, "", 1, text, args, None)
    assert without_query(record)
    return record.getMessage()


@pytest.mark.parametrize(
    ("text", "args"),
    [
        ("Error handling request %s", ("/services/?near=WY3+1AB",)),
        ("Invalid request from ip=::1: 'GET /services/?near=WY3 1AB HTTP/1.1'", ()),
        ("Error handling request %s %s", ("GET", "/services/?q=100%25\nnear=WY3 1AB")),
    ],
)
def test_a_message_ends_where_a_query_begins(text, args):
    assert "/services/?" in message(text, *args)
    assert "WY3" not in message(text, *args)
    assert "near" not in message(text, *args)


@pytest.mark.parametrize("text", ["Worker exiting (pid: 12)", "100%", ""])
def test_another_message_stays_as_it_is(text):
    assert message(text) == text


def test_the_access_log_is_off_and_its_format_names_no_query_address_or_referrer():
    assert not hasattr(server, "accesslog")
    for atom in ("(r)", "(q)", "(h)", "(f)", "(a)", "(u)", "{"):
        assert f"%{atom}" not in server.access_log_format


@pytest.fixture
def logged(tmp_path: Path):
    """Return a function that sends raw request lines and gives back all that was logged."""
    (tmp_path / "little.py").write_text(APP)
    (tmp_path / "config.py").write_text(CONFIG)

    def run(lines: list[bytes]) -> str:
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            port = probe.getsockname()[1]
        command = [sys.executable, "-m", "gunicorn", "-c", str(tmp_path / "config.py")]
        command += ["--bind", f"127.0.0.1:{port}", "--pythonpath", str(tmp_path)]
        command += ["--access-logfile", "-", "little:app"]
        with (tmp_path / "log").open("wb") as log:
            process = subprocess.Popen(command, stdout=log, stderr=log)
            try:
                wait_for(port)
                for line in lines:
                    send(port, line)
            finally:
                process.terminate()
                process.wait(20)
        return (tmp_path / "log").read_text()

    return run


def wait_for(port: int) -> None:
    for _ in range(200):
        try:
            connection = http.client.HTTPConnection("127.0.0.1", port, timeout=5)
            connection.request("GET", "/")
            connection.getresponse().read()
            return
        except OSError:
            time.sleep(0.1)
    raise AssertionError("gunicorn did not start")


def send(port: int, line: bytes) -> None:
    with socket.create_connection(("127.0.0.1", port), timeout=10) as sock:
        sock.sendall(
            line + b"\r\nHost: x\r\nReferer: http://x/?near=WY3+1AD\r\nConnection: close\r\n\r\n"
        )
        while sock.recv(65536):
            pass


def test_a_server_that_was_asked_logs_the_path_alone(logged):
    text = logged(
        [
            b"GET /services/?near=WY3+1AB HTTP/1.1",
            b"GET /broken/?near=WY3+1AB HTTP/1.1",
            b"GET /services/?near=WY3 1AB HTTP/1.1",
        ]
    )
    assert '"GET /services/" 200' in text
    assert "/broken/" in text
    assert "ValueError" in text
    assert "near" not in text
    assert "WY3" not in text
