"""Does the directory stay as quick when it holds ten times as much?

    python benchmarks/directory.py FOLDER [SIZE SIZE, default 10000 100000]

Makes one database for each size in FOLDER, once (SQLite; on PostgreSQL when DATABASE_URL names a
server, one database a size), and a search index. Then one process for each size answers the same
addresses through all middleware, views and templates, in turn, so that both feel the same
neighbours. Prints the median in milliseconds, the number of queries and the ratio of the sizes;
at the end the whole export of the largest, with its peak of memory, beside bare `json.dumps`.
"""

import json
import os
import resource
import statistics
import subprocess
import sys
import time
from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any
from urllib.parse import quote

HERE = Path(__file__).resolve()
sys.path[:0] = [str(HERE.parents[1]), str(HERE.parent)]
ROUNDS = 25
API = "/open-data/v3/services"
# {n}: another value in every round, so that no answer can come from the one before.
ADDRESSES = {
    "entry page": "/services/{key}/",
    "API item": API + "/{key}",
    "list: all": "/services/",
    "list: all, deep page": "/services/?page={deep}",
    "list: words": "/services/?q={word}+group",
    "list: place": "/services/?near={postcode}",
    "list: place, nearest, page 3": "/services/?near={postcode}&sort=nearest&page=3",
    "list: place, need, open now": "/services/?near={postcode}&need=bereavement&open_now=yes",
    "list: need, free, by name": "/services/?need=bereavement&cost=free&sort=name&page={n}",
    "API: first page": API,
    "API: middle page": API + "?page={middle}",
    "API: last page": API + "?page={last}",
    "API: full": API + "?full=true&page={n}",
    "API: modified after": API + "?modified_after={moment}",
    "API: postcode": API + "?postcode={postcode}",
    "API: services at locations": "/open-data/v3/service_at_locations?page={n}",
    "API: organizations": "/open-data/v3/organizations?page={n}",
}
WORDS = ("grief", "night", "carers", "children", "evening", "advice", "medicines", "walk")


