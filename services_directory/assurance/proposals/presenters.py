"""Rows of the partner's and the staff's lists."""

from dataclasses import dataclass
from datetime import date

from django.urls import reverse
from django.utils import timezone

from services_directory.assurance.proposals.queries import NEWEST
from services_directory.choices import Decision, Status
from services_directory.models import ChangeProposal, Service
from services_directory.presenters import words
from services_directory.presenters.words import Tag


@dataclass(frozen=True)
class OwnEntry:
    """An entry in the list of its provider. `state` is empty when nothing waits."""

    name: str
    url: str
    provider: str
    checked: Tag
    state: Tag
    reason: str
    kept_by: str
    hidden: bool


@dataclass(frozen=True)
class OwnNewEntry:
    """A proposed entry that is not in the directory."""

    name: str
    url: str
    provider: str
    state: Tag
    reason: str


@dataclass(frozen=True)
class ProposalRow:
    """A proposal in the list of staff."""

    name: str
    url: str
    kind: str
    provider: str
    who: str
    proposed: str
    count: int
    outcome: Tag
    decided: str


def own_entry(service: Service, today: date) -> OwnEntry:
    """Return the row of an entry fetched `with_proposals`."""
    newest: ChangeProposal | None = next(iter(getattr(service, NEWEST)), None)
    state = state_of_proposal(newest, service)
    return OwnEntry(
        name=service.name,
        url=reverse("my_service", args=[service.pk]),
        provider=service.organization.name,
        checked=words.checked(service, today),
        state=state,
        reason=newest.reason if newest and state.text == "Returned" else "",
        kept_by=str(service.feed) if service.feed else "",
        hidden=not service.is_public,
    )


def state_of_proposal(newest: ChangeProposal | None, service: Service | None = None) -> Tag:
    """Return "Change waiting" or "Returned"; nothing once it is accepted or checked since."""
    if newest is None or newest.decision == Decision.ACCEPTED:
        return Tag("")
    if newest.decided_at is None:
        return Tag("Change waiting", "info")
    checked = service.assured_date if service else None
    since = checked and checked > timezone.localdate(newest.decided_at)
    return Tag("") if since else Tag("Returned", "warn")


def own_new_entry(proposal: ChangeProposal) -> OwnNewEntry:
    return OwnNewEntry(
        name=str(proposal),
        url=reverse("my_new_entry", args=[proposal.pk]),
        provider=proposal.organization.name,
        state=state_of_proposal(proposal),
        reason=proposal.reason,
    )


def proposal_row(proposal: ChangeProposal) -> ProposalRow:
    accepted = proposal.decision == Decision.ACCEPTED
    outcome = str(Decision(proposal.decision).label) if proposal.decision else ""
    when = _moment(proposal.decided_at) if proposal.decided_at else ""
    return ProposalRow(
        name=str(proposal),
        url=reverse("change_proposal", args=[proposal.pk]),
        kind=kind_of(proposal),
        provider=proposal.organization.name,
        who=who_proposed(proposal),
        proposed=_moment(proposal.proposed_at),
        count=len(proposal.after),
        outcome=Tag(outcome, "ok" if accepted else "warn"),
        decided=f"{when}, {proposal.decided_by or 'an account that is gone'}" if when else "",
    )


def kind_of(proposal: ChangeProposal) -> str:
    """Return "Change", "New entry" or "Has ended"."""
    if proposal.after.get("status") == Status.DEFUNCT:
        return "Has ended"
    return "New entry" if is_new(proposal) else "Change"


def is_new(proposal: ChangeProposal) -> bool:
    """Say whether it is, or was, for an entry that the directory did not have."""
    return proposal.service_id is None or proposal.before.get("name") == ""


def who_proposed(proposal: ChangeProposal) -> str:
    if proposal.by_mailbox:
        return f"{proposal.by_mailbox}, by the link in a letter"
    return str(proposal.proposed_by or "an account that is gone")


def _moment(when: object) -> str:
    at = timezone.localtime(when)  # type: ignore[arg-type]
    return f"{at.day} {at:%B %Y}, {at:%H:%M}"
