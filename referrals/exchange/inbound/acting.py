"""What a sound message does to referrals. Each runs within the transaction of its message."""

from collections.abc import Callable
from datetime import datetime
from typing import Any
from uuid import NAMESPACE_URL, UUID, uuid5

from django.db.models import Q, QuerySet
from django.utils import timezone

from referrals import audit
from referrals.attachments.sent import keep
from referrals.cipher import unseal_bytes
from referrals.exchange.inbound.answers import echo, heard
from referrals.exchange.inbound.contents import Deed
from referrals.exchange.inbound.faults import Fault, Refused
from referrals.exchange.inbound.keeping import Answer, sender_named
from referrals.exchange.inbound.mapping import answers_in
from referrals.exchange.inbound.mapping.files import files_in
from referrals.exchange.inbound.mapping.words import moment
from referrals.exchange.inbound.message import Message, as_dict, text
from referrals.exchange.inbound.stored import message_of
from referrals.exchange.outbound.writing import UPDATED, WITHDRAWN
from referrals.intake import Submission, accept, rewrite
from referrals.models import InboundMessage, OutboxMessage, Outcome, Referral, Source

ENCLOSED = "files came by message"
UNKNOWN = Fault(404, "not-found", "No referral of yours has this X-Correlation-Id.")
NOT_SENT = Fault(404, "not-found", "MessageHeader.response names no message of ours.")
OTHER_CONTENT = Fault(409, "conflict", "A different message with this Bundle.id was accepted.")
LATE = Fault(409, "conflict", "A newer message about this referral was taken.")
GONE = Fault(409, "conflict", "This referral was withdrawn. Send a new one.")


def act(deed: Deed, message: Message, row: InboundMessage) -> Answer:
    """Do it and return the answer; raise Refused."""
    return _DEEDS[deed](message, row)


def of_conversation(conversation: UUID, caller: str) -> QuerySet[Referral]:
    """Return the referrals that this caller sent in a conversation, the newest first."""
    return _sent_by(caller, Q(correlation_id=conversation))


def of_request(name: str, caller: str) -> QuerySet[Referral]:
    """Return the referrals of this caller by the id of the request, or by our reference."""
    return _sent_by(caller, Q(focus_id=name) | Q(referral__reference=name))


def _sent_by(caller: str, which: Q) -> QuerySet[Referral]:
    rows = InboundMessage.objects.filter(which, status=200, reason="new")
    wanted = [row.referral_id for row in rows if row.referral_id and sender_named(row) == caller]
    found = Referral.objects.filter(pk__in=wanted, source=Source.BARS)
    return found.order_by("-submitted_at", "-pk")


def _begin(message: Message, row: InboundMessage) -> Answer:
    """Make the referral; the same bundle under another X-Request-Id finds the one it made."""
    key = uuid5(NAMESPACE_URL, f"bars:{sender_named(row)}:{message.id or row.request_id}")
    earlier = InboundMessage.objects.filter(referral__submission_key=key, reason="new").first()
    if earlier and unseal_bytes(earlier.sealed_raw) != unseal_bytes(row.sealed_raw):
        raise Refused(OTHER_CONTENT)
    pathway, answers = answers_in(message)
    referral = accept(Submission(
        key, pathway, answers, at=row.received_at, source=Source.BARS,
        conversation=row.correlation_id, journey=_journey(message),
    ))  # fmt: skip
    if not earlier:
        _hasten(referral, message)
    row.referral = referral
    _enclose(message, row, referral)
    return Answer(200, echo(message, referral))


def _change(message: Message, row: InboundMessage) -> Answer:
    """Take the newer answers; the older ones stay in the earlier message."""
    referral = _theirs(row)
    if referral.withdrawn_at:
        raise Refused(GONE)
    if _is_late(message, referral):
        raise Refused(LATE)
    changed = rewrite(referral, *answers_in(message))
    _enclose(message, row, referral)
    _note(row, referral, "changed by sender", UPDATED, changed=changed)
    return Answer(200, echo(message, referral))


