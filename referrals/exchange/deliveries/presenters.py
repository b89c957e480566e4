"""Words of a delivery."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime

from referrals.exchange.outbound.destinations import LABELS
from referrals.models import OutboxMessage

KIND_WORDS = {
    "referral.received": "The referral",
    "referral.decided": "The decision",
    "referral.updated": "A change",
    "referral.withdrawn": "A withdrawal",
}
# How a problem begins -> what to do about it.
ADVICE = {
    "401": "The receiver does not accept our token. Ask the operator.",
    "403": "The receiver does not accept our token or certificate. Ask the operator.",
    "400": "The receiver refuses the content. Ring them, then close this.",
    "409": "The receiver has something else under this number. Ring them.",
    "413": "The message is too large for the receiver. Ring them, then close this.",
    "422": "The receiver refuses the content. Ring them, then close this.",
    "No answer": "The receiver does not answer.",
    "Could not be written": "The message could not be written. Ask the operator.",
    "Its worker ended": "Trying to send it ended the program each time. Ask the operator.",
    "The folder": "The folder cannot be written to. Ask the operator.",
}


@dataclass(frozen=True)
class Line:
    """One message: where it goes and what came of it; nothing of the person."""

    key: str
    reference: str
    what: str
    where: str
    created_at: datetime
    tries: str
    problem: str
    advice: str
    next_try: str
    done_at: datetime | None


def line(message: OutboxMessage, destinations: Collection[str], now: datetime) -> Line:
    """Return the words of one message; `destinations` are those that are configured."""
    return Line(
        key=str(message.key),
        reference=message.referral.reference,
        what=KIND_WORDS.get(message.kind, message.kind),
        where=LABELS.get(message.destination, message.destination),
        created_at=message.created_at,
        tries=_times(message.attempts),
        problem=message.problem,
        advice=_advice(message, destinations),
        next_try=_next(message, now),
        done_at=message.delivered_at,
    )


def _times(count: int) -> str:
    return "once" if count == 1 else f"{count} times" if count else ""


def _advice(message: OutboxMessage, destinations: Collection[str]) -> str:
    if message.destination and message.destination not in destinations:
        return "This destination is switched off. Ask the operator."
    found = (text for start, text in ADVICE.items() if message.problem.startswith(start))
    return next(found, "")


def _next(message: OutboxMessage, now: datetime) -> str:
    """Return "now" or "in 5 min" for what will be tried again; else an empty text."""
    if message.delivered_at or message.given_up_at:
        return ""
    if getattr(message, "behind", False):
        return "after the one before it of this referral"
    minutes = int((message.next_try_at - now).total_seconds() // 60)
    if minutes < 1:
        return "now"
    return f"in {minutes} min" if minutes < 120 else f"in {minutes // 60} h"
