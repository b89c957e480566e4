"""Our spreadsheet, one row a service, as CSV or as an Excel workbook."""

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import IO

from django.utils.text import slugify

from services_directory.choices import Cost, Facet
from services_directory.imports.cleaning.fields import digest, filled
from services_directory.imports.cleaning.split import split
from services_directory.imports.cleaning.text import quoted
from services_directory.imports.cleaning.words import modes
from services_directory.imports.readers.columns import EXAMPLE_REFERENCE, NEEDED, field_of
from services_directory.imports.readers.opening_hours import read_hours
from services_directory.imports.readers.tables import rows_of
from services_directory.imports.readers.workbook import rows_of_workbook
from services_directory.imports.records import Batch, FeedProblem, Json, Record

PER_BATCH = 100
UNKNOWN = "A column that is not known was left out: "
HOURS = "Opening hours that can't be read were left out: "
ROW = "The row begins: "
TWICE = "Its reference stands in an earlier row too."
_MADE_SAFE = re.compile(r"^'(?=[=+@-])")  # as portal.exports writes what starts a formula
_FACETS = {
    "what_for": Facet.NEED,
    "who_for": Facet.AUDIENCE,
    "who_died": Facet.DIED,
    "cause": Facet.CAUSE,
    "since": Facet.SINCE,
}
_PLAIN = {
    "name": "name",
    "fd_summary": "summary",
    "description": "description",
    "status": "status",
    "url": "url",
    "email": "email",
    "phone": "phone",
    "eligibility_description": "eligibility",
    "minimum_age": "minimum_age",
    "maximum_age": "maximum_age",
    "application_process": "application",
    "wait_time": "wait",
    "fd_wait_stated_on": "wait_stated_on",
    "alert": "alert",
    "assured_date": "assured_date",
    "fd_assurer_role": "assurer_role",
    "fd_closed_from": "closed_from",
    "fd_closed_to": "closed_to",
}


def batches_from_sheet(file: IO[bytes], cursor: Json) -> Iterator[Batch]:
    """Yield the records of a spreadsheet, from the row where the cursor says."""
    skip = int(cursor.get("position", 0))
    rows = _rows(file)
    fields, notes = _read_headings(next(rows, []))
    found: list[Record] = []
    seen: set[str] = set()
    position = 0
    for position, row in enumerate(rows, start=1):
        made = _records(fields, row, seen, notes)
        notes = ()
        if position > skip:
            found += made
        if position % PER_BATCH == 0 and found:
            yield Batch(found, {"position": position})
            found = []
    yield Batch(found, {"position": position}, len(seen))


def _rows(file: IO[bytes]) -> Iterator[list[str]]:
    file.seek(0)
    is_workbook = file.read(4) == b"PK\x03\x04"
    file.seek(0)
    return rows_of_workbook(file) if is_workbook else rows_of(file)


def _read_headings(row: list[str]) -> tuple[list[str], tuple[str, ...]]:
    """Return the field of each column, and notes of those nobody knows."""
    fields = [field_of(heading) for heading in row]
    for name in NEEDED:
        if name not in fields:
            raise FeedProblem(f"The spreadsheet has no column for the {_WORDS[name]}.")
    known = zip(row, fields, strict=True)
    unknown = [heading for heading, name in known if heading.strip() and not name]
    return fields, tuple(f"{UNKNOWN}{quoted(each, 40)}." for each in unknown[:20])


_WORDS = {"name": "name of the service", "organization": "organisation"}


def _records(
    fields: list[str], row: list[str], seen: set[str], notes: tuple[str, ...]
) -> list[Record]:
    """Return the records of a row; the example row of the template has none."""
    cells: Json = {}
    for name, cell in zip(fields, row, strict=False):
        if name and cell.strip():
            cells.setdefault(name, _MADE_SAFE.sub("", cell.strip()))
    if str(cells.get("id", "")).upper() == EXAMPLE_REFERENCE:
        return []
    raw, more = whole_service(cells)
    made = split(raw, (*notes, *more))
    key = made[-1].their_key
    if key in seen:
        return [Record("service", f"{key}/{digest(cells)}", made[-1].data, refusal=TWICE)]
    seen.add(key)
    return [*made[:-1], _findable(made[-1], row)]


