"""How long a referral is kept, and its deletion with a certificate.

Periods follow the Records Management Code of Practice (NHS Transformation Directorate, August
2023, appendix II) as the partnership reads it; they are settings. Nothing that is undecided,
undelivered or held for legal reasons is ever deleted by age.
"""

from datetime import datetime, timedelta

from django.conf import settings
from django.db import transaction
from django.db.models import Exists, OuterRef, Q, QuerySet
from django.utils import timezone

from portal.people.models import User
from referrals import audit
from referrals.models import (
    Attachment,
    Decision,
    DeletionCertificate,
    Draft,
    InboundMessage,
    OutboxMessage,
    Outcome,
    Referral,
)

RULES = tuple(outcome for outcome in Outcome if outcome != Outcome.ASK)


def due(now: datetime) -> QuerySet[Referral]:
    """Return the referrals whose time is over and that nothing keeps, the oldest first."""
    undelivered = OutboxMessage.objects.filter(referral=OuterRef("pk"), delivered_at=None)
    over = Q()
    for outcome in RULES:
        over |= Q(outcome=str(outcome), decided_at__lt=now - kept_for(outcome))
    rows = Referral.objects.filter(over, decided_at__isnull=False, held_at=None)
    return rows.exclude(Exists(undelivered)).order_by("decided_at", "pk")


def kept_for(outcome: str) -> timedelta:
    """Return how long a referral with this outcome is kept, counted from its decision."""
    return timedelta(days=settings.REFERRALS_KEPT_DAYS[str(outcome)])


def delete_due(now: datetime | None = None) -> int:
    """Delete what is due, each with its certificate; return how many."""
    now = now or timezone.now()
    references = list(due(now).values_list("reference", flat=True))
    return sum(_delete(reference, now) for reference in references)


@transaction.atomic
def hold(reference: str, because: str, actor: User) -> Referral:
    """Keep a referral for legal reasons; raise ValueError without a reason."""
    if not because.strip():
        raise ValueError("A hold needs a reason.")
    return _set_hold(reference, timezone.now(), because.strip(), actor, "held")


@transaction.atomic
def release(reference: str, actor: User) -> Referral:
    """End a hold; retention counts again from the decision."""
    return _set_hold(reference, None, "", actor, "released")


def _set_hold(
    reference: str, at: datetime | None, because: str, actor: User, action: str
) -> Referral:
    referral = Referral.objects.select_for_update().get(reference=reference)
    referral.held_at, referral.held_because = at, because
    referral.save(update_fields=["held_at", "held_because"])
    audit.record(action, referral, actor)
    return referral


@transaction.atomic
def _delete(reference: str, now: datetime) -> int:
    """Delete one referral if it is still due: a hold or a message may have come since."""
    referral = due(now).select_for_update().filter(reference=reference).first()
    if referral is None:
        return 0
    counts = _delete_parts(referral)
    DeletionCertificate.objects.create(
        reference=reference,
        pathway_slug=referral.pathway_slug,
        outcome=referral.outcome,
        submitted_at=referral.submitted_at,
        decided_at=referral.decided_at or now,
        rule=f"{referral.outcome}: {kept_for(referral.outcome).days} days after the decision",
        counts=counts,
        deleted_at=now,
    )
    audit.record("deleted", referral, outcome=referral.outcome)
    # The link of the form that it came from leads nowhere now, and says so.
    Draft.objects.filter(submission_key=referral.submission_key).update(expires_at=now)
    referral.delete()
    return 1


def _delete_parts(referral: Referral) -> dict[str, int]:
    kinds = (Attachment, Decision, OutboxMessage, InboundMessage)
    counts = {}
    for kind in kinds:
        rows = kind._default_manager.filter(referral=referral)
        counts[kind._meta.model_name or ""] = rows.count()
        rows.delete()
    return {name: count for name, count in counts.items() if count}
