"""A partner's account with a change that waits, one that was returned and one that was accepted."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

from django.utils import timezone

from portal.people.models import User
from services_directory.assurance.proposals.deciding import accept, give_back, version_of
from services_directory.assurance.proposals.proposing import Author, propose
from services_directory.assurance.proposals.states import state_of
from services_directory.demo.rows import uuid_of
from services_directory.models import ChangeProposal, Membership, Service

PARTNER, STAFF = "partner@wyvernvale.example", "directory@wyvernvale.example"
ORGANIZATIONS = ("st-wyverns-hospice", "carers-centre")
REASON = (
    "Please keep the meeting point in the description. People who come for the first time look "
    "for it there."
)


def load_proposals(say: Callable[[str], None]) -> None:
    """Make them once, if both accounts are there; a second run leaves everything as it is."""
    partner = User.objects.filter(email=PARTNER).first()
    staff = User.objects.filter(email=STAFF).first()
    if partner is None or staff is None or partner.directory_memberships.exists():
        return
    for key in ORGANIZATIONS:
        Membership.objects.create(user=partner, organization_id=uuid_of("organization", key))
    _accepted(partner, staff)
    _returned(partner, staff)
    _waiting(partner)
    say("A partner's account with three proposals: one waits, one was returned, one accepted")


def _accepted(partner: User, staff: User) -> None:
    service = _service("breathlessness-clinic")
    today = timezone.localdate().isoformat()
    wait = {"wait_weeks": 2, "wait_stated_on": today}
    proposal = _proposed(partner, service, wait, days_ago=9)
    accept(proposal, list(proposal.after), staff, version_of(proposal, state_of(service)))


def _returned(partner: User, staff: User) -> None:
    words = {"description": "We walk for about an hour by the sea. Dogs are welcome."}
    proposal = _proposed(partner, _service("grief-walk-thornwick"), words, days_ago=6)
    give_back(proposal, REASON, staff)


def _waiting(partner: User) -> None:
    service = _service("evening-grief-group")
    times = [{**row, "closes_at": "20:30:00"} for row in state_of(service)["schedules"]]
    summary = "A ten-week group for adults in the first two years after a death."
    changes = {"summary": summary, "schedules": times}
    _proposed(partner, service, changes, days_ago=2, note="From January there are ten evenings.")


def _proposed(
    partner: User, service: Service, changes: dict[str, Any], days_ago: int, note: str = ""
) -> ChangeProposal:
    proposal = propose(service, changes, Author(user=partner), note=note)
    proposal.proposed_at -= timedelta(days=days_ago)
    proposal.save(update_fields=["proposed_at"])
    return proposal


def _service(key: str) -> Service:
    return Service.objects.get(pk=uuid_of("service", key))
