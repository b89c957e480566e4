"""`make demo`: get the demo site ready and serve it as production would."""

import os
import signal
import socket
import subprocess
import sys
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError
from django.db import connection
from django.db.migrations.executor import MigrationExecutor

from portal.people.demo import PASSWORD, USERS


class Command(BaseCommand):
    help = "Prepare the demo site and serve it on 127.0.0.1 until Ctrl-C."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--port", type=int, default=int(os.environ.get("PORT", "8000")))
        parser.add_argument("--prepare-only", action="store_true", help="do not serve")

    def handle(self, *args: Any, **options: Any) -> None:
        if not getattr(settings, "DEMO", False):
            raise CommandError("Set DJANGO_SETTINGS_MODULE=portal.settings.demo first.")
        if not options["prepare_only"] and taken(options["port"]):
            raise CommandError("That port is in use. Try another: make demo PORT=8080")
        self.migrate()
        self.load()
        if not options["prepare_only"]:
            self.announce(options["port"])
            serve(options["port"])

    def migrate(self) -> None:
        executor = MigrationExecutor(connection)
        if executor.migration_plan(executor.loader.graph.leaf_nodes()):
            self.step("Making the database (about half a minute)")
            call_command("migrate", interactive=False, verbosity=1)

    def load(self) -> None:
        marker: Path = settings.DATA_DIR / "demo-loaded"
        if marker.exists():
            self.step("The demo partnership is there already; what you entered is kept")
            return
        self.step("Loading the demo partnership, Wyvern Vale (about half a minute)")
        call_command("load_demo", stdout=self.stdout)
        marker.touch()

    def announce(self, port: int) -> None:
        site = f"http://127.0.0.1:{port}"
        lines = [
            "",
            "Front Door is open. Ctrl-C closes it.",
            f"  The public site       {site}/",
            f"  Staff                 {site}/staff/",
            f"  Editors (Wagtail)     {site}/admin/",
            "",
            f"Demo logins, all with the password: {PASSWORD}",
            *(f"  {email:<32}{role}" for email, _, _, role in USERS),
            "",
        ]
        self.stdout.write("\n".join(lines))
        self.stdout.flush()

    def step(self, line: str) -> None:
        self.stdout.write(f"==> {line}")
        self.stdout.flush()


def taken(port: int) -> bool:
    """Say whether something listens on this port already."""
    with socket.socket() as probe:
        return probe.connect_ex(("127.0.0.1", port)) == 0


def serve(port: int) -> None:
    """Run the worker and gunicorn; stop both on Ctrl-C or when the server stops."""
    # A closed terminal or a supervisor's stop ends both, as Ctrl-C does.
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(0))
    worker = subprocess.Popen([sys.executable, "manage.py", "run_worker"])
    try:
        subprocess.run(gunicorn_command(port), check=False)
    except KeyboardInterrupt:
        pass
    finally:
        worker.terminate()
        worker.wait()


def gunicorn_command(port: int) -> list[str]:
    """Return the command line that serves the site on 127.0.0.1."""
    return [
        sys.executable, "-m", "gunicorn", "-c", "python:portal.server", "portal.wsgi",
        "--bind", f"127.0.0.1:{port}",
    ]  # fmt: skip
