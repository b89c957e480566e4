"""Proposals as a partner makes them, and decisions with the marks that the pages carry."""

from typing import Any

from portal.people.models import User
from services_directory.assurance.proposals.deciding import accept, version_of
from services_directory.assurance.proposals.proposing import Author, propose
from services_directory.assurance.proposals.states import state_of
from services_directory.models import ChangeProposal, Service


def proposed(service: Service, user: User | None, **changes: Any) -> ChangeProposal:
    return propose(service, changes, Author(user=user))


def accepted(proposal: ChangeProposal, user: User, *names: str) -> Service:
    """Accept these facts, or all of them, as somebody who has just compared."""
    return accept(proposal, names or list(proposal.after), user, version_now(proposal))


def version_now(proposal: ChangeProposal) -> str:
    service = proposal.service or Service(organization=proposal.organization)
    if proposal.service_id:
        service = Service.objects.get(pk=proposal.service_id)
    return version_of(proposal, state_of(service))


def fresh(service: Service) -> Service:
    """Return the entry as the database has it now."""
    return Service.objects.get(pk=service.pk)


def now(service: Service) -> dict[str, Any]:
    """Return the state of the entry as the database has it."""
    return state_of(fresh(service))