def _findable(made: Record, row: list[str]) -> Record:
    """Quote the row of a record that was refused: without a name nobody finds it again."""
    if not made.refusal:
        return made
    quote = quoted(" | ".join(cell.strip() for cell in row if cell.strip()), 120)
    return replace(made, notes=(*made.notes, f"{ROW}{quote}"))


def whole_service(cells: Json) -> tuple[Json, tuple[str, ...]]:
    """Return the cells of a row, by field, as a service of Open Referral UK 3.0, with notes."""
    hours = read_hours(cells.get("hours", ""))
    raw = filled(**{name: cells.get(source) for name, source in _PLAIN.items()})
    raw |= filled(
        id=cells.get("id"),
        organization=_organization(cells),
        fees=cells.get("cost"),
        fd_modes=[mode for word in _several(cells, "modes") for mode in modes(word)],
        fd_referral_routes=_several(cells, "routes"),
        fd_national=_is_yes(cells.get("national")),
        fd_open_24_hours=hours.always or None,
        schedules=hours.schedules,
        languages=[{"name": word} for word in _several(cells, "languages")],
        service_areas=[{"name": word} for word in _several(cells, "areas")],
        attributes=_attributes(cells),
        service_at_locations=_place(cells),
    )
    raw |= _cost(cells.get("cost", ""))
    return raw, tuple(f"{HOURS}{quoted(piece, 80)}" for piece in hours.unread)


def _several(cells: Json, name: str) -> list[str]:
    return [each.strip() for each in re.split(r"[;\n|]", cells.get(name, "")) if each.strip()]


def _is_yes(text: str | None) -> bool | None:
    return str(text).strip().lower() in {"yes", "y", "true", "1", "x"} or None


def _organization(cells: Json) -> Json:
    name = cells.get("organization")
    number = cells.get("charity_number")
    scheme = {"identifier_scheme": "GB-CHC", "identifier": number}
    return filled(
        id=f"organisation/{slugify(name)}"[:200] if name else "",
        name=name,
        description=cells.get("body_description"),
        website=cells.get("body_url"),
        email=cells.get("body_email"),
        phone=cells.get("body_phone"),
        organization_identifiers=[scheme] if number else [],
    )


def _cost(text: str) -> Json:
    plain = text.lower().replace(" ", "_").replace("-", "_")
    return {"fd_cost": plain, "fees": ""} if plain in Cost.values else {}


def _attributes(cells: Json) -> list[Json]:
    return [
        {
            "taxonomy_term": {
                "id": f"{facet.value}/{slugify(word)}",
                "name": word,
                "code": slugify(word)[:50],
                "taxonomy_detail": {
                    "id": facet.value,
                    "name": str(facet.label),
                    "fd_key": facet.value,
                },
            }
        }
        for column, facet in _FACETS.items()
        for word in _several(cells, column)
    ]


def _place(cells: Json) -> list[Json]:
    address = filled(
        address_1=cells.get("address_1"),
        address_2=cells.get("address_2"),
        city=cells.get("city"),
        state_province=cells.get("county"),
        postal_code=cells.get("postcode"),
    )
    if not address and "place" not in cells and "latitude" not in cells:
        return []
    said = [cells.get(each, "") for each in ("place", "address_1", "postcode")]
    key = f"place/{slugify(' '.join(said)) or digest(cells)}"[:200]
    place = filled(
        id=key,
        name=cells.get("place"),
        location_type="physical",
        latitude=cells.get("latitude"),
        longitude=cells.get("longitude"),
        transportation=cells.get("transport"),
        addresses=[address] if address else [],
        accessibility=[{"description": word} for word in _several(cells, "accessibility")],
    )
    return [{"location": place}]
