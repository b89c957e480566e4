"""How long does it take to read, compare and apply a large feed, and with how much memory?

    python benchmarks/imports.py [services, default 10000 100000]

Writes a feed of Open Referral UK 3.0, one object a line, of generated services (each with a phone,
a place, a time, a term and an area; twenty of an organisation), and imports it into a database of
its own: SQLite in a temporary folder, or the empty PostgreSQL database of DATABASE_URL. Each size
runs in a process of its own. Prints seconds, those of the processor among them, and the peak
memory of the process after each step, for a first import, the same feed again, and one in which
every tenth service changed.
"""

import json
import os
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any
from uuid import UUID, uuid5

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
NAMESPACE = UUID(int=2026)
WORDS = ["evening", "moor", "care", "walk", "choir", "lunch", "grief", "garden", "night", "visit"]


def key(kind: str, number: int) -> str:
    return str(uuid5(NAMESPACE, f"{kind}:{number}"))


def service(number: int, changed: bool) -> dict[str, Any]:
    body, place, term = number // 20, number % 20_000, number % 30
    word = WORDS[number % 10], WORDS[number // 10 % 10], WORDS[number // 100 % 10]
    return {
        "id": key("service", number),
        "name": f"{' '.join(word).capitalize()} {number}",
        "description": f"People meet. {'Now on Fridays.' if changed else ''} Ring us.",
        "status": "active",
        "organization_id": key("body", body),
        "organization": {
            "id": key("body", body),
            "name": f"Body {body}",
            "description": "They care.",
            "website": f"https://body-{body}.example",
        },
        "phones": [{"id": key("phone", number), "number": f"01632 {960000 + number % 999999:06d}"}],
        "service_at_locations": [
            {
                "id": key("at", number),
                "location_id": key("place", place),
                "location": {
                    "id": key("place", place),
                    "name": f"Hall {place}",
                    "location_type": "physical",
                    "latitude": 54 + place % 100 / 500,
                    "longitude": 1.5 + place % 90 / 500,
                    "addresses": [
                        {
                            "id": key("address", place),
                            "address_1": f"{place} Moor Road",
                            "city": "Eastmoor",
                            "state_province": "Wyvern Vale",
                            "postal_code": f"WY{place % 9 + 1} {place % 10}AB",
                            "country": "GB",
                            "address_type": "physical",
                        }
                    ],
                },
            }
        ],
        "schedules": [
            {
                "id": key("time", number),
                "freq": "WEEKLY",
                "byday": "TU",
                "opens_at": "09:00:00",
                "closes_at": "12:00:00",
            }
        ],
        "service_areas": [{"id": key("area", number), "name": "Eastmoor"}],
        "attributes": [
            {
                "id": key("tie", number),
                "link_type": "service",
                "taxonomy_term_id": key("term", term),
                "taxonomy_term": {
                    "id": key("term", term),
                    "name": f"Term {term}",
                    "taxonomy": "Needs",
                    "taxonomy_id": key("list", 0),
                },
            }
        ],
    }


def lines(count: int, every: int = 0) -> Iterator[str]:
    for number in range(count):
        yield json.dumps(service(number, bool(every) and number % every == 0)) + "\n"


def peak() -> float:
    """Return the highest memory of this process so far, in MB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def timed(name: str, work: Callable[[], object]) -> None:
    began, busy = time.perf_counter(), time.process_time()
    work()
    took, used = time.perf_counter() - began, time.process_time() - busy
    print(f"  {name:<28}{took:8.1f} s, {used:.1f} s of CPU, peak {peak():.0f} MB", flush=True)


def measure(count: int) -> None:
    import django

    django.setup()
    from django.core.files import File
    from django.core.management import call_command

    from services_directory.imports import runs
    from services_directory.imports.applying import apply
    from services_directory.imports.comparison import compare
    from services_directory.imports.staging import read_feed
    from services_directory.models import Feed

    call_command("migrate", verbosity=0)
    feed = Feed.objects.create(name=f"{count} services", format="oruk3")
    print(f"{count} services; peak before {peak():.0f} MB", flush=True)
    for name, every in (("first", 0), ("same", 0), ("tenth changed", 10)):
        path = Path(os.environ["DATA_DIR"]) / "feed.ndjson"
        with path.open("w") as file:
            file.writelines(lines(count, every))
        with path.open("rb") as file:
            run = runs.start(feed, None, File(file, name="feed.ndjson"))  # type: ignore[arg-type]
        timed(f"{name}: read", lambda run=run: read_feed(run))  # type: ignore[misc]
        assert not run.problem, run.problem
        timed(f"{name}: compare", lambda run=run: compare(run))  # type: ignore[misc]
        timed(f"{name}: apply", lambda run=run: apply(run))  # type: ignore[misc]
        run.refresh_from_db()
        print(f"  {run.counts['service']}", flush=True)
        run.rows.all().delete()
        run.file.delete()


def main() -> None:
    if os.environ.get("IMPORTS_BENCHMARK"):
        measure(int(sys.argv[1]))
        return
    for size in sys.argv[1:] or ["10000", "100000"]:
        with tempfile.TemporaryDirectory() as folder:
            own = {
                "IMPORTS_BENCHMARK": "1",
                "DATA_DIR": folder,
                "DJANGO_SETTINGS_MODULE": "portal.settings.test",
            }
            database = os.environ.get("DATABASE_URL", f"sqlite:///{folder}/benchmark.sqlite3")
            subprocess.run(
                [sys.executable, __file__, size],
                env=os.environ | own | {"DATABASE_URL": database},
                check=True,
            )


if __name__ == "__main__":
    main()
