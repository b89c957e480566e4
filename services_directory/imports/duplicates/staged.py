"""Fingerprints of the services that a run brings and the directory does not have yet."""

from collections.abc import Iterator
from uuid import UUID

from services_directory.choices import Verdict
from services_directory.imports.draft import Context
from services_directory.imports.duplicates.fingerprints import CHUNK, Fingerprint, fingerprint
from services_directory.imports.mapping.values import rows, text
from services_directory.imports.records import Json
from services_directory.models import ImportRow, ImportRun, Location, Organization

Found = dict[UUID, Json]


def of_run(run: ImportRun, context: Context) -> Iterator[tuple[int, Fingerprint]]:
    """Yield the key of the row and the fingerprint of each new service."""
    new = run.rows.filter(kind="service", verdict=Verdict.NEW).order_by("pk")
    last = 0
    while chunk := list(new.filter(pk__gt=last)[:CHUNK]):
        last = chunk[-1].pk
        yield from _of_chunk(run, chunk, context)


def _of_chunk(
    run: ImportRun, chunk: list[ImportRow], context: Context
) -> Iterator[tuple[int, Fingerprint]]:
    bodies = _data(run, "organization", {_body(row.data, context) for row in chunk})
    places = _data(run, "location", {key for row in chunk for key in _places(row.data, context)})
    for row in chunk:
        body = bodies.get(_body(row.data, context), {})
        there = [places.get(key, {}) for key in _places(row.data, context)]
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


def _body(data: Json, context: Context) -> UUID:
    nested = data.get("organization") or {}
    return context.key("organization", data.get("organization_id") or nested.get("id") or "")


def _places(data: Json, context: Context) -> list[UUID]:
    return [
        context.key("location", each.get("location_id") or (each.get("location") or {}).get("id"))
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
