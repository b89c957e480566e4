"""Feeds for tests: small ones made of records, and this site's own open data read back."""

import json
from collections.abc import Callable, Iterable, Iterator
from typing import Any

from django.test import Client
from django.utils import timezone

from services_directory.imports.applying import apply
from services_directory.imports.cleaning.split import split
from services_directory.imports.comparison import compare
from services_directory.imports.readers import items
from services_directory.imports.records import Batch, Record
from services_directory.imports.staging import read_feed
from services_directory.models import Feed, ImportRow, ImportRun

ROOT = "/open-data/v3"
Reader = Callable[[Feed, ImportRun], Iterator[Batch]]


def feed(name: str = "Eastmoor Council") -> Feed:
    return Feed.objects.get_or_create(name=name, defaults={"format": "oruk3"})[0]


def run_of(of: Feed | None = None, source: str = "feed.json") -> ImportRun:
    return ImportRun.objects.create(feed=of or feed(), source=source, created_at=timezone.now())


def giving(*records: Record, size: int = 100) -> Reader:
    """Return a reader that gives these records, `size` in a batch, after the cursor."""

    def batches(feed: Feed, run: ImportRun) -> Iterator[Batch]:
        for start in range(int(run.cursor.get("at", 0)), len(records), size):
            yield Batch(list(records[start : start + size]), {"at": start + size}, total=None)

    return batches


def body(key: str = "o1", name: str = "Eastmoor Care", **data: Any) -> Record:
    return Record(
        "organization", key, {"id": key, "name": name, "description": "They care."} | data
    )


def hall(key: str = "l1", name: str = "Moor Hall", **data: Any) -> Record:
    address = {"id": f"{key}-a", "address_1": "1 Moor Road", "city": "Eastmoor"} | {
        "state_province": "Wyvern Vale", "postal_code": "WY3 1AB"
    }  # fmt: skip
    usual = {"id": key, "name": name, "latitude": 54.0, "longitude": 1.5, "addresses": [address]}
    return Record("location", key, usual | data)


def group(key: str = "s1", name: str = "Moor group", **data: Any) -> Record:
    usual = {
        "id": key, "name": name, "description": "People meet.", "organization_id": "o1",
        "status": "active",
    }  # fmt: skip
    return Record("service", key, usual | data)


def imported(*records: Record, of: Feed | None = None, **fields: Any) -> ImportRun:
    """Read, compare and apply."""
    run = compared(*records, of=of)
    apply(run)
    run.refresh_from_db()
    return run


def compared(*records: Record, of: Feed | None = None) -> ImportRun:
    """Read and compare."""
    run = read_feed(run_of(of), batches=giving(*records))
    assert run.problem == ""
    return compare(run)


def row(run: ImportRun, name: str, kind: str = "service") -> ImportRow:
    return run.rows.get(kind=kind, name=name)


def told(found: ImportRow) -> dict[str, tuple[str, str]]:
    """Return before and after by label."""
    return {each["label"]: (each["before"], each["after"]) for each in found.differences}


def own_records() -> list[Record]:
    """Read this site's open data as another portal would."""
    found: list[Record] = []
    for raw in lines("taxonomies"):
        found += items.list_of_terms(raw)
    for raw in lines("taxonomy_terms"):
        found += items.term(raw)
    for raw in lines("services", full="true"):
        found += split(raw)
    return found


def lines(path: str, **query: str) -> Iterable[dict[str, Any]]:
    answer = Client().get(f"{ROOT}/{path}", {"format": "ndjson"} | query)
    assert answer.status_code == 200
    whole = b"".join(answer)  # in one piece when it is short
    return [json.loads(line) for line in whole.splitlines()]
