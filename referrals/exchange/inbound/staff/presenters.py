"""The messages of a referral in words."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from referrals.exchange.inbound.keeping import sender_named
from referrals.exchange.outbound.received import sender_of
from referrals.models import AuditEvent, InboundMessage, Referral, Source
from referrals.pathways import pathway_at
from referrals.pathways.answers import in_words

_KINDS = {
    "new": "Referral", "update": "Update", "delete": "Withdrawal", "response": "Answer to our own",
}  # fmt: skip
_WITHDRAWN = "withdrawn by sender"


@dataclass(frozen=True)
class Line:
    """One message. more: what it changed, or an empty text."""

    key: UUID
    at: datetime
    what: str
    more: str


@dataclass(frozen=True)
class Correspondence:
    """sender: who sent the referral; an empty text if it came by our form."""

    sender: str
    lines: list[Line]


def correspondence(referral: Referral, events: Iterable[AuditEvent]) -> Correspondence:
    """Return who sent the referral by message, and every message about it, the oldest first."""
    rows = list(InboundMessage.objects.filter(referral=referral, status=200).order_by("pk"))
    deeds = {event.detail.get("message"): event for event in events}
    lines = [_line(row, deeds.get(str(row.request_id)), referral) for row in rows]
    came = referral.source == Source.BARS and bool(rows)
    return Correspondence(_sender(referral, rows[0]) if came else "", lines)


def _line(row: InboundMessage, deed: AuditEvent | None, referral: Referral) -> Line:
    what = _KINDS.get(row.reason, row.reason)
    if deed and deed.action == _WITHDRAWN:
        what = _KINDS["delete"]
    changed = deed.detail.get("changed", []) if deed else []
    return Line(row.request_id, row.received_at, what, _labels(referral, changed))


def _labels(referral: Referral, keys: Iterable[str]) -> str:
    questions = pathway_at(referral.pathway_slug, referral.pathway_version).questions()
    labels = (in_words(questions[key].label, about_me=False) for key in keys if key in questions)
    return ", ".join(dict.fromkeys(labels))


def _sender(referral: Referral, row: InboundMessage) -> str:
    """Return the name in the message, else the one that we know the caller by."""
    named = sender_of(referral)
    return named.party.name if named else sender_named(row)
