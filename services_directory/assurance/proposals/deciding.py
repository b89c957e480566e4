"""Accept or return a proposal. Each is one transaction, and a letter tells who proposed it."""

from collections.abc import Collection
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.urls import reverse
from django.utils import timezone

from portal.letters import absolute, send_later
from portal.people.models import User
from services_directory.assurance.proposals.applying import apply, check, words_of
from services_directory.assurance.proposals.facts import ORDER, label_of
from services_directory.assurance.proposals.proposing import KeptElsewhere, ProposalRefused
from services_directory.assurance.proposals.publishing import publish
from services_directory.assurance.proposals.states import digest, only, state_of
from services_directory.assurance.services import record_check, role_of
from services_directory.choices import Decision, Status
from services_directory.models import ChangeProposal, Service

ACCEPTED = "services_directory.proposal_accepted"
CHECKED = "The provider sent changes, and directory staff accepted them"
_LETTERS = "services_directory/proposals/letters"


class AlreadyDecided(ProposalRefused):
    """Somebody else decided first."""


class Changed(ProposalRefused):
    """The proposal or the entry is no longer what the reader compared."""

    def __init__(self) -> None:
        super().__init__(
            "The entry or the proposal changed while you were reading. Nothing was decided. "
            "Compare again, then decide."
        )


def version_of(proposal: ChangeProposal, now: dict[str, Any]) -> str:
    """Return a mark of what a reader compares: the proposal and the entry's own words."""
    return digest(proposal.before, proposal.after, only(now, proposal.after))


def may_decide(proposal: ChangeProposal, user: User) -> bool:
    """Say whether the user is somebody else than the one who proposed it."""
    return proposal.proposed_by_id is None or proposal.proposed_by_id != user.pk


@transaction.atomic
def accept(proposal: ChangeProposal, names: Collection[str], user: User, version: str) -> Service:
    """Make these facts of the proposal public; the rest of it is left out.

    Raises AlreadyDecided, Changed, or ProposalRefused with what stands in the way.
    """
    locked, service = _locked(proposal, user)
    if version != version_of(locked, state_of(service)):
        raise Changed
    chosen = [name for name in ORDER if name in locked.after and name in names]
    if not chosen:
        raise ProposalRefused("Choose at least one change to accept, or return the proposal.")
    after = only(locked.after, chosen)
    _refuse_if_wrong(service, after)
    service = publish(service, after, user, ACCEPTED)
    role = role_of(locked.organization)
    record_check(service, role=role, checked=CHECKED, user=user)
    left_out = [label_of(name) for name in ORDER if name in locked.after and name not in chosen]
    locked.service, locked.after = service, after
    locked.before = only(locked.before, chosen)
    _decided(locked, Decision.ACCEPTED, user)
    _tell(locked, "accepted", left_out=left_out)
    return service


@transaction.atomic
def give_back(proposal: ChangeProposal, reason: str, user: User) -> None:
    """Return the proposal to its author with a reason. Raises AlreadyDecided, ProposalRefused."""
    locked, _ = _locked(proposal, user)
    locked.reason = reason
    _decided(locked, Decision.RETURNED, user)
    _tell(locked, "returned")


def _locked(proposal: ChangeProposal, user: User) -> tuple[ChangeProposal, Service]:
    """Lock proposal and entry, in the order of proposing, and return both as they are now."""
    if proposal.service_id:
        Service.objects.select_for_update().get(pk=proposal.service_id)
    locked = ChangeProposal.objects.select_for_update().filter(pk=proposal.pk).first()
    if locked is None:
        raise AlreadyDecided("It was withdrawn while you were reading.")
    if locked.decided_at:
        who, when = locked.decided_by or "somebody", timezone.localtime(locked.decided_at)
        word = str(Decision(locked.decision).label).lower()
        raise AlreadyDecided(f"It was {word} by {who} at {when:%H:%M} on {when.day} {when:%B %Y}.")
    if not may_decide(locked, user):
        raise ProposalRefused("You proposed this yourself. Somebody else must decide.")
    return locked, locked.service or Service(organization=locked.organization, live=False)


def _refuse_if_wrong(service: Service, after: dict[str, Any]) -> None:
    if service.feed_id:
        raise KeptElsewhere(service)
    if service.locked:
        raise ProposalRefused("The entry is locked in the content admin. Unlock it first.")
    if not service.live and not service._state.adding:
        raise ProposalRefused("The entry is not published any more. Publish it, or return this.")
    copy = Service(organization=service.organization)
    if not service._state.adding:
        copy = Service.objects.get(pk=service.pk)
    try:
        apply(copy, after)
        check(copy)
    except ValidationError as error:
        raise ProposalRefused(" ".join(words_of(error))) from error


def _decided(proposal: ChangeProposal, decision: Decision, user: User) -> None:
    proposal.decided_at, proposal.decided_by, proposal.decision = timezone.now(), user, decision
    proposal.save()


def _tell(proposal: ChangeProposal, outcome: str, **more: Any) -> None:
    to = proposal.by_mailbox or (proposal.proposed_by.email if proposal.proposed_by else "")
    if not to:
        return
    ended = proposal.after.get("status") == Status.DEFUNCT
    path = reverse("my_services") if proposal.proposed_by or ended else ""
    if not path and proposal.service:
        path = proposal.service.get_absolute_url()
    context = {"proposal": proposal, "url": absolute(path) if path else "", **more}
    send_later(to, f"{proposal}: {outcome}", f"{_LETTERS}/{outcome}.txt", context)
