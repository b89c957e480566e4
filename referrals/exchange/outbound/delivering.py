"""The worker's part: spread what is new, then deliver what is due."""

import json
import logging
import time
from datetime import datetime

from django.utils import timezone

from referrals.cipher import unseal_bytes
from referrals.exchange.outbound.claiming import claim, settle
from referrals.exchange.outbound.destinations import configured
from referrals.exchange.outbound.parcel import Destination, Parcel
from referrals.exchange.outbound.spreading import spread_due
from referrals.exchange.outbound.verdict import TryAgain, Verdict
from referrals.exchange.outbound.writing import use_context
from referrals.models import OutboxMessage

logger = logging.getLogger(__name__)
# The worker has other things to do: what is left is taken up seconds later.
MOST, SECONDS = 100, 20.0


def deliver_due(now: datetime | None = None, most: int = MOST, seconds: float = SECONDS) -> int:
    """Try what is due, each once, and return how many tries were made; raise Misconfigured.

    Each destination has its share of the turn, so that one that hangs holds up no other.
    """
    destinations = configured()
    spread_due(destinations, now or timezone.now())
    share, tries = seconds / max(len(destinations), 1), 0
    for name, destination in destinations.items():
        tries += _deliver_to(name, destination, now, most - tries, share)
    return tries


def _deliver_to(
    name: str, destination: Destination, now: datetime | None, most: int, seconds: float
) -> int:
    """One that does not answer is left alone for the rest of the turn."""
    until, tries = time.monotonic() + seconds, 0
    while tries < most and time.monotonic() < until:
        message = claim([name], now or timezone.now())
        if message is None:
            break
        verdict = attempt(message, destination)
        settle(message, verdict)
        tries += 1
        if isinstance(verdict, TryAgain) and verdict.down:
            break
    return tries


def attempt(message: OutboxMessage, destination: Destination) -> Verdict:
    """Send the sealed bytes. Whatever the adapter raises is a failed try, without its words:
    they could hold what the message holds."""
    try:
        return destination.send(parcel_of(message))
    except Exception as error:
        logger.warning("Message %s was not delivered: %s", message.key, type(error).__name__)
        return TryAgain(f"Failed here: {type(error).__name__}")


def parcel_of(message: OutboxMessage) -> Parcel:
    """Open the message as it was written."""
    body = unseal_bytes(message.sealed_body)
    target, context = use_context(json.loads(body))
    return Parcel(message.key, message.referral.correlation_id, body, target, context)
