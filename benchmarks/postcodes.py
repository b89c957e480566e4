"""How fast are postcodes loaded, in how much memory, and how fast is a place found among them?

    python benchmarks/postcodes.py [rows, default 100000 200000]

Writes a file in the layout of ONSPD (57 columns, two in five terminated) and one of OS Open Names
for each size, loads them with `load_postcodes` into a database of its own (SQLite in a temporary
folder, or DATABASE_URL, whose postcodes it replaces), and finds 200 places of each kind. Prints
rows a second, the peak of memory of the process, and the median and the 95th percentile in
milliseconds.
"""

import csv
import os
import random
import resource
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "portal.settings.development")
FOLDER = tempfile.TemporaryDirectory()
os.environ.setdefault("DATA_DIR", FOLDER.name)

import django  # noqa: E402

django.setup()

from django.core.management import call_command  # noqa: E402
from django.db import connection  # noqa: E402

from portal.places.loading.areas import Bounds  # noqa: E402
from portal.places.loading.load import load_postcodes  # noqa: E402
from portal.places.loading.towns import read_towns  # noqa: E402
from portal.places.models import Area, Postcode  # noqa: E402
from portal.places.queries import find_place  # noqa: E402

# The 57 columns of 2024, of which those that matter have their names.
NAMED = {
    0: "pcd",
    2: "pcds",
    4: "doterm",
    7: "oslaua",
    8: "osward",
    16: "ctry",
    42: "lat",
    43: "long",
}
HEADER = [NAMED.get(at, f"column{at}") for at in range(57)]
LETTERS = "ABDEFGHJLNPQRSTUWXYZ"
FINDS = 200


def postcode(number: int) -> str:
    """Return another postcode for each number; about 700 live ones share an outward code."""
    outcode, inward = divmod(number, 1200)
    area, district = divmod(outcode, 99)
    sector, unit = divmod(inward, 400)
    first, second = divmod(area, 20)
    ending = LETTERS[unit // 20] + LETTERS[unit % 20]
    return f"{LETTERS[first]}{LETTERS[second]}{district + 1} {sector + 1}{ending}"


def write(rows: int, folder: Path, chance: random.Random) -> tuple[Path, Path]:
    postcodes, places = folder / f"onspd-{rows}.csv", folder / f"names-{rows}.csv"
    with postcodes.open("w", newline="") as file:
        writer = csv.DictWriter(file, HEADER, restval="E99999999", quoting=csv.QUOTE_NONNUMERIC)
        writer.writeheader()
        for number in range(rows):
            centre = random.Random(number // 1200)
            writer.writerow(
                {
                    "pcds": postcode(number),
                    "doterm": "201506" if number % 5 < 2 else "",
                    "oslaua": f"E070{number // 24_000:05}",
                    "osward": f"E05{number // 3_000:06}",
                    "ctry": "E92000001",
                    "lat": round(50.5 + 4 * centre.random() + chance.gauss(0, 0.03), 6),
                    "long": round(-3 + 3 * centre.random() + chance.gauss(0, 0.05), 6),
                }
            )
    with places.open("w", newline="") as file:
        for number in range(rows // 60):
            row = [f"osgb{number}", "", f"Little {postcode(number * 60)}", "", "", "",
                   "populatedPlace", "Village", str(chance.randrange(320_000, 550_000)),
                   str(chance.randrange(80_000, 500_000)), *[""] * 24]  # fmt: skip
            csv.writer(file).writerow(row)
    return postcodes, places


def timed(ask: Callable[[str], object], texts: list[str]) -> str:
    taken = []
    for text in texts:
        begin = time.perf_counter()
        ask(text)
        taken.append((time.perf_counter() - begin) * 1000)
    p95 = statistics.quantiles(taken, n=20)[-1]
    return f"median {statistics.median(taken):6.2f} ms, p95 {p95:6.2f} ms"


def find(chance: random.Random) -> None:
    rows = list(Postcode.objects.values_list("postcode", "locality"))
    picked = chance.sample(rows, FINDS)
    kinds = {
        "postcode": [row[0] for row in picked],
        "unknown postcode": [f"{row[0].split()[0]} 9ZZ" for row in picked],
        "outward code": [row[0].split()[0] for row in picked],
        "sector": [row[0][:-2] for row in picked],
        "town": [row[1] or "none" for row in picked],
        "unknown town": [f"nowhere {row[0][:-1]}" for row in picked],
    }
    for kind, texts in kinds.items():
        print(f"    {kind:18}{timed(find_place, texts)}", flush=True)


def run(rows: int) -> None:
    chance = random.Random(rows)
    with tempfile.TemporaryDirectory() as folder:
        postcodes, places = write(rows, Path(folder), chance)
        begin = time.perf_counter()
        towns = read_towns([places])
        named = time.perf_counter() - begin
        report = load_postcodes([postcodes], Bounds(), lambda line: None, towns=towns)
        taken = time.perf_counter() - begin - named
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(
        f"{connection.vendor} {rows:9,} rows: {report.kept:,} kept in {taken:.1f} s, "
        f"{rows / taken:,.0f} rows a second, {rows // 60:,} towns in {named:.1f} s, "
        f"peak {peak:.0f} MB",
        flush=True,
    )
    find(chance)


def main() -> None:
    call_command("migrate", verbosity=0)
    for number in range(3):
        Area.objects.get_or_create(
            gss_code=f"E070{number:05}",
            defaults={"code": f"council-{number}", "name": "Council", "kind": "council"},
        )
    idle = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"before anything is loaded: {idle:.0f} MB", flush=True)
    for rows in [int(text) for text in sys.argv[1:]] or [100_000, 200_000]:
        run(rows)


if __name__ == "__main__":
    main()
