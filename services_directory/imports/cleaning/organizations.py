"""An organization of a feed."""

from services_directory.choices import OrganizationKind
from services_directory.imports.cleaning import links, words
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
from services_directory.imports.cleaning.parts import phone_rows
from services_directory.imports.records import Json, Record
from services_directory.models import Organization, OrganizationIdentifier

NO_NAME = "It has no name."
MADE_KEY = "The feed gives no key: one was made from the name."
_UNWANTED = ("logo", "legal_status", "tax_status", "tax_id", "year_incorporated", "full_service")


def organization(raw: Json) -> Record:
    """Return the record of an organization; refused when it has no name."""
    notes = Notes()
    fields = Fields(raw, notes)
    name = fields.line(limit(Organization, "name"), "name")
    key = as_key(raw.get("id"))
    if not key:
        notes.add(MADE_KEY)
        key = as_key(f"organization/{name.casefold() or digest(raw)}")
    data = filled(
        id=key,
        name=name,
        description=fields.text("description"),
        email=fields.clean(links.mail_address, "email"),
        website=fields.clean(links.web_address, "website", "url"),
        fd_kind=_kind(fields),
        fd_assurer_email=fields.clean(links.mail_address, "fd_assurer_email", "assurer_email"),
        organization_identifiers=_identifiers(fields, key),
        phones=phone_rows(fields, key, "organization_id")[:1],
    )
    fields.ignore(*_UNWANTED, "services", "locations")
    fields.note_the_rest()
    return Record("organization", key, data, tuple(notes), "" if name else NO_NAME)


def _kind(fields: Fields) -> str:
    chosen = words.chosen(fields.raw_value("fd_kind"), OrganizationKind.values)
    return chosen[0] if chosen else ""


def _identifiers(fields: Fields, owner: str) -> list[Json]:
    found = []
    for raw in fields.rows("organization_identifiers"):
        each = Fields(raw, fields.notes)
        data = filled(
            organization_id=owner,
            identifier_scheme=each.line(
                limit(OrganizationIdentifier, "identifier_scheme"),
                "identifier_scheme",
                "identifier_type",
            ),
            identifier_type=each.line(40, "identifier_type", "identifier_scheme"),
            identifier=each.line(limit(OrganizationIdentifier, "identifier"), "identifier"),
        )
        each.note_the_rest()
        if "identifier" in data and "identifier_scheme" in data:
            found.append(data | {"id": part_key(raw, owner, "organization_identifiers", data)})
    return once(found, fields.notes)
