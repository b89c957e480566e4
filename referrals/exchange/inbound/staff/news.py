"""What senders changed or withdrew, or answered, since staff last read the referral."""

from django.db.models import Exists, OuterRef, Q
from django.utils import timezone

from referrals.models import InboundMessage, Referral

AFTERWARDS = ("update", "delete", "response")


def has_news() -> Q:
    """Return the condition for referrals with a later message that nobody has read."""
    unread = InboundMessage.objects.filter(
        referral=OuterRef("pk"), status=200, reason__in=AFTERWARDS, seen_at=None
    )
    return Q(Exists(unread))


def mark_seen(referral: Referral) -> None:
    """Note that staff have read the referral with all that came so far."""
    InboundMessage.objects.filter(referral=referral, seen_at=None).update(seen_at=timezone.now())
