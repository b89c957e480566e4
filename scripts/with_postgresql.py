"""Run a command with DATABASE_URL set to a PostgreSQL that lives as long as the command.

    python scripts/with_postgresql.py pytest -n 2

The cluster is made in a temporary folder and listens on a socket in it, so it meets no other.
"""

import os
import pwd
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

PLACES = sorted(Path("/usr/lib/postgresql").glob("*/bin"), reverse=True)


def main() -> int:
    programs = programs_of_postgresql()
    if programs is None:
        print("There is no PostgreSQL server here, so its tests are not run. Install postgresql.")
        return int(os.environ.get("REQUIRE_ALL") == "1")
    with cluster(programs) as url:
        environment = {**os.environ, "DATABASE_URL": url}
        return subprocess.run(sys.argv[1:], env=environment, check=False).returncode


def programs_of_postgresql() -> Path | None:
    """Return the folder with initdb and pg_ctl; None if there is no server here."""
    programs = next((place for place in PLACES if (place / "initdb").exists()), None)
    found = shutil.which("initdb")
    return programs or (Path(found).parent if found else None)


@contextmanager
def cluster(programs: Path) -> Iterator[str]:
    """Yield the address of a fresh cluster; it is stopped and removed at the end."""
    folder = Path(tempfile.mkdtemp(prefix="front-door-postgresql-"))
    if os.getuid() == 0:
        shutil.chown(folder, "postgres")
    data = folder / "data"
    options = f"-c listen_addresses= -c unix_socket_directories={folder} -c fsync=off"
    try:
        run(programs / "initdb", "-D", data, "-U", "front_door", "-A", "trust", "-E", "UTF8")
        run(programs / "pg_ctl", "-D", data, "-w", "-o", options, "-l", folder / "log", "start")
        yield f"postgres://front_door@/postgres?host={folder}"
    finally:
        run(programs / "pg_ctl", "-D", data, "-m", "immediate", "stop", check=False)
        shutil.rmtree(folder, ignore_errors=True)


def run(*command: object, check: bool = True) -> None:
    """Run a PostgreSQL program; it refuses to be root, so root runs it as postgres."""
    user = "postgres" if os.getuid() == 0 else pwd.getpwuid(os.getuid()).pw_name
    subprocess.run(
        [str(part) for part in command], check=check, user=user, cwd="/", stdout=subprocess.DEVNULL
    )


if __name__ == "__main__":
    sys.exit(main())
