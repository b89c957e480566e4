"""Decide who hears what of a message in the outbox, and write it."""

from collections.abc import Callable
from typing import Any

from django.conf import settings

from referrals.exchange.bundles import messages
from referrals.exchange.bundles.letter import Letter, Party, letter_about
from referrals.exchange.bundles.messages import Message
from referrals.exchange.outbound.destinations import REPLY
from referrals.exchange.outbound.enclosing import enclosures_of
from referrals.exchange.outbound.parcel import Destination
from referrals.exchange.outbound.received import sender_of
from referrals.intake import RECEIVED
from referrals.models import Decision, OutboxMessage, Outcome, Referral
from referrals.triage.services import DECIDED

UPDATED, WITHDRAWN = "referral.updated", "referral.withdrawn"
Bundle = dict[str, Any]


def us() -> Party:
    """Return who we are in messages."""
    return Party(
        settings.REFERRALS_ORGANISATION_NAME, settings.REFERRALS_ORGANISATION_ODS,
        settings.REFERRALS_SERVICE_ID, settings.WAGTAILADMIN_BASE_URL,
    )  # fmt: skip


def letter_to(referral: Referral, receiver: Party, whole: bool = False) -> Letter:
    """Return the referral as we write about it to `receiver`; whole: with its files."""
    files = enclosures_of(referral) if whole else ()
    return letter_about(
        referral, us(), receiver, settings.WAGTAILADMIN_BASE_URL, settings.REFERRALS_USE_CASE, files
    )


def hear_of(message: OutboxMessage, destinations: dict[str, Destination]) -> list[str]:
    """Return the names of the destinations that are told; raise LookupError for a strange kind."""
    write = _WRITERS[message.kind]
    sender = sender_of(message.referral)
    told = []
    for name, destination in destinations.items():
        if name == REPLY:
            told += [name] if sender and message.kind == DECIDED else []
        elif not (sender and _same(sender.party, destination.party)):
            told += [name] if write is not _decided or _outcome(message) != Outcome.ASK else []
    return told


def _same(one: Party, other: Party) -> bool:
    return bool(one.service) and one.service == other.service


def write(message: OutboxMessage, name: str, destination: Destination, key: Any) -> bytes:
    """Return the bytes for one destination: the same at every call."""
    about = Message(key, message.created_at)
    if name == REPLY:
        return messages.as_bytes(_reply(message, about))
    return messages.as_bytes(_WRITERS[message.kind](message, destination.party, about))


def use_context(body: Bundle) -> tuple[str, str]:
    """Return (target, use-context) as a message's own header says them."""
    head = body["entry"][0]["resource"]
    event, reason = head["eventCoding"]["code"], head["reason"]["coding"][0]["code"]
    words = f"{settings.REFERRALS_USE_CASE}|referral|{event}|{reason}"
    return str(head["destination"][0]["endpoint"]), words


def _received(message: OutboxMessage, receiver: Party, about: Message) -> Bundle:
    return messages.request(letter_to(message.referral, receiver, whole=True), about)


def _updated(message: OutboxMessage, receiver: Party, about: Message) -> Bundle:
    return messages.request(letter_to(message.referral, receiver, whole=True), about, "update")


def _withdrawn(message: OutboxMessage, receiver: Party, about: Message) -> Bundle:
    return messages.cancellation(letter_to(message.referral, receiver), about)


def _decided(message: OutboxMessage, receiver: Party, about: Message) -> Bundle:
    """What was accepted goes on, with its new time; all else is withdrawn where it was sent."""
    write = _updated if _outcome(message) == Outcome.ACCEPT else _withdrawn
    return write(message, receiver, about)


_WRITERS: dict[str, Callable[[OutboxMessage, Party, Message], Bundle]] = {
    RECEIVED: _received, UPDATED: _updated, WITHDRAWN: _withdrawn, DECIDED: _decided,
}  # fmt: skip


def _reply(message: OutboxMessage, about: Message) -> Bundle:
    sender, decision = sender_of(message.referral), _decision(message)
    if sender is None or decision is None:
        raise LookupError("There is nobody to answer, or nothing was decided.")
    letter = letter_to(message.referral, sender.party)
    note = decision.reason
    if decision.service_name:
        note = f"Redirected to {decision.service_name}. {note}"
    return messages.response(letter, about, decision.outcome, sender.message, note)


def _outcome(message: OutboxMessage) -> str:
    decision = _decision(message)
    return decision.outcome if decision else message.referral.outcome


def _decision(message: OutboxMessage) -> Decision | None:
    """Return the decision that the message tells of: both were made at the same moment."""
    made = Decision.objects.filter(referral=message.referral, decided_at__lte=message.created_at)
    return made.order_by("-decided_at", "-pk").first()
