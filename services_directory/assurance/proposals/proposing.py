"""Send, change and withdraw a proposal. Each is one transaction; an entry has one that waits."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from portal.people.models import User
from services_directory.assurance.proposals.queries import open_for
from services_directory.assurance.proposals.states import State, changed, digest, only, state_of
from services_directory.assurance.services import answer_change
from services_directory.choices import Status
from services_directory.models import ChangeProposal, Organization, Service, Verification


class ProposalRefused(Exception):
    """A proposal that cannot be made or decided; the text says why and what to do."""


class NothingChanged(ProposalRefused):
    def __init__(self) -> None:
        super().__init__("You have not changed anything. Change what is wrong, then continue.")


class KeptElsewhere(ProposalRefused):
    def __init__(self, service: Service) -> None:
        super().__init__(f"This entry is kept by {service.feed}. Ask them to change it.")


class Stale(ProposalRefused):
    """The entry or its proposal is no longer what the author saw."""

    def __init__(self) -> None:
        super().__init__(
            "Somebody changed this entry, or what is proposed for it, while you were typing. "
            "What you typed is still here. Compare it with the entry, then continue."
        )


@dataclass(frozen=True)
class Author:
    """Who proposes: an account, or the role mailbox whose question is answered."""

    user: User | None = None
    verification: Verification | None = None

    @property
    def mailbox(self) -> str:
        return self.verification.sent_to if self.verification else ""


def seen(now: Mapping[str, Any], waiting: ChangeProposal | None) -> str:
    """Return a mark of what an author sees: the entry, and the proposal that waits."""
    return digest(now, waiting and [str(waiting.pk), waiting.proposed_at, waiting.after])


@transaction.atomic
def propose(
    service: Service, state: State, author: Author, *, note: str = "", mark: str | None = None
) -> ChangeProposal:
    """Propose what `state` changes in the entry, in place of the proposal that waits, if any.

    `mark`: what `seen` gave when the author began. Raises KeptElsewhere, NothingChanged, Stale,
    and LinkUsed for a link that was used meanwhile.
    """
    locked = Service.objects.select_for_update().get(pk=service.pk)
    if locked.feed_id:
        raise KeptElsewhere(locked)
    now, waiting = state_of(locked), open_for(locked)
    if mark is not None and mark != seen(now, waiting):
        raise Stale
    names = changed(now, state)
    if not names:
        raise NothingChanged
    proposal = waiting or ChangeProposal(service=locked)
    proposal.organization = locked.organization
    proposal.before, proposal.after = only(now, names), only(state, names)
    return _sent(proposal, author, note)


def propose_end(service: Service, author: Author, note: str) -> ChangeProposal:
    """Propose to take the entry down for good. It takes the place of what waits."""
    return propose(service, {"status": str(Status.DEFUNCT)}, author, note=note)


@transaction.atomic
def propose_new(
    organization: Organization, state: State, author: Author, *, key: UUID, note: str = ""
) -> ChangeProposal:
    """Propose an entry that is not there. Sent again under the same key, it replaces itself.

    Raises ProposalRefused when it was accepted meanwhile.
    """
    first = {"organization": organization, "proposed_at": timezone.now()}
    ChangeProposal.objects.get_or_create(pk=key, defaults=first)
    proposal = ChangeProposal.objects.select_for_update().get(pk=key)
    if proposal.service_id or proposal.organization_id != organization.pk:
        raise ProposalRefused("This entry is in the directory by now. Look for it in your list.")
    empty = state_of(Service(organization=organization))
    names = changed(empty, state)
    proposal.before, proposal.after = only(empty, names), only(state, names)
    return _sent(proposal, author, note)


@transaction.atomic
def withdraw(proposal: ChangeProposal) -> None:
    """Take back what waits. Raises ProposalRefused once it is decided."""
    locked = ChangeProposal.objects.select_for_update().filter(pk=proposal.pk).first()
    if locked and locked.decided_at:
        raise ProposalRefused("The directory staff have already decided on this.")
    if locked:
        locked.delete()


def _sent(proposal: ChangeProposal, author: Author, note: str) -> ChangeProposal:
    if author.verification:
        answer_change(author.verification)
    proposal.proposed_by, proposal.by_mailbox = author.user, author.mailbox
    proposal.proposed_at, proposal.note = timezone.now(), note
    proposal.decided_at, proposal.decided_by, proposal.decision, proposal.reason = (
        None,
        None,
        "",
        "",
    )
    proposal.save()
    return proposal
