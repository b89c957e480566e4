"""HSDS tables, CSV files in a zip: versions 1 to 3, joined to whole services."""

import zipfile
import zlib
from collections.abc import Iterator
from pathlib import PurePosixPath
from typing import IO

from services_directory.imports.cleaning.fields import snake
from services_directory.imports.cleaning.places import location
from services_directory.imports.cleaning.text import quoted
from services_directory.imports.readers import items
from services_directory.imports.readers.archives import opened
from services_directory.imports.readers.table_store import THINGS, TableStore
from services_directory.imports.readers.tables import by_heading, rows_of
from services_directory.imports.readers.version_1 import service_1
from services_directory.imports.records import Batch, FeedProblem, Json, Record

PER_BATCH = 100
UNKNOWN_TABLE = "A table that is not known was left out: "
NO_SERVICES = "The zip file holds no table of services (services.csv)."
_NAMES = {
    "organization": "organizations organization",
    "service": "services service",
    "location": "locations location",
    "taxonomy": "taxonomies taxonomy",
    "taxonomy_term": "taxonomy_terms taxonomy_term terms",
    "addresses": "addresses address physical_addresses physical_address postal_addresses",
    "accessibility": "accessibility accessibilities accessibility_for_disabilities",
    "phones": "phones phone",
    "contacts": "contacts contact",
    "schedules": "schedules schedule regular_schedules regular_schedule",
    "service_at_locations": "services_at_location service_at_locations service_at_location "
    "services_at_locations",
    "languages": "languages language",
    "cost_options": "cost_options cost_option",
    "service_areas": "service_areas service_area",
    "attributes": "attributes attribute service_attributes service_attribute services_taxonomy "
    "service_taxonomies service_taxonomy other_attributes",
    "organization_identifiers": "organization_identifiers organization_identifier",
    "eligibilitys": "eligibility eligibilities eligibilitys",
    "holiday_schedules": "holiday_schedules holiday_schedule",
}
_TABLES = {name: table for table, names in _NAMES.items() for name in names.split()}
_IGNORED = {"metadata", "meta_table_descriptions", "datapackage", "funding", "programs", "program"}


def batches_from_tables(file: IO[bytes], cursor: Json) -> Iterator[Batch]:
    """Yield the records of a zip of tables, from where the cursor says. Raises FeedProblem."""
    with opened(file) as archive, TableStore() as store:
        notes = _load(archive, store)
        total = store.count("service")
        if not total:
            raise FeedProblem(NO_SERVICES)
        begin = cursor.get("step") if cursor.get("step") in THINGS else THINGS[0]
        for kind in THINGS[THINGS.index(begin) :]:
            after = int(cursor.get("position", 0)) if kind == begin else 0
            for batch in _batches(store, kind, after, total):
                yield _with_notes(batch, notes)
                notes = ()


def _load(archive: zipfile.ZipFile, store: TableStore) -> tuple[str, ...]:
    """Take in every table that is known; return notes of the others."""
    notes = []
    for entry in archive.infolist():
        path = PurePosixPath(entry.filename)
        if entry.is_dir() or path.suffix.lower() != ".csv" or path.name.startswith("."):
            continue
        name = snake(path.stem)
        table = _TABLES.get(name)
        if table is None:
            notes += [] if name in _IGNORED else [f"{UNKNOWN_TABLE}{quoted(name, 40)}."]
            continue
        _take(archive, entry, table, store)
    store.ready()
    return tuple(notes)


def _take(archive: zipfile.ZipFile, entry: zipfile.ZipInfo, table: str, store: TableStore) -> None:
    try:
        with archive.open(entry) as source:
            rows = (
                {snake(name): cell for name, cell in each.items()}
                for each in by_heading(rows_of(source))
            )
            first = next(rows, None)
            if first is None:
                return
            # In version 1 the table of taxonomies holds the terms.
            is_terms = table == "taxonomy" and bool({"vocabulary", "parent_id"} & first.keys())
            store.add("taxonomy_term" if is_terms else table, _chained(first, rows))
    except (zipfile.BadZipFile, zlib.error, OSError, EOFError, NotImplementedError) as error:
        raise FeedProblem("The zip file is damaged.") from error


def _chained(first: Json, rest: Iterator[Json]) -> Iterator[Json]:
    yield first
    yield from rest


def _batches(store: TableStore, kind: str, after: int, total: int) -> Iterator[Batch]:
    found: list[Record] = []
    position = after
    for position, row in enumerate(store.things(kind, after), start=after + 1):
        found += _records(store, kind, row)
        if (position - after) % PER_BATCH == 0:
            yield Batch(found, {"step": kind, "position": position}, total)
            found = []
    if found:
        yield Batch(found, {"step": kind, "position": position}, total)


def _records(store: TableStore, kind: str, row: Json) -> list[Record]:
    if kind == "taxonomy":
        return items.list_of_terms(row)
    if kind == "taxonomy_term":
        return items.term(row)
    if kind == "organization":
        return items.body(_organization(store, row))
    if kind == "location":
        return [location(_location(store, row))]
    return service_1(_service(store, row))


def _organization(store: TableStore, row: Json) -> Json:
    parts = store.parts("organization_id", str(row.get("id", "")))
    return row | {
        name: parts[name] for name in ("organization_identifiers", "phones") if name in parts
    }


def _location(store: TableStore, row: Json) -> Json:
    return row | store.parts("location_id", str(row.get("id", "")))


def _service(store: TableStore, row: Json) -> Json:
    """Return the service with all that other tables tell of it."""
    key = str(row.get("id", ""))
    made = row | store.parts("service_id", key)
    if owner := store.thing("organization", str(row.get("organization_id", ""))):
        made["organization"] = _organization(store, owner)
    made["contacts"] = [_with_phones(store, each) for each in made.get("contacts", [])]
    made["service_at_locations"] = [
        _at(store, each) for each in made.get("service_at_locations", [])
    ]
    made["attributes"] = [_attribute(store, each) for each in made.get("attributes", [])]
    return made


def _with_phones(store: TableStore, contact: Json) -> Json:
    return contact | store.parts("contact_id", str(contact.get("id", "")))


def _at(store: TableStore, link: Json) -> Json:
    made = link | store.parts("service_at_location_id", str(link.get("id", "")))
    place = store.thing("location", str(link.get("location_id", "")))
    return made | ({"location": _location(store, place)} if place else {})


def _attribute(store: TableStore, row: Json) -> Json:
    key = str(row.get("taxonomy_term_id") or row.get("taxonomy_id") or "")
    term = store.thing("taxonomy_term", key) or store.thing("taxonomy", key)
    if not term:
        return row
    kept = {name: value for name, value in row.items() if name != "taxonomy_id"}
    named = store.thing("taxonomy", str(term.get("taxonomy_id", "")))
    extra = {"taxonomy": named["name"]} if named.get("name") else {}
    return kept | {"taxonomy_term": term | extra}


def _with_notes(batch: Batch, notes: tuple[str, ...]) -> Batch:
    if not notes or not batch.records:
        return batch
    first, *others = batch.records
    told = Record(first.kind, first.their_key, first.data, first.notes + notes, first.refusal)
    return Batch([told, *others], batch.cursor, batch.total)
