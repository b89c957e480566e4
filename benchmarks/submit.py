"""How long does sending a referral take at 20 a second, beside a bare INSERT and COMMIT?

    python benchmarks/submit.py [--rate 20] [--seconds 60] [--megabytes 0]

gunicorn as in production (2 workers, 4 threads) on a PostgreSQL of its own with fsync and
synchronous commit, on the disk of --folder. People come at even times whether or not earlier ones
have their answer, and the wait counts from the time when they came. Half-way between any two of
them one row of as many bytes as the referral, its audit row and its outbox row is written bare, so
that both sides feel the same neighbours. Prints milliseconds, and ratios to the bare write.
"""

import argparse
import http.client
import os
import random
import shutil
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

import django  # noqa: E402

from tests.faults.databases import Postgresql  # noqa: E402
from tests.faults.site import free_port, until_it_answers  # noqa: E402

WARM_UP = 40
TOKEN = "f" * 32
_own = threading.local()


def main() -> None:
    asked = _arguments().parse_args()
    folder = Path(tempfile.mkdtemp(prefix="submit-", dir=asked.folder))
    folder.chmod(0o755)
    database = Postgresql(folder)
    try:
        database.start()
        os.environ.update(
            DJANGO_SETTINGS_MODULE="tests.faults.settings", DATABASE_URL=database.url,
            DATA_DIR=str(folder / "data"),
        )  # fmt: skip
        django.setup()
        measure(asked.rate, asked.seconds, asked.megabytes)
    finally:
        database.stop()
        shutil.rmtree(folder, ignore_errors=True)


def measure(rate: int, seconds: int, megabytes: float) -> None:
    """Make the drafts, serve them, and print what was measured."""
    from django.core.management import call_command

    call_command("migrate", verbosity=0)
    tokens = drafts(rate * seconds + WARM_UP, megabytes)
    port = free_port()
    command = [sys.executable, "-m", "gunicorn", "-c", "python:portal.server"]
    command += ["-b", f"127.0.0.1:{port}", "portal.wsgi"]
    server = subprocess.Popen(command, cwd=ROOT)
    try:
        until_it_answers(port)
        for token in tokens[:WARM_UP]:
            send(port, token)
        size = bytes_of_one()
        sent, bare = side_by_side(
            [lambda t=t: send(port, t) for t in tokens[WARM_UP:]], lambda: write_bare(size), rate
        )
    finally:
        server.terminate()
        server.wait()
    show(f"send, {rate} a second, {len(sent)} of them", sent, bare)
    show(f"bare INSERT and COMMIT of {size} bytes", bare, bare)
    make_sure(len(tokens))


def drafts(count: int, megabytes: float) -> list[str]:
    """Return the tokens of drafts that are ready to send; print how long a file takes to keep."""
    from referrals.attachments.services import add
    from referrals.journey.drafts import find
    from tests.faults.drafts import prepare

    chance = random.Random(1)
    tokens = [prepare(number, chance, 300).token for number in range(count)]
    taken, bare = [], []
    for number, token in enumerate(tokens if megabytes else ()):
        content = b"%PDF-1.7\n" + chance.randbytes(round(megabytes * 1e6)).replace(b"/", b".")
        draft = find(token)
        taken.append(milliseconds(lambda: add(draft, f"{number}.pdf", content)))  # noqa: B023
        if number % 4 == 0:
            bare.append(milliseconds(lambda: write_bare(len(content) * 4 // 3)))  # noqa: B023
    if megabytes:
        show(f"keep a file of {megabytes:g} MB: check, seal, store", taken, bare)
        show("bare INSERT and COMMIT of the sealed bytes", bare, bare)
    return tokens


def send(port: int, token: str) -> None:
    """Press the button; anything but the way to the confirmation is an error."""
    path = f"/refer/form/{token}/send/"
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=30)
    address = f"10.{hash(token) % 256}.{hash(token) // 256 % 256}.1"
    headers = {"Cookie": f"csrftoken={TOKEN}", "X-CSRFToken": TOKEN, "X-Forwarded-For": address}
    connection.request("POST", path, body=b"", headers=headers)
    answer = connection.getresponse()
    connection.close()
    assert answer.status == 302, answer.status
    assert str(answer.headers["Location"]).endswith("/sent/")


def write_bare(size: int) -> None:
    """Write a row of random bytes with a connection of this thread's own."""
    import psycopg
    from django.db import connection

    if not hasattr(_own, "line"):
        facts = connection.settings_dict
        host = facts["HOST"] or facts["OPTIONS"].get("host")
        _own.line = psycopg.connect(host=host, user=facts["USER"], dbname=facts["NAME"])
        _own.line.execute("SET client_min_messages = error")
        _own.line.execute("CREATE TABLE IF NOT EXISTS bare (id bigserial PRIMARY KEY, data bytea)")
        _own.line.commit()
    _own.line.execute("INSERT INTO bare (data) VALUES (%s)", [random.randbytes(size)])
    _own.line.commit()


def bytes_of_one() -> int:
    """Return how many bytes a submit writes: the median of the referrals that are there."""
    from referrals.models import Referral

    rows = Referral.objects.values_list("sealed_answers", "sealed_summary", "sealed_secrets")
    return round(statistics.median(sum(map(len, row)) for row in rows)) + 600


def side_by_side(
    sends: list[Callable[[], None]], bare: Callable[[], None], rate: int
) -> tuple[list[float], list[float]]:
    """Start each at its time, the bare ones half-way between; return milliseconds of both."""
    sent: list[float] = []
    written: list[float] = []
    began = time.perf_counter() + 0.5

    def at(when: float, act: Callable[[], None], kept: list[float]) -> None:
        time.sleep(max(0.0, when - time.perf_counter()))
        act()
        kept.append((time.perf_counter() - when) * 1000)

    bare()
    with ThreadPoolExecutor(200) as people, ThreadPoolExecutor(1) as writer:
        jobs = []
        for number, one in enumerate(sends):
            when = began + number / rate
            jobs.append(people.submit(at, when, one, sent))
            jobs.append(writer.submit(at, when + 0.5 / rate, bare, written))
        for job in jobs:
            job.result()
    return sent, written


def milliseconds(act: Callable[[], object]) -> float:
    began = time.perf_counter()
    act()
    return (time.perf_counter() - began) * 1000


def show(name: str, taken: list[float], beside: list[float]) -> None:
    cuts, other = statistics.quantiles(taken, n=10), statistics.quantiles(beside, n=10)
    print(
        f"| {name} | {cuts[4]:.1f} | {cuts[8]:.1f} | {max(taken):.0f} "
        f"| {cuts[4] / other[4]:.1f} | {cuts[8] / other[8]:.1f} |",
        flush=True,
    )


def make_sure(count: int) -> None:
    """What was measured was done: every one is there once, and the trail is whole."""
    from referrals import audit_chain
    from referrals.models import Referral

    assert Referral.objects.count() == count
    assert audit_chain.verify().faults == []


def _arguments() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(description="How long does sending a referral take?")
    parser.add_argument("--rate", type=int, default=20, help="sends a second")
    parser.add_argument("--seconds", type=int, default=60)
    parser.add_argument("--megabytes", type=float, default=0, help="a file of that size with each")
    parser.add_argument("--folder", help="where the database's disk is")
    return parser


if __name__ == "__main__":
    main()
