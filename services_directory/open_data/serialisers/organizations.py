"""Organizations, in a list and whole."""

from collections.abc import Iterable

from services_directory.models import Organization, OrganizationIdentifier
from services_directory.open_data.serialisers.values import Json, filled, key_within, uri


def organization_item(organization: Organization) -> Json:
    """Return the fields of one organization without what hangs on it."""
    return filled(
        id=str(organization.pk),
        name=organization.name,
        description=organization.description or organization.name,
        email=organization.email,
        website=uri(organization.website),
        fd_kind=organization.kind,
        fd_assurer_email=organization.assurer_email,
    )


def organization_full(
    organization: Organization, identifiers: Iterable[OrganizationIdentifier]
) -> Json:
    """Return the organization with its identifiers and its phone."""
    return organization_item(organization) | filled(
        organization_identifiers=_identifiers(identifiers),
        phones=_phones(organization),
    )


def _identifiers(identifiers: Iterable[OrganizationIdentifier]) -> list[Json]:
    return [
        filled(
            id=str(each.pk),
            organization_id=str(each.organization_id),
            identifier_scheme=each.identifier_scheme,
            identifier_type=each.identifier_type,
            identifier=each.identifier,
        )
        for each in identifiers
    ]


def _phones(organization: Organization) -> list[Json]:
    if not organization.phone:
        return []
    key = key_within(organization.pk, "phone")
    return [{"id": key, "organization_id": str(organization.pk), "number": organization.phone}]
