"""Which mailbox answers for an entry."""

from collections.abc import Collection

from django.db.models import Q

from services_directory.choices import OrganizationKind
from services_directory.models import Service

# The public address of a national helpline is for people in distress, not for our questions: only
# a mailbox named for the purpose is asked.
_NATIONAL = Q(organization__kind=OrganizationKind.NATIONAL)
WITHOUT = Q(organization__assurer_email="") & (_NATIONAL | Q(email="", organization__email=""))


def mailbox_of(service: Service) -> str:
    """Return the role mailbox, else the service's or the organisation's e-mail, else ""."""
    owner = service.organization
    if owner.assurer_email or owner.kind == OrganizationKind.NATIONAL:
        return owner.assurer_email
    return service.email or owner.email


def at(addresses: Collection[str]) -> Q:
    """The condition for entries whose mailbox is one of the addresses."""
    role, none = Q(organization__assurer_email__in=addresses), Q(organization__assurer_email="")
    own = Q(email__in=addresses) | Q(email="", organization__email__in=addresses)
    return role | (none & ~_NATIONAL & own)
