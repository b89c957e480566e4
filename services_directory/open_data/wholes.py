"""What is written whole: a row, and all that hangs on it, as plain lists."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple
from uuid import UUID

from services_directory import models as m


class Tag(NamedTuple):
    """An Attribute with its term. Most rows of an export are these, so they are no models."""

    key: UUID
    service_key: UUID
    link_type: str
    term: m.TaxonomyTerm


@dataclass(frozen=True)
class WholePlace:
    """A service at a location, with what hangs on the location."""

    row: m.ServiceAtLocation
    addresses: Sequence[m.Address]
    accessibility: Sequence[m.Accessibility]

    @property
    def is_confidential(self) -> bool:
        """Say the same as Location.is_confidential, of the addresses at hand."""
        return any(address.confidential for address in self.addresses)


@dataclass(frozen=True)
class WholeService:
    """A service with everything that belongs to it."""

    service: m.Service
    identifiers: Sequence[m.OrganizationIdentifier]
    places: Sequence[WholePlace]
    phones: Sequence[m.Phone]
    contacts: Sequence[m.Contact]
    schedules: Sequence[m.Schedule]
    cost_options: Sequence[m.CostOption]
    languages: Sequence[m.Language]
    service_areas: Sequence[m.ServiceArea]
    attributes: Sequence[Tag]


@dataclass(frozen=True)
class WholeRow:
    """A service at a location, with everything that hangs on both."""

    place: WholePlace
    service: WholeService


@dataclass(frozen=True)
class WholeOrganization:
    """An organization with its identifiers and its public services."""

    organization: m.Organization
    identifiers: Sequence[m.OrganizationIdentifier]
    services: Sequence[m.Service] | Sequence[WholeService]
