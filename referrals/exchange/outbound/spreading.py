"""Make one message for each destination out of what intake and triage wrote to the outbox."""

from datetime import datetime
from uuid import uuid5

from django.db import transaction

from referrals.cipher import seal_bytes
from referrals.exchange.outbound.claiming import claim, lock, settle, waiting
from referrals.exchange.outbound.parcel import Destination
from referrals.exchange.outbound.verdict import TryAgain
from referrals.exchange.outbound.writing import hear_of, write
from referrals.models import OutboxMessage

UNSORTED = ""


def spread_due(destinations: dict[str, Destination], now: datetime, most: int = 100) -> int:
    """Spread what is due and return how many. Without a destination all is settled at once:
    nobody outside is told, and nothing keeps the referral from its end of retention."""
    done = 0
    for _ in range(most):
        message = claim([UNSORTED], now)
        if message is None:
            break
        try:
            done += _spread(message, destinations, now)
        except Exception as error:
            # A fault in one referral must not stop the others; it shows among the dead letters.
            settle(message, TryAgain(f"Could not be written: {type(error).__name__}"))
    return done


@transaction.atomic
def _spread(message: OutboxMessage, destinations: dict[str, Destination], now: datetime) -> bool:
    """Write all copies and settle the original, or neither."""
    if lock(waiting().filter(pk=message.pk)).first() is None:
        return False
    for name in hear_of(message, destinations):
        key = uuid5(message.key, name)  # the same if this has to be done again
        body = write(message, name, destinations[name], key)
        OutboxMessage.objects.create(
            key=key, referral=message.referral, kind=message.kind, destination=name,
            sealed_body=seal_bytes(body), created_at=message.created_at, next_try_at=now,
        )  # fmt: skip
    message.delivered_at, message.problem = now, ""
    message.save(update_fields=["delivered_at", "problem"])
    return True
