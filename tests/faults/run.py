"""One run: prepare, send under faults, let the outbox empty, compare, tell."""

import os
import random
import shutil
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import django

from tests.faults import clock
from tests.faults.databases import Postgresql, Sqlite
from tests.faults.disk import Disk
from tests.faults.receiver import Receiver

if TYPE_CHECKING:  # what needs Django's settings is imported once they are known
    from tests.faults.clients import Clients
    from tests.faults.drafts import Expected
    from tests.faults.inflict import Faults

MINUTE, HOUR = 60, 3600
# Beside so many finished drafts with files, one form is filled in from its first page.
WALKS = 20
# A server that says "committed" before it is: a loss must be found.
CONTROL = ["synchronous_commit=off", "wal_writer_delay=10s", "wal_writer_flush_after=100000"]


@dataclass(frozen=True)
class Plan:
    """What to do. `schema`: an empty SQLite database to copy in place of migrating anew."""

    database: str
    submissions: int
    faults: int
    seed: int
    largest: int
    schema: Path | None = None
    control: bool = False
    at_once: int = 12


def say(*words: object) -> None:
    sys.stdout.write(" ".join(str(word) for word in words) + "\n")
    sys.stdout.flush()


def run(plan: Plan) -> int:
    """Do it all and return how many promises were broken."""
    say(f"{plan.database}: {plan.submissions} submissions, {plan.faults} faults, seed {plan.seed}")
    receiver = Receiver(plan.seed)
    receiver.start()
    with _place(plan, receiver) as (database, disk, folder):
        return _in_place(plan, receiver, database, disk, folder)


@contextmanager
def _place(plan: Plan, receiver: Receiver) -> Iterator[tuple[Sqlite | Postgresql, Disk, Path]]:
    folder = Path(tempfile.mkdtemp(prefix="faults-"))
    folder.chmod(0o755)
    disk = Disk(folder / "disk")
    database = _database(plan, disk)
    try:
        database.start()
        clock.step_to(folder / "clock", 0)
        os.environ.update(
            DJANGO_SETTINGS_MODULE="tests.faults.settings", DATABASE_URL=database.url,
            DATA_DIR=str(folder / "data"), FAULTS_CLOCK=str(folder / "clock"),
            REFERRALS_SEND_HTTPS=receiver.address,
        )  # fmt: skip
        yield database, disk, folder
    finally:
        database.stop()
        disk.close()
        shutil.rmtree(folder, ignore_errors=True)


def _database(plan: Plan, disk: Disk) -> Sqlite | Postgresql:
    if plan.database == "sqlite":
        file = Sqlite(disk.folder)
        if plan.schema:
            shutil.copy(plan.schema, file.path)
        return file
    options = CONTROL if plan.control else []
    return Postgresql(disk.folder, *options)


def _in_place(
    plan: Plan, receiver: Receiver, database: Sqlite | Postgresql, disk: Disk, folder: Path
) -> int:
    django.setup()
    from tests.faults.checks import violations
    from tests.faults.inflict import Faults
    from tests.faults.site import Site
    from tests.faults.tally import tell

    chance = random.Random(plan.seed)
    expected = prepare_all(plan, chance)
    site = Site(dict(os.environ), folder / "log")
    faults = Faults(site, database, disk, folder / "clock", chance)
    try:
        began = time.monotonic()
        site.start()
        clients = send(plan, expected, faults)
        taken = time.monotonic() - began
        say(f"  all told after {taken:.0f} s")
        empty_outbox(folder / "clock")
    finally:
        site.stop()
    broken = violations(expected, receiver)
    tell(expected, clients, faults, receiver, broken, taken)
    return len(broken)


def prepare_all(plan: Plan, chance: random.Random) -> "list[Expected]":
    """Migrate, and return finished drafts and forms to fill in, in any order."""
    from django.core.management import call_command
    from django.db import connections

    from tests.faults.drafts import prepare
    from tests.faults.walks import setting_out

    began = time.monotonic()
    if not plan.schema:
        call_command("migrate", verbosity=0)
    say(f"  schema ready after {time.monotonic() - began:.0f} s")
    expected = [prepare(n, chance, plan.largest) for n in range(plan.submissions)]
    expected += [setting_out(n) for n in range(plan.submissions // WALKS)]
    chance.shuffle(expected)
    say(f"  drafts ready after {time.monotonic() - began:.0f} s")
    connections.close_all()
    return expected


def send(plan: Plan, expected: "list[Expected]", faults: "Faults") -> "Clients":
    """Send everything, a part before each fault; return the clients when all were told."""
    from tests.faults.clients import Clients

    clients = Clients(faults.site.port, plan.seed)
    waiting: list[Future[None]] = []
    with ThreadPoolExecutor(plan.at_once) as pool:
        for number in range(plan.faults):
            part = slice(
                number * len(expected) // plan.faults, (number + 1) * len(expected) // plan.faults
            )
            for place, one in enumerate(expected[part], part.start):
                waiting.append(pool.submit(clients.send_all_at_once, one, place))
            time.sleep(faults.chance.uniform(0, 0.2))
            faults.next()
            _until(lambda: sum(not each.done() for each in waiting) <= 2 * plan.at_once, 120)
        faults.everything_works_again()
        clients.until = time.monotonic() + 120
    for each in waiting:
        each.result()
    return clients


def empty_outbox(time_file: Path, seconds: float = 240) -> None:
    """Let time pass, a minute a second, until all is delivered or patience ends.

    It begins tomorrow: a clock that was ahead has put off the next try until then. Not faster: a
    worker's lease must outlast its try, as in life.
    """
    from django.db import connections

    from referrals.models import OutboxMessage

    passed, until = 30 * HOUR, time.monotonic() + seconds
    while OutboxMessage.objects.filter(delivered_at=None).exists() and time.monotonic() < until:
        passed += MINUTE
        clock.step_to(time_file, passed)
        time.sleep(1)
    connections.close_all()


def _until(true: Callable[[], bool], seconds: float) -> None:
    until = time.monotonic() + seconds
    while not true() and time.monotonic() < until:
        time.sleep(0.05)
