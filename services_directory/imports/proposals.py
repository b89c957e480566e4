"""Pairs that may be one service: put before staff, decided once, remembered."""

from uuid import UUID

from django.db import transaction
from django.utils import timezone
from wagtail.actions.unpublish import UnpublishAction

from portal.people.models import User
from services_directory.choices import Verdict
from services_directory.imports.draft import OWN
from services_directory.imports.rows import CHUNK
from services_directory.models import DuplicateProposal, ImportRun, Service


class Decided(Exception):
    """Somebody has decided already."""


def propose(run: ImportRun) -> None:
    """Put the pairs of an applied run before staff, but those that were before."""
    alike = run.rows.filter(kind="service", verdict=Verdict.NEW, data__has_key=OWN)
    pending: list[DuplicateProposal] = []
    for key, data in alike.values_list("key", "data").iterator(chunk_size=CHUNK):
        for other in data[OWN].get("alike", ()):
            pending.append(_proposal(key, UUID(other["key"]), other["likeness"], other["reasons"]))
        if len(pending) >= CHUNK:
            _save(pending)
            pending = []
    _save(pending)


@transaction.atomic
def say_different(proposal: DuplicateProposal, user: User) -> None:
    """Note that these are two services; the pair is never proposed again. Raises Decided."""
    _decide(proposal, user, same=False)


@transaction.atomic
def say_same(proposal: DuplicateProposal, stays: UUID, user: User) -> None:
    """Note that it is one service and unpublish the entry that does not stay.

    No import publishes it again: an import never touches what is published. Raises Decided, and
    ValueError when `stays` is neither of the two.
    """
    pair = {proposal.first_id: proposal.second, proposal.second_id: proposal.first}
    if stays not in pair:
        raise ValueError("Neither of the two has this key.")
    _decide(proposal, user, same=True)
    leaves = pair[stays]
    if leaves.live:
        # Wagtail's event tells search and the finder.
        UnpublishAction(leaves, user=user).execute(skip_permission_checks=True)


def _decide(proposal: DuplicateProposal, user: User, *, same: bool) -> None:
    found = DuplicateProposal.objects.filter(pk=proposal.pk, decided_at__isnull=True)
    if not found.update(decided_at=timezone.now(), decided_by=user, same=same):
        raise Decided
    proposal.refresh_from_db()


def _proposal(one: UUID, other: UUID, likeness: float, reasons: list[str]) -> DuplicateProposal:
    first, second = sorted((one, other))  # the same pair, whichever came later
    return DuplicateProposal(
        first_id=first, second_id=second, likeness=likeness, reasons=reasons,
        proposed_at=timezone.now(),
    )  # fmt: skip


def _save(pending: list[DuplicateProposal]) -> None:
    """Save the pairs of which both are here; one known already stays as it was decided."""
    keys = {key for each in pending for key in (each.first_id, each.second_id)}
    here = set(Service.objects.filter(pk__in=keys).values_list("pk", flat=True))
    both = [each for each in pending if {each.first_id, each.second_id} <= here]
    DuplicateProposal.objects.bulk_create(both, ignore_conflicts=True)
