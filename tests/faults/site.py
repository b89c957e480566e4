"""The processes of one site: a gunicorn with its workers, and workers of the outbox."""

import http.client
import os
import signal
import socket
import subprocess
import sys
import time
from contextlib import suppress
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
OUTBOX_WORKERS = 3


class Site:
    """Started in `environment`; `port` answers once `start` has returned."""

    def __init__(self, environment: dict[str, str], log: Path) -> None:
        self.environment, self.log, self.port = environment, log, free_port()
        self.web: subprocess.Popen[bytes] | None = None
        self.outbox: subprocess.Popen[bytes] | None = None

    def start(self) -> None:
        self.start_web()
        self.outbox = self._run("-m", "tests.faults.outbox", str(OUTBOX_WORKERS))
        until_it_answers(self.port)

    def start_web(self) -> None:
        self.web = self._run(
            "-m", "gunicorn", "-c", "python:tests.faults.server",
            "-b", f"127.0.0.1:{self.port}", "portal.wsgi",
        )  # fmt: skip

    def stop(self) -> None:
        for process in filter(None, (self.web, self.outbox)):
            with suppress(ProcessLookupError):
                os.killpg(process.pid, signal.SIGKILL)
            process.wait()

    def web_workers(self) -> list[int]:
        return children(self.web)

    def outbox_workers(self) -> list[int]:
        return children(self.outbox)

    def kill_all_of_web(self) -> None:
        """Kill the master and its workers at once, and start anew as a service manager does."""
        assert self.web
        with suppress(ProcessLookupError):
            os.killpg(self.web.pid, signal.SIGKILL)
        self.web.wait()
        self.start_web()

    def mend(self) -> None:
        """Start again what died as a whole."""
        if self.web and self.web.poll() is not None:
            self.start_web()
        if self.outbox and self.outbox.poll() is not None:
            self.outbox = self._run("-m", "tests.faults.outbox", str(OUTBOX_WORKERS))

    def _run(self, *arguments: str) -> "subprocess.Popen[bytes]":
        with self.log.open("ab") as log:
            return subprocess.Popen(
                [sys.executable, *arguments], cwd=ROOT, env=self.environment,
                stdout=log, stderr=log, start_new_session=True,
            )  # fmt: skip


def children(process: "subprocess.Popen[bytes] | None") -> list[int]:
    """Return the ids of its running children; none if it has ended."""
    try:
        listed = Path(f"/proc/{process.pid}/task/{process.pid}/children").read_text()
    except (AttributeError, OSError):
        return []
    return [int(each) for each in listed.split()]


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def until_it_answers(port: int, seconds: float = 180) -> None:
    """Return when the site says it is ready; raise TimeoutError."""
    until = time.monotonic() + seconds
    while time.monotonic() < until:
        with suppress(OSError, http.client.HTTPException):
            connection = http.client.HTTPConnection("127.0.0.1", port, timeout=5)
            connection.request("GET", "/health/ready")
            if connection.getresponse().status == 200:
                return
        time.sleep(0.2)
    raise TimeoutError("The site does not answer.")
