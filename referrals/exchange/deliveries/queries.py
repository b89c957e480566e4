"""Messages of the outbox by state. State is read off the timestamps and never stored."""

from datetime import datetime

from django.db.models import Count, Exists, Q, QuerySet

from referrals.exchange.outbound.claiming import earlier
from referrals.models import OutboxMessage

STUCK, FAILING, WAITING, DELIVERED, CLOSED = "stuck", "failing", "waiting", "delivered", "closed"
VIEWS = {
    STUCK: "Given up",
    FAILING: "Failing",
    WAITING: "Waiting",
    DELIVERED: "Delivered",
    CLOSED: "Told another way",
}
_OPEN = Q(delivered_at=None, given_up_at=None)
_CONDITIONS = {
    STUCK: Q(delivered_at=None, given_up_at__isnull=False),
    FAILING: _OPEN & ~Q(problem=""),
    WAITING: _OPEN & Q(problem=""),
    # What was only sorted into destinations was sent to nobody.
    DELIVERED: Q(delivered_at__isnull=False, given_up_at=None) & ~Q(destination=""),
    CLOSED: Q(delivered_at__isnull=False, given_up_at__isnull=False),
}


def in_view(name: str) -> QuerySet[OutboxMessage]:
    """Return the messages of a view with their referrals; raise KeyError for no view.

    What a person must see to stands the longest waiting first, what is done the newest first.
    `behind` says of each that it waits for an earlier one.
    """
    order = "-delivered_at" if name in (DELIVERED, CLOSED) else "created_at"
    rows = OutboxMessage.objects.filter(_CONDITIONS[name]).select_related("referral")
    rows = rows.annotate(behind=Exists(earlier()))
    return rows.defer("sealed_body", "referral__sealed_answers").order_by(order, "pk")


def counts() -> dict[str, int]:
    """Return how many messages each view has, in one query."""
    return OutboxMessage.objects.aggregate(
        **{name: Count("pk", filter=condition) for name, condition in _CONDITIONS.items()}
    )


def stuck_count() -> int:
    """Return how many messages wait for a person."""
    return OutboxMessage.objects.filter(_CONDITIONS[STUCK]).count()


def oldest_open() -> datetime | None:
    """Return since when the oldest message that is neither delivered nor given up waits."""
    rows = OutboxMessage.objects.filter(_OPEN).order_by("created_at")
    return rows.values_list("created_at", flat=True).first()
