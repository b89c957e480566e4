"""Who sent us a referral and what they called it, read from the message as it came."""

from dataclasses import dataclass

from referrals.exchange.bundles.letter import Party
from referrals.exchange.bundles.names import SERVICE_ID
from referrals.exchange.inbound.faults import Refused
from referrals.exchange.inbound.message import as_dict, text
from referrals.exchange.inbound.reading import Unreadable
from referrals.exchange.inbound.stored import message_of
from referrals.models import InboundMessage, Referral


@dataclass(frozen=True)
class Sender:
    """`message` is the id of their bundle, which a response names."""

    party: Party
    message: str


def sender_of(referral: Referral) -> Sender | None:
    """Return who sent the referral first; None if it came by our form or names no way back."""
    rows = InboundMessage.objects.filter(referral=referral).exclude(bundle_id="")
    first = rows.order_by("received_at", "pk").first()
    if first is None:
        return None
    endpoint, name = _source(first)
    system, _, value = endpoint.rpartition("|")
    if not value:
        return None
    service = value if system == SERVICE_ID else ""
    return Sender(Party(name or "The sender", "", service, endpoint), first.bundle_id)


def _source(row: InboundMessage) -> tuple[str, str]:
    """Return (endpoint, name) of MessageHeader.source; empty texts where there is none."""
    try:
        message = message_of(row)
    except (Unreadable, Refused):
        return "", ""
    source = as_dict(message.header.get("source"))
    return text(source.get("endpoint")), text(source.get("name"))
