"""A location of a feed, with its addresses and what helps people to use it."""

from services_directory.imports.cleaning import links, numbers, postcodes, words
from services_directory.imports.cleaning.fields import (
    Fields,
    Notes,
    as_key,
    digest,
    filled,
    limit,
    once,
    part_key,
)
from services_directory.imports.records import Json, Record
from services_directory.models import Accessibility, Address, Location

MADE_NAME = "A place without a name was named by its address."
NAMELESS = "A place without a name or address."
HALF_ADDRESS = "An address without street, town and postcode was left out."
FOREIGN = "A country that is no two-letter code was taken as GB."
PRIVATE_LINE = "Not published"
_UNWANTED = ("url", "alternate_name", "uri")


def location(raw: Json) -> Record:
    """Return the record of a place; a place that says nothing at all is refused."""
    notes = Notes()
    fields = Fields(raw, notes)
    key = as_key(raw.get("id")) or as_key(f"location/{digest(raw)}")
    point, note = numbers.point(fields.raw_value("latitude"), fields.raw_value("longitude"))
    notes.add(note)
    addresses = _addresses(fields, key)
    data = filled(
        id=key,
        organization_id=fields.key("organization_id"),
        location_type=fields.clean(words.location_type, "location_type"),
        name=_name(fields, addresses),
        description=fields.text("description"),
        transportation=fields.text("transportation"),
        **point,
        addresses=addresses,
        accessibility=_accessibility(fields, key),
        fd_confidential=fields.raw_value("fd_confidential") is True
        or _is_private(addresses)
        or None,
    )
    fields.ignore("phones", "schedules", "regular_schedules", "holiday_schedules", "contacts")
    fields.note_the_rest()
    refusal = "" if "name" in data or point else NAMELESS
    return Record("location", key, data, tuple(notes), refusal)


def _is_private(addresses: list[Json]) -> bool:
    """Another Front Door says so of a confidential address."""
    return any(each.get("address_1") == PRIVATE_LINE for each in addresses)


def _name(fields: Fields, addresses: list[Json]) -> str:
    longest = limit(Location, "name")
    name = fields.line(longest, "name")
    if name or not addresses:
        return name
    fields.notes.add(MADE_NAME)
    first = addresses[0]
    parts = [first.get(each, "") for each in ("address_1", "city", "postal_code")]
    return ", ".join(filter(None, parts))[:longest]


def _addresses(fields: Fields, owner: str) -> list[Json]:
    rows = fields.rows("addresses", "physical_addresses", "postal_addresses", "address")
    found = [_address(raw, owner, fields.notes) for raw in rows]
    return once([each for each in found if each], fields.notes)


def _address(raw: Json, owner: str, notes: Notes) -> Json:
    fields = Fields(raw, notes)
    lines = [fields.line(200, name) for name in ("address_1", "address_2")]
    more = [fields.line(200, name) for name in ("address_3", "address_4")]
    second = ", ".join(filter(None, [lines[1], *more]))[: limit(Address, "address_2")]
    data = filled(
        location_id=owner,
        attention=fields.line(limit(Address, "attention"), "attention"),
        address_1=lines[0],
        address_2=second,
        city=fields.line(limit(Address, "city"), "city", "town"),
        state_province=fields.line(limit(Address, "state_province"), "state_province", "region"),
        postal_code=fields.clean(postcodes.postcode, "postal_code", "postcode"),
        country=_country(fields),
        address_type=fields.clean(words.location_type, "address_type"),
    )
    fields.note_the_rest()
    if not {"address_1", "city", "postal_code"} & data.keys():
        notes.add(HALF_ADDRESS)
        return {}
    return {"id": part_key(raw, owner, "addresses", data)} | data


def _country(fields: Fields) -> str:
    country = fields.line(40, "country").upper()
    if len(country) == 2 and country.isascii() and country.isalpha():
        return "GB" if country == "UK" else country
    if country and country not in {"UNITED KINGDOM", "ENGLAND", "WALES", "SCOTLAND", "GBR"}:
        fields.notes.add(FOREIGN)
    return "GB"


def _accessibility(fields: Fields, owner: str) -> list[Json]:
    found = []
    for raw in fields.rows("accessibility", "accessibility_for_disabilities"):
        each = Fields(raw, fields.notes)
        data = filled(
            location_id=owner,
            description=each.line(
                limit(Accessibility, "description"), "description", "accessibility"
            ),
            details=each.text("details"),
            url=each.clean(links.web_address, "url"),
        )
        each.ignore("accessibility")
        each.note_the_rest()
        if "description" in data:
            found.append({"id": part_key(raw, owner, "accessibility", data)} | data)
    return once(found, fields.notes)
