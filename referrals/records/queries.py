"""What stands on the page of records, in a fixed number of queries."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db.models import QuerySet

from referrals import retention
from referrals.models import DeletionCertificate, Outcome, Referral

SOON = timedelta(days=30)
MOST = 100


@dataclass(frozen=True)
class Leaving:
    """A referral whose time will be over soon."""

    reference: str
    outcome: str
    decided_at: datetime


def leaving_soon(now: datetime) -> list[Leaving]:
    """Return what would be deleted within 30 days, the first to go first; at most 100."""
    rows = retention.due(now + SOON).values_list("reference", "outcome", "decided_at")
    return [Leaving(ref, str(Outcome(kind).label), at) for ref, kind, at in rows[:MOST] if at]


def held() -> list[Referral]:
    """Return what is kept for legal reasons, the longest held first."""
    rows = Referral.objects.filter(held_at__isnull=False).order_by("held_at", "pk")
    return list(rows.only("reference", "held_at", "held_because"))


def certificates() -> QuerySet[DeletionCertificate]:
    """Return the certificates, the newest first."""
    return DeletionCertificate.objects.all()
