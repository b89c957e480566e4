"""The database under fault, on the small disk: a file, or a PostgreSQL that is restarted."""

import os
import random
import shutil
import signal
import subprocess
import time
from contextlib import suppress
from pathlib import Path

from scripts.with_postgresql import programs_of_postgresql, run


class Sqlite:
    """One file. Nothing to restart: whoever writes to it is the database."""

    kind = "sqlite"

    def __init__(self, folder: Path) -> None:
        self.path = folder / "front-door.sqlite3"
        self.url = f"sqlite:///{self.path}"

    def start(self) -> None:
        """There is no server."""

    stop = mend = start


class Postgresql:
    """A cluster in the folder; `options` as for `postgres -c`."""

    kind = "postgresql"

    def __init__(self, folder: Path, *options: str) -> None:
        programs = programs_of_postgresql()
        if programs is None:
            raise FileNotFoundError("There is no PostgreSQL server here. Install postgresql.")
        self.programs, self.folder = programs, folder / "postgresql"
        self.folder.mkdir()
        if os.getuid() == 0:
            shutil.chown(self.folder, "postgres")
        self.data = self.folder / "data"
        self.url = f"postgres://front_door@/postgres?host={self.folder}"
        settings = [
            "listen_addresses=", f"unix_socket_directories={self.folder}",
            "max_wal_size=128MB", "wal_recycle=off", *options,
        ]  # fmt: skip
        self.options = " ".join(f"-c {each}" for each in settings)

    def start(self) -> None:
        run(
            self.programs / "initdb",
            "-D",
            self.data,
            "-U",
            "front_door",
            "-A",
            "trust",
            "-E",
            "UTF8",
        )
        self._control("start")

    def restart(self) -> None:
        """Stop it in the middle of everything, and let it recover."""
        self._control("restart", "-m", "immediate")

    def kill_a_backend(self, chance: random.Random) -> None:
        """Kill a process of the server: it stops all others and recovers by itself."""
        found = subprocess.run(
            ["pgrep", "-P", self._postmaster(), "-f", "front_door"],
            capture_output=True, text=True, check=False,
        )  # fmt: skip
        backends = [int(each) for each in found.stdout.split()]
        if backends:
            with suppress(ProcessLookupError):
                os.kill(chance.choice(backends), signal.SIGKILL)

    def mend(self) -> None:
        """Start it again if it gave up, as a service manager does."""
        for _ in range(30):
            if self._answers():
                return
            if not self._runs():
                self._control("start", check=False)
            time.sleep(0.5)

    def stop(self) -> None:
        self._control("stop", "-m", "immediate", check=False)

    def _answers(self) -> bool:
        asked = subprocess.run([self.programs / "pg_isready", "-q", "-h", self.folder], check=False)
        return asked.returncode == 0

    def _runs(self) -> bool:
        with suppress(OSError):
            return Path(f"/proc/{self._postmaster()}/stat").read_text().split()[2] != "Z"
        return False

    def _postmaster(self) -> str:
        return (self.data / "postmaster.pid").read_text().split()[0]

    def _control(self, *what: str, check: bool = True) -> None:
        log = self.folder / "log"
        command = (self.programs / "pg_ctl", "-D", self.data, "-w", "-o", self.options, "-l", log)
        run(*command, *what, check=check)
