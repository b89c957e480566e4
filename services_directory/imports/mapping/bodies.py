"""Organisations and places."""

from portal.places.postcodes import normalise_district
from services_directory.choices import LocationType, OrganizationKind
from services_directory.imports.draft import Context, Draft
from services_directory.imports.keys import part_key
from services_directory.imports.mapping.values import chosen, degrees, fitted, rows, text, texts
from services_directory.imports.records import Json
from services_directory.models import (
    Accessibility,
    Address,
    ImportRow,
    Location,
    Organization,
    OrganizationIdentifier,
)


def organization(row: ImportRow, context: Context) -> Draft:
    data = row.data
    values = texts(Organization, data, name="name", description="description")
    values["description"] = values["description"] or values["name"]
    values["kind"] = chosen(data.get("fd_kind"), OrganizationKind) or OrganizationKind.LOCAL.value
    values["website"] = text(data, "website", "url")
    values["email"] = text(data, "email")
    values["phone"] = text(next(iter(rows(data, "phones")), {}), "number")
    values["assurer_email"] = text(data, "fd_assurer_email")
    numbers = [
        {"id": part_key(row.key, "identifier", each.get("id") or text(each, "identifier"))}
        | texts(OrganizationIdentifier, each, identifier="identifier")
        | {"identifier_scheme": _scheme(each)}
        for each in rows(data, "organization_identifiers")
    ]
    return Draft("organization", row.key, values, {"organization_identifiers": numbers})


def location(row: ImportRow, context: Context) -> Draft:
    data = row.data
    values = texts(
        Location, data, name="name", description="description", transportation="transportation"
    )
    addresses = [_address(row, each, data) for each in rows(data, "addresses")]
    values["name"] = values["name"] or next((each["address_1"] for each in addresses), "A place")
    kind = chosen(data.get("location_type"), LocationType)
    values["location_type"] = kind or LocationType.PHYSICAL.value
    values["latitude"], values["longitude"] = _point(data)
    parts = {
        "addresses": addresses,
        "accessibility": [_access(row, each) for each in rows(data, "accessibility")],
    }
    return Draft("location", row.key, values, parts)


def _scheme(data: Json) -> str:
    scheme = text(data, "identifier_scheme") or text(data, "identifier_type")
    return fitted(OrganizationIdentifier, "identifier_scheme", scheme)


def _point(data: Json) -> tuple[float | None, float | None]:
    point = degrees(data.get("latitude")), degrees(data.get("longitude"))
    return point if None not in point else (None, None)


def _address(row: ImportRow, data: Json, location: Json) -> Json:
    """Return an address. One that the feed gives by its outward code alone is confidential."""
    made = texts(
        Address, data, attention="attention", address_1="address_1", address_2="address_2",
        city="city", state_province="state_province",
    )  # fmt: skip
    postcode = text(data, "postal_code").upper()
    made["city"] = made["city"] or made["state_province"] or made["address_1"][:80]
    made["state_province"] = made["state_province"] or made["city"]
    made["postal_code"] = postcode
    kind = chosen(data.get("address_type"), LocationType)
    made["address_type"] = kind or LocationType.PHYSICAL.value
    made["confidential"] = bool(location.get("fd_confidential")) or bool(
        postcode and normalise_district(postcode)
    )
    key = data.get("id") or f"{made['address_1']} {postcode}"
    return made | {"id": part_key(row.key, "address", key)}


def _access(row: ImportRow, data: Json) -> Json:
    key = data.get("id") or text(data, "description")
    made = texts(Accessibility, data, description="description", details="details")
    return made | {"url": text(data, "url"), "id": part_key(row.key, "accessibility", key)}
