"""How long does one search take as the index grows?

    DATA_DIR=… python benchmarks/search.py [sizes, default 1000 10000 20000]

Measures `search.queries.find` whole (understanding, engine, ordering, snippets) on generated
documents of about 200 words, 200 searches a size, with and without a slip of spelling, a place and
a filter. Prints the median and the 95th percentile in milliseconds and the ratio to the smallest
size. Runs on the embedded engine, and on Elasticsearch too when FRONT_DOOR_ELASTICSEARCH_URL holds
the address of one. Needs a migrated database; it reads promoted results and places only.
"""

import os
import random
import statistics
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "portal.settings.development")

import django

django.setup()

from django.test.utils import override_settings  # noqa: E402

from portal.places.queries import Place  # noqa: E402
from search.documents import Document  # noqa: E402
from search.engines import get_engine  # noqa: E402
from search.queries import find  # noqa: E402

SEARCHES = 200
WORDS_IN_BODY = 200
VOCABULARY = 15_000
STEMS = [
    "bereav",
    "medic",
    "hosp",
    "fun",
    "car",
    "nur",
    "grie",
    "fam",
    "pall",
    "syr",
    "mor",
    "nigh",
]
ENDINGS = ["ement", "icine", "ital", "eral", "er", "se", "ving", "ily", "iative", "inge", "t", "ly"]
HERE = Place("WY3 1AB", 54.0, 1.5, ("area-3", "partnership"))


def vocabulary(chance: random.Random) -> list[str]:
    syllables = [first + last for first in STEMS for last in ENDINGS]
    letters = "aeioulnrst"
    made = {s + "".join(chance.choices(letters, k=2)) for s in syllables for _ in range(150)}
    return chance.sample(sorted(made), min(VOCABULARY, len(made)))


def documents(count: int, words: list[str], chance: random.Random) -> Iterator[Document]:
    """Yield services and pages whose words are as unevenly common as those of a language."""
    weights = [1 / (rank + 1) for rank in range(len(words))]
    for number in range(count):
        picked = chance.choices(words, weights, k=WORDS_IN_BODY + 20)
        service = number % 3 > 0
        yield Document(
            id=f"{'service' if service else 'page'}:{number}",
            kind="service" if service else "page",
            title=" ".join(picked[:5]),
            url=f"/{number}/",
            summary=" ".join(picked[5:20]),
            body=" ".join(picked[20:]),
            facets={
                "topic": (f"topic-{number % 20}",),
                "mode": (("in_person", "online", "phone")[number % 3],),
            },
            areas=(f"area-{number % 6}",) if service else (),
            point=(54 + chance.random() / 5, 1.5 + chance.random() / 5) if service else None,
        )


def slip(word: str, chance: random.Random) -> str:
    at = chance.randrange(1, len(word) - 1)
    return word[:at] + word[at + 1] + word[at] + word[at + 2 :]


def measure(words: list[str], chance: random.Random) -> list[float]:
    """Return the milliseconds of each search."""
    taken = []
    for number in range(SEARCHES):
        typed = chance.choices(words[:3000], k=chance.randint(1, 4))
        if number % 2:
            typed[0] = slip(typed[0], chance)
        begin = time.perf_counter()
        find(
            " ".join(typed),
            place=HERE if number % 3 == 0 else None,
            facets={"mode": ["phone"]} if number % 4 == 0 else {},
        )
        taken.append((time.perf_counter() - begin) * 1000)
    return taken


def run(name: str, sizes: list[int]) -> None:
    first = 0.0
    for size in sizes:
        chance = random.Random(size)
        words = vocabulary(chance)
        begin = time.perf_counter()
        get_engine().replace_all(documents(size, words, chance))
        built = time.perf_counter() - begin
        find("warm up")
        taken = measure(words, chance)
        median = statistics.median(taken)
        first = first or median
        p95 = statistics.quantiles(taken, n=20)[-1]
        print(
            f"{name:14} {size:7,} documents: median {median:6.1f} ms, p95 {p95:6.1f} ms, "
            f"{median / first:4.1f} x, built in {built:.1f} s",
            flush=True,
        )


def main() -> None:
    sizes = [int(text) for text in sys.argv[1:]] or [1_000, 10_000, 20_000]
    url = os.environ.get("FRONT_DOOR_ELASTICSEARCH_URL", "")
    with tempfile.TemporaryDirectory() as folder:
        with override_settings(SEARCH_INDEX_DIR=Path(folder) / "index", ELASTICSEARCH_URL=""):
            run("embedded", sizes)
        if url:
            index = f"front-door-benchmark-{os.getpid()}"
            with override_settings(ELASTICSEARCH_URL=url, ELASTICSEARCH_INDEX=index):
                run("elasticsearch", sizes)
                client = get_engine().client
                for name in client.indices.get(index=f"{index}-*"):
                    client.indices.delete(index=name)


if __name__ == "__main__":
    main()
