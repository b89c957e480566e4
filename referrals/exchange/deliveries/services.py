"""What staff do about a message that was given up. Each is one transaction with its audit row."""

from uuid import UUID

from django.db import transaction
from django.utils import timezone

from portal.people.models import User
from referrals import audit
from referrals.exchange.deliveries.queries import STUCK, in_view
from referrals.models import OutboxMessage


class NotStuck(Exception):
    """The message was not given up, or somebody saw to it meanwhile: nothing was done."""


@transaction.atomic
def replay(key: UUID, actor: User) -> OutboxMessage:
    """Try it again under the same id; raise NotStuck, OutboxMessage.DoesNotExist."""
    message = _given_up(key)
    audit.record("delivery replayed", message.referral, actor, **_what(message))
    return _again(message)


@transaction.atomic
def replay_all(actor: User) -> int:
    """Try all again that were given up; return how many."""
    rows = list(in_view(STUCK).select_for_update(of=("self",)))
    for message in rows:
        audit.record("delivery replayed", message.referral, actor, **_what(message))
        _again(message)
    return len(rows)


@transaction.atomic
def close(key: UUID, actor: User) -> OutboxMessage:
    """Note that the receiver was told another way; raise NotStuck, OutboxMessage.DoesNotExist.

    The referral is then free for its end of retention. A replay undoes it.
    """
    message = _given_up(key)
    if message.delivered_at:
        raise NotStuck
    message.delivered_at = timezone.now()
    message.save(update_fields=["delivered_at"])
    audit.record("delivery closed", message.referral, actor, **_what(message))
    return message


def _given_up(key: UUID) -> OutboxMessage:
    rows = OutboxMessage.objects.select_related("referral").select_for_update(of=("self",))
    message = rows.get(key=key)
    if message.given_up_at is None:
        raise NotStuck
    return message


def _again(message: OutboxMessage) -> OutboxMessage:
    message.attempts, message.given_up_at, message.delivered_at = 0, None, None
    message.next_try_at = timezone.now()
    message.save(update_fields=["attempts", "given_up_at", "delivered_at", "next_try_at"])
    return message


def _what(message: OutboxMessage) -> dict[str, str]:
    return {"to": message.destination, "message": str(message.key)}
