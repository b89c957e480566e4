"""Start the demo site in a folder of its own, as a child process, and stop it again."""

import os
import re
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

START_SECONDS = 600  # the machine may have other work


@dataclass(frozen=True)
class Site:
    url: str
    data_dir: Path

    def public_addresses(self) -> list[str]:
        """Return the paths of all pages and services that the sitemap names."""
        with urllib.request.urlopen(self.url + "/sitemap.xml", timeout=30) as answer:
            text = answer.read().decode()
        return [
            re.sub(r"^https?://[^/]+", "", loc) for loc in re.findall(r"<loc>([^<]+)</loc>", text)
        ]


def serve_demo(root: Path, data_dir: Path) -> Iterator[Site]:
    """Yield the running site; fail with the log's end when it does not start."""
    port = free_port()
    log = data_dir / "log.txt"
    environment = {
        **os.environ,
        "DATA_DIR": str(data_dir),
        "DJANGO_SETTINGS_MODULE": "portal.settings.demo",
    }
    with log.open("w") as out:
        process = subprocess.Popen(
            [sys.executable, "manage.py", "demo", "--port", str(port)],
            cwd=root, env=environment, stdout=out, stderr=subprocess.STDOUT,
        )  # fmt: skip
    try:
        site = Site(f"http://127.0.0.1:{port}", data_dir)
        wait_until_ready(site, process, log)
        yield site
    finally:
        process.terminate()
        process.wait(timeout=30)


def wait_until_ready(site: Site, process: subprocess.Popen[bytes], log: Path) -> None:
    deadline = time.monotonic() + START_SECONDS
    while time.monotonic() < deadline:
        if process.poll() is not None:
            break
        try:
            urllib.request.urlopen(site.url + "/health/ready", timeout=2)
        except OSError:
            time.sleep(0.3)
        else:
            return
    raise AssertionError("The demo site did not start:\n" + log.read_text()[-4000:])


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])