def _is_late(message: Message, referral: Referral) -> bool:
    """Say whether the sender wrote it before one that was taken already: it was overtaken."""
    written = moment(message.bundle.get("timestamp"))
    taken = InboundMessage.objects.filter(
        referral=referral, status=200, reason__in=("new", "update")
    )  # fmt: skip
    moments = (moment(message_of(row).bundle.get("timestamp")) for row in taken)
    return written is not None and any(then and written < then for then in moments)


def _end(message: Message, row: InboundMessage) -> Answer:
    """Withdraw it. What staff have decided stays decided, and they are told."""
    referral, now = _theirs(row), timezone.now()
    if referral.withdrawn_at is None:
        referral.withdrawn_at = now
        if referral.decided_at is None:
            referral.decided_at, referral.outcome = now, Outcome.WITHDRAWN
        referral.version += 1
        referral.save()
        status = text(message.request.get("status"))
        _note(row, referral, "withdrawn by sender", WITHDRAWN, status=_word(status))
    row.referral = referral
    return Answer(200, echo(message, referral))


def _hear(message: Message, row: InboundMessage) -> Answer:
    """Keep what a receiver answers to a referral that we sent."""
    named = text(as_dict(message.header.get("response")).get("identifier"))
    key = _uuid(named)
    sent = OutboxMessage.objects.filter(key=key).first() if key else None
    if sent is None:
        raise Refused(NOT_SENT)
    # Only the sender of a referral is known by a bundle id (exchange.outbound.received).
    row.bundle_id, row.reason, row.referral = "", "response", sent.referral
    status = text(message.request.get("status"))
    audit.record("answered by receiver", sent.referral, source="bars", status=_word(status))
    return Answer(200, heard())


_DEEDS: dict[Deed, Callable[[Message, InboundMessage], Answer]] = {
    Deed.BEGIN: _begin, Deed.CHANGE: _change, Deed.END: _end, Deed.HEAR: _hear,
}  # fmt: skip


def _theirs(row: InboundMessage) -> Referral:
    """Return the referral that a later message is about, locked; raise Refused."""
    found = of_conversation(row.correlation_id, sender_named(row)).first()
    if found is None:
        raise Refused(UNKNOWN)
    return Referral.objects.select_for_update().get(pk=found.pk)


def _note(row: InboundMessage, referral: Referral, action: str, kind: str, **detail: Any) -> None:
    """Tell the trail, and whoever had the referral from us."""
    row.referral, now = referral, timezone.now()
    audit.record(action, referral, source="bars", message=str(row.request_id), **detail)
    OutboxMessage.objects.create(referral=referral, kind=kind, created_at=now, next_try_at=now)


def _enclose(message: Message, row: InboundMessage, referral: Referral) -> None:
    """Keep the files that came, and note how many are here and how many only in the message."""
    sent = files_in(message)
    here = keep(referral, [(each.name, each.content) for each in sent if each.content])
    if sent:
        audit.record(ENCLOSED, referral, message=str(row.request_id),
                     here=here, elsewhere=len(sent) - here)  # fmt: skip


def _hasten(referral: Referral, message: Message) -> None:
    """A sender who asks for an answer sooner than we promise is taken at their word."""
    asked = as_dict(message.request.get("occurrencePeriod"))
    end: datetime | None = moment(asked.get("end"))
    if end and timezone.now() < end < referral.due_at:
        referral.due_at = end
        referral.save(update_fields=["due_at"])


def _journey(message: Message) -> UUID | None:
    """Return the Journey ID, which stays the same over onward referrals."""
    contact = message.find(message.request.get("encounter")) or message.first("Encounter")
    episode = as_dict(contact.get("episodeOfCare"))
    named = as_dict(episode.get("identifier")).get("value") or episode.get("reference")
    return _uuid(text(named).rpartition(":")[2].rpartition("/")[2])


def _uuid(name: str) -> UUID | None:
    try:
        return UUID(name)
    except ValueError:
        return None


def _word(status: str) -> str:
    """Codes only go into the trail."""
    known = ("draft", "active", "on-hold", "revoked", "completed", "entered-in-error")
    return status if status in known else "unknown"