def start() -> None:
    """Set Django up as in production, but for the addresses of static files."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "portal.settings.development")
    import django
    from django.conf import settings

    settings.DEBUG = False
    settings.ALLOWED_HOSTS = ["testserver"]
    django.setup()


def prepare(size: int) -> None:
    """Make the database and its index, unless they are there."""
    start()
    from django.core.management import call_command
    from generated_directory import generate

    from services_directory.models import Service

    call_command("migrate", verbosity=0)
    if not Service.objects.exists():
        began = time.perf_counter()
        generate(size)
        print(f"made {size:,} services in {time.perf_counter() - began:.0f} s", flush=True)
    # Named only when whole: a run ended half-way leaves a part of an index, and no name.
    if not Path(os.environ["DATA_DIR"], "search-index", "current").exists():
        call_command("rebuild_search", verbosity=0)


def answer() -> None:
    """Read addresses from standard input; write milliseconds, queries and status."""
    start()
    from django.db import connection
    from django.test import Client
    from django.test.utils import CaptureQueriesContext

    client = Client()
    print(json.dumps(_facts()), flush=True)
    for line in sys.stdin:
        address, count = json.loads(line)
        began = time.perf_counter()
        if count:
            with CaptureQueriesContext(connection) as queries:
                response = client.get(address)
        else:
            response = client.get(address)
        taken = (time.perf_counter() - began) * 1000
        asked = len(queries) if count else 0
        print(json.dumps([taken, asked, response.status_code]), flush=True)


def _facts() -> dict[str, Any]:
    """Return the parts of addresses that depend on what is stored."""
    from services_directory.models import Service

    public = Service.objects.public()
    total, whole = public.count(), public.filter(service_at_locations__isnull=False)
    return {
        "key": str(whole.order_by("pk").first().pk),
        "deep": total // 20 - 1,
        "middle": total // 40,
        "last": -(-total // 20),
        "changed": Service.objects.order_by("-last_modified")[19].last_modified.isoformat(),
    }


def export() -> None:
    """Stream everything, measure memory, then serialise the same dictionaries bare."""
    start()
    from django.test import Client

    began, kept, rows, size = time.perf_counter(), [], 0, 0
    for line in Client().get(f"{API}?format=ndjson&full=true").streaming_content:
        rows, size = rows + 1, size + len(line)
        if rows <= 5_000:
            kept.append(line)
    taken = time.perf_counter() - began
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    objects = [json.loads(line) for line in kept]
    began = time.perf_counter()
    for each in objects:
        json.dumps(each, ensure_ascii=False).encode()
    bare = len(objects) / (time.perf_counter() - began)
    print(
        f"export of {rows:,} services, {size / 1e6:.0f} MB: {taken:.0f} s, "
        f"{rows / taken:,.0f} rows a second (bare json.dumps: {bare:,.0f}), peak {peak:.0f} MB"
    )


class Server:
    """A process that answers for one size."""

    def __init__(self, environment: dict[str, str]) -> None:
        self.process = subprocess.Popen(
            [sys.executable, HERE, "answer"], env=environment, text=True,
            stdin=subprocess.PIPE, stdout=subprocess.PIPE,
        )  # fmt: skip
        self.facts: dict[str, Any] = self._read()

    def _read(self) -> Any:
        assert self.process.stdout
        return json.loads(self.process.stdout.readline())

    def get(self, address: str, number: int, *, count: bool = False) -> Any:
        """Return the milliseconds, or with `count` the number of queries."""
        changed = datetime.fromisoformat(self.facts["changed"])
        values = self.facts | {
            "n": 1 + number % 5,
            "word": WORDS[number % len(WORDS)],
            "postcode": f"{'ABCDEFGHJK'[number % 10]}{'CDEFG'[number % 5]}1+1AB",
            "moment": quote((changed - timedelta(microseconds=number)).isoformat()),
        }
        assert self.process.stdin
        print(json.dumps([address.format(**values), count]), file=self.process.stdin, flush=True)
        taken, queries, status = self._read()
        assert status == 200, (address, status)
        return queries if count else taken


def measure(servers: dict[int, Server]) -> Iterator[str]:
    """Yield a line of the table for each address."""
    for name, address in ADDRESSES.items():
        taken: dict[int, list[float]] = {size: [] for size in servers}
        for number in range(ROUNDS + 3):
            for size, server in servers.items():
                milliseconds = server.get(address, number)
                if number >= 3:
                    taken[size].append(milliseconds)
        queries = {size: s.get(address, 0, count=True) for size, s in servers.items()}
        medians = [statistics.median(values) for values in taken.values()]
        shown = " | ".join(f"{median:.1f}" for median in medians)
        asked = " | ".join(str(count) for count in queries.values())
        yield f"| {name} | {shown} | {medians[-1] / medians[0]:.2f} | {asked} |"


def environment(folder: Path, size: int) -> dict[str, str]:
    url = os.environ.get("DATABASE_URL", "")
    kind = "postgresql" if url else "sqlite"
    data = folder / f"{kind}-{size}"
    data.mkdir(parents=True, exist_ok=True)
    found = {**os.environ, "DATA_DIR": str(data)}
    if url:
        found["DATABASE_URL"] = url.replace("/postgres?", f"/front_door_{size}?")
        subprocess.run(
            ["psql", "-q", url, "-c", f"CREATE DATABASE front_door_{size}"],
            check=False, stderr=subprocess.DEVNULL,
        )  # fmt: skip
    return found


def compare(folder: Path, sizes: list[int]) -> None:
    places = {size: environment(folder, size) for size in sizes}
    for size, place in places.items():
        subprocess.run([sys.executable, HERE, "prepare", str(size)], env=place, check=True)
    servers = {size: Server(place) for size, place in places.items()}
    for size, server in servers.items():
        print(f"first list page of a new process, {size:,}: {server.get('/services/', 0):,.0f} ms")
    print(f"| | {' | '.join(f'{size:,}, ms' for size in sizes)} | ratio | queries |  |")
    for line in measure(servers):
        print(line, flush=True)
    for server in servers.values():
        server.process.terminate()
        server.process.wait()
    subprocess.run([sys.executable, HERE, "export"], env=places[sizes[-1]], check=True)


def main() -> None:
    parts = {"answer": answer, "export": export, "prepare": prepare}
    if sys.argv[1] in parts:
        parts[sys.argv[1]](*(int(size) for size in sys.argv[2:]))
    else:
        compare(Path(sys.argv[1]), [int(size) for size in sys.argv[2:]] or [10_000, 100_000])


if __name__ == "__main__":
    main()
