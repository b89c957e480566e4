"""The messages of a referral in words."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from referrals.exchange.inbound.acting import ENCLOSED
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
    """One message. more: what it changed; files: which came with it; or empty texts."""

    key: UUID
    at: datetime
    what: str
    more: str
    files: str


@dataclass(frozen=True)
class Correspondence:
    """sender: who sent the referral; an empty text if it came by our form."""

    sender: str
    lines: list[Line]


def correspondence(referral: Referral, events: Iterable[AuditEvent]) -> Correspondence:
    """Return who sent the referral by message, and every message about it, the oldest first."""
    rows = list(InboundMessage.objects.filter(referral=referral, status=200).order_by("pk"))
    deeds, files = dict[Any, AuditEvent](), dict[Any, AuditEvent]()
    for event in events:
        (files if event.action == ENCLOSED else deeds)[event.detail.get("message")] = event
    lines = [
        _line(row, deeds.get(str(row.request_id)), files.get(str(row.request_id)), referral)
        for row in rows
    ]
    came = referral.source == Source.BARS and bool(rows)
    return Correspondence(_sender(referral, rows[0]) if came else "", lines)


def _line(
    row: InboundMessage, deed: AuditEvent | None, files: AuditEvent | None, referral: Referral
) -> Line:
    what = _KINDS.get(row.reason, row.reason)
    if deed and deed.action == _WITHDRAWN:
        what = _KINDS["delete"]
    changed = deed.detail.get("changed", []) if deed else []
    came = _files(files.detail) if files else ""
    return Line(row.request_id, row.received_at, what, _labels(referral, changed), came)


def _files(counts: Mapping[str, Any]) -> str:
    here, elsewhere = counts.get("here", 0), counts.get("elsewhere", 0)
    words = f"Files with it: {here}, below under Letters and photos." if here else ""
    if not elsewhere:
        return words
    more = f"Files that are not here: {elsewhere}. The message names or holds them."
    return f"{words} {more}".strip()


def _labels(referral: Referral, keys: Iterable[str]) -> str:
    questions = pathway_at(referral.pathway_slug, referral.pathway_version).questions()
    labels = (in_words(questions[key].label, about_me=False) for key in keys if key in questions)
    return ", ".join(dict.fromkeys(labels))


def _sender(referral: Referral, row: InboundMessage) -> str:
    """Return the name in the message, else the one that we know the caller by."""
    named = sender_of(referral)
    return named.party.name if named else sender_named(row)
