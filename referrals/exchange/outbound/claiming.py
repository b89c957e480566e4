"""Take a message so that no other worker has it meanwhile, and write down what came of it.

A claim is a lease: the next try is put off by `LEASE`. A worker that is killed loses it, and the
message is sent again under the same id.
"""

from collections.abc import Collection
from datetime import datetime, timedelta

from django.db import connection, transaction
from django.db.models import Exists, OuterRef, Q, QuerySet
from django.utils import timezone

from referrals import audit
from referrals.exchange.outbound.backoff import LONGEST_ASKED, MOST_TRIES, pause
from referrals.exchange.outbound.verdict import Delivered, Refused, TryAgain, Verdict
from referrals.models import OutboxMessage

# Far longer than any try may last (https.WHOLE_SECONDS, mesh.SECONDS).
LEASE = timedelta(minutes=5)


def waiting() -> QuerySet[OutboxMessage]:
    """Return what is neither delivered nor given up."""
    return OutboxMessage.objects.filter(delivered_at=None, given_up_at=None)


def due(names: Collection[str], now: datetime) -> QuerySet[OutboxMessage]:
    """Return what may be tried now, the longest due first.

    A message waits for earlier ones of its referral to the same place, so that nobody hears of a
    cancellation before the referral. A time further off than any wait was set by a clock that ran
    ahead, and holds nothing up.
    """
    is_time = Q(next_try_at__lte=now) | Q(next_try_at__gt=now + LONGEST_ASKED)
    rows = waiting().filter(is_time, destination__in=names)
    return rows.exclude(Exists(earlier())).order_by("next_try_at", "pk")


def earlier() -> QuerySet[OutboxMessage]:
    """Return, for the message of an outer query, those that must be delivered before it."""
    return OutboxMessage.objects.filter(
        referral=OuterRef("referral"), destination=OuterRef("destination"),
        delivered_at=None, pk__lt=OuterRef("pk"),
    )  # fmt: skip


def lock(rows: QuerySet[OutboxMessage]) -> QuerySet[OutboxMessage]:
    """Lock them for this transaction and pass over those that others hold.

    SQLite has one writer at a time (settings.DATABASES, IMMEDIATE), so it needs no locks.
    """
    if connection.features.has_select_for_update_skip_locked:
        return rows.select_for_update(skip_locked=True, of=("self",))
    return rows


@transaction.atomic
def claim(names: Collection[str], now: datetime) -> OutboxMessage | None:
    """Return a message to try, held for `LEASE`; None if none is due."""
    while message := lock(due(names, now)).select_related("referral").first():
        if message.attempts < MOST_TRIES:
            break
        # Every try ended with its worker: a person must look before it takes another one down.
        settle(message, Refused("Its worker ended at every try"))
    if message is not None:
        message.attempts += 1
        message.next_try_at = now + LEASE
        message.save(update_fields=["attempts", "next_try_at"])
    return message


@transaction.atomic
def settle(message: OutboxMessage, verdict: Verdict) -> None:
    """Write down what came of a try. One who lost the lease meanwhile changes no one else's."""
    now = timezone.now()
    rows = OutboxMessage.objects.filter(pk=message.pk, delivered_at=None)
    if isinstance(verdict, Delivered):
        if rows.update(delivered_at=now, given_up_at=None, problem=""):
            _record("delivered", message)
        return
    rows = rows.filter(attempts=message.attempts, given_up_at=None)
    if isinstance(verdict, TryAgain) and message.attempts < MOST_TRIES:
        wait = pause(message.attempts, verdict.after)
        rows.update(next_try_at=now + wait, problem=verdict.why[:240])
    elif rows.update(given_up_at=now, problem=verdict.why[:240]):
        _record("delivery given up", message)


def _record(action: str, message: OutboxMessage) -> None:
    audit.record(action, message.referral, to=message.destination, message=str(message.key))
