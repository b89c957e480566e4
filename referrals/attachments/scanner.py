"""Ask ClamAV about a file. Fails closed: no answer is never taken for a good one.

Protocol: docs.clamav.net/manual/Usage/Scanning.html#clamd, command INSTREAM.
"""

import re
import socket
import struct
from enum import Enum

from django.conf import settings

CHUNK = 65_536
SECONDS = 20
LONGEST_ANSWER = 4096
_ADDRESS = re.compile(r"/.+|[^/\s]+:\d{1,5}")


class Found(Enum):
    """What the scanner says of a file."""

    NOTHING = "nothing"
    MALWARE = "malware"


class NoAnswer(Exception):
    """The scanner that is configured does not answer, or not in a way that can be trusted."""


def is_configured() -> bool:
    """Say whether the operator has named a scanner in CLAMAV_ADDRESS."""
    return bool(settings.CLAMAV_ADDRESS)


def could_be_an_address() -> bool:
    """Say whether the address has the form of one; nobody is asked."""
    return bool(_ADDRESS.fullmatch(settings.CLAMAV_ADDRESS))


def scan(content: bytes) -> Found:
    """Return what the scanner found; raise NoAnswer. It must be configured."""
    try:
        with _connected(settings.CLAMAV_ADDRESS) as line:
            line.sendall(b"zINSTREAM\0")
            for start in range(0, len(content), CHUNK):
                chunk = content[start : start + CHUNK]
                line.sendall(struct.pack("!L", len(chunk)) + chunk)
            line.sendall(struct.pack("!L", 0))
            answer = _answer(line)
    except (OSError, ValueError) as error:
        raise NoAnswer from error
    if answer == b"stream: OK":
        return Found.NOTHING
    if answer.startswith(b"stream: ") and answer.endswith(b" FOUND"):
        return Found.MALWARE
    raise NoAnswer


def _connected(address: str) -> socket.socket:
    """Connect to "host:port" or to the path of a socket; raise OSError or ValueError."""
    if address.startswith("/"):
        line = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
        line.settimeout(SECONDS)
        line.connect(address)
        return line
    host, _, port = address.rpartition(":")
    return socket.create_connection((host.strip("[]"), int(port)), timeout=SECONDS)


def _answer(line: socket.socket) -> bytes:
    """Return the one line of the answer, without the mark of its end."""
    answer = b""
    while not answer.endswith(b"\0") and len(answer) < LONGEST_ANSWER:
        more = line.recv(1024)
        if not more:
            break
        answer += more
    return answer.rstrip(b"\0\n")
