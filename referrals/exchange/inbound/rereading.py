"""A request that a sender made, read again."""

from typing import Any
from uuid import UUID

from django.db import transaction

from referrals import audit
from referrals.exchange.inbound.acting import of_conversation, of_request
from referrals.exchange.inbound.message import Message, as_dict, listed, text
from referrals.exchange.inbound.stored import message_of
from referrals.models import InboundMessage, Outcome, Referral

# What became of it, as the status of the request (hl7.org/fhir/R4/valueset-request-status.html).
_STATUS = {Outcome.ACCEPT: "active", Outcome.WITHDRAWN: "revoked"}


@transaction.atomic
def request_of(conversation: UUID, name: str, caller: str) -> dict[str, Any] | None:
    """Return the newest ServiceRequest of this caller by that name; None for another's.

    name: its id or our reference; within its conversation one of its identifiers too. BaRS gives
    each reading a conversation of its own.
    """
    for referral in (*of_conversation(conversation, caller), *of_request(name, caller)):
        rows = InboundMessage.objects.filter(referral=referral, status=200)
        row = rows.order_by("-received_at", "-pk").first()
        if row is None:
            continue
        message = message_of(row)
        if name in _names(message, referral):
            audit.record("read by sender", referral, source="bars")
            return {**message.request, "status": _status(message, referral)}
    return None


def _names(message: Message, referral: Referral) -> set[str]:
    own = {
        text(each.get("value")) for each in map(as_dict, listed(message.request.get("identifier")))
    }
    found = {text(message.request.get("id")), *own}
    return (found | {referral.reference, str(referral.submission_key)}) - {""}


def _status(message: Message, referral: Referral) -> str:
    if referral.withdrawn_at:
        status = text(message.request.get("status"))
        return status if status == "entered-in-error" else "revoked"
    if referral.decided_at:
        return _STATUS.get(Outcome(referral.outcome), "completed")
    return "active"
