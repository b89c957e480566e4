"""Fingerprints of the services that a run brings and the directory does not have yet."""

from collections.abc import Iterator
from uuid import UUID

from services_directory.choices import Verdict
from services_directory.imports.duplicates.fingerprints import Fingerprint, fingerprint
from services_directory.imports.keys import our_key
from services_directory.imports.mapping.values import rows, text
from services_directory.imports.records import Json
from services_directory.imports.rows import chunks
from services_directory.models import ImportRow, ImportRun, Location, Organization

Found = dict[UUID, Json]


def of_run(run: ImportRun) -> Iterator[tuple[int, Fingerprint]]:
    """Yield the key of the row and the fingerprint of each new service."""
    for chunk in chunks(run, "service", Verdict.NEW):
        yield from _of_chunk(run, chunk)


def _of_chunk(run: ImportRun, chunk: list[ImportRow]) -> Iterator[tuple[int, Fingerprint]]:
    bodies = _data(run, "organization", {_body(run, row.data) for row in chunk})
    places = _data(run, "location", {key for row in chunk for key in _places(run, row.data)})
    for row in chunk:
        body = bodies.get(_body(run, row.data), {})
        there = [places.get(key, {}) for key in _places(run, row.data)]
        yield (
            row.pk,
            fingerprint(
                row.key,
                row.name,
                run.feed.name,
                [text(each, "number") for each in rows(row.data, "phones")],
                [text(each, "postal_code") for place in there for each in rows(place, "addresses")],
                [text(each, "identifier") for each in rows(body, "organization_identifiers")],
                text(row.data, "url") or text(body, "website"),
            ),
        )


def _body(run: ImportRun, data: Json) -> UUID:
    return our_key(run.feed_id, "organization", data.get("organization_id") or "")


def _places(run: ImportRun, data: Json) -> list[UUID]:
    return [
        our_key(run.feed_id, "location", each["location_id"])
        for each in rows(data, "service_at_locations")
    ]


def _data(run: ImportRun, kind: str, keys: set[UUID]) -> Found:
    """Return what the run says of records; of those it does not hold, what is here."""
    found: Found = dict(run.rows.filter(kind=kind, key__in=keys).values_list("key", "data"))
    missing = keys - found.keys()
    if missing and kind == "organization":
        for body in Organization.objects.filter(pk__in=missing):
            found[body.pk] = {"website": body.website}
    if missing and kind == "location":
        for place in Location.objects.filter(pk__in=missing).prefetch_related("addresses"):
            codes = [{"postal_code": each.postal_code} for each in place.addresses.all()]
            found[place.pk] = {"addresses": codes}
    return found
