"""The worker's part: finish what a killed process left open, and forget what was refused."""

from datetime import datetime, timedelta

from django.utils import timezone

from referrals.exchange.inbound.deadline import Deadline
from referrals.exchange.inbound.faults import Refused
from referrals.exchange.inbound.keeping import LEASE, take_over
from referrals.exchange.inbound.processing import work_on
from referrals.models import InboundMessage

# Long enough for two systems to find out together why a message was refused.
REFUSED_KEPT = timedelta(days=30)


def finish_left_open(now: datetime | None = None) -> int:
    """Work on messages that were stored and never answered; return how many.

    Their sender may never ask again. If it does, it hears that the message was processed.
    """
    over = (now or timezone.now()) - LEASE
    rows = list(InboundMessage.objects.filter(finished_at=None, received_at__lt=over)[:20])
    return sum(_finish(row) for row in rows)


def forget_refused(now: datetime | None = None) -> int:
    """Delete what was refused, as it may hold health data of nobody in our care."""
    before = (now or timezone.now()) - REFUSED_KEPT
    rows = InboundMessage.objects.filter(referral=None, finished_at__lt=before)
    return rows.delete()[0]


def _finish(row: InboundMessage) -> bool:
    try:
        held = take_over(row)
    except Refused:
        return False  # somebody else has it
    work_on(held, Deadline.from_now())
    return True
