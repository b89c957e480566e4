"""A message that was stored, read again."""

from referrals.cipher import unseal_bytes
from referrals.exchange.inbound.message import Message, understood
from referrals.exchange.inbound.reading import read
from referrals.models import InboundMessage


def message_of(row: InboundMessage) -> Message:
    """Return it; raise Refused or Unreadable for one that never was a message."""
    return understood(read(unseal_bytes(row.sealed_raw), "xml" in row.media_type))
