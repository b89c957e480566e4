"""Organisations and the places that they use."""

from services_directory.choices import LocationType
from services_directory.demo.rows import Row, read, uuid_of
from services_directory.models import (
    Accessibility,
    Address,
    Location,
    Organization,
    OrganizationIdentifier,
)

Organizations = dict[str, Organization]
Locations = dict[str, Location]
_ORGANIZATION_TEXTS = (
    "name", "description", "website", "email", "phone", "kind", "assurer_role", "assurer_email",
)  # fmt: skip
_ADDRESS_TEXTS = ("address_1", "city", "state_province", "postal_code")


def load_organizations() -> Organizations:
    """Make what is missing and return all organisations by key."""
    known = Organization.objects.in_bulk()
    return {
        row.text("key"): known.get(uuid_of("organization", row.text("key"))) or _organization(row)
        for row in read("organizations.csv")
    }


def load_locations(organizations: Organizations) -> Locations:
    """Make what is missing and return all locations by key."""
    known = Location.objects.in_bulk()
    return {
        row.text("key"): known.get(uuid_of("location", row.text("key")))
        or _location(row, organizations)
        for row in read("locations.csv")
    }


def _organization(row: Row) -> Organization:
    texts = {column: row.text(column) for column in _ORGANIZATION_TEXTS}
    organization = Organization(pk=uuid_of("organization", row.text("key")), **texts)
    if row.text("identifier"):
        identifier = OrganizationIdentifier(
            pk=uuid_of("identifier", row.text("key")),
            identifier_scheme=row.text("identifier_scheme"),
            identifier=row.text("identifier"),
        )
        organization.organization_identifiers.set([identifier])
    row.check(organization)
    organization.save()
    return organization


def _location(row: Row, organizations: Organizations) -> Location:
    key = row.text("key")
    location = Location(
        pk=uuid_of("location", key),
        organization=row.one("organization", organizations) if row.text("organization") else None,
        name=row.text("name"),
        location_type=row.text("location_type"),
        transportation=row.text("transportation"),
        latitude=row.degrees("latitude"),
        longitude=row.degrees("longitude"),
    )
    if row.text("address_1"):
        location.addresses.set([_address(row)])
    location.accessibility.set(
        Accessibility(
            pk=uuid_of("accessibility", f"{key}/{text}"), description=text, sort_order=order
        )
        for order, text in enumerate(row.many("accessibility"))
    )
    row.check(location)
    location.save()
    return location


def _address(row: Row) -> Address:
    texts = {column: row.text(column) for column in _ADDRESS_TEXTS}
    address = Address(
        pk=uuid_of("address", row.text("key")),
        address_type=LocationType.PHYSICAL,
        confidential=row.flag("confidential"),
        **texts,
    )
    row.check(address, without=("location",))
    return address
