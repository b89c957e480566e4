"""Keep what comes before anything is done with it, so that an id is never done twice.

BaRS Core 1.5.0, transactional integrity: an id in work is 425, one done is 409 `duplicate`, one
refused is refused again. What failed here and may pass (faults.HEARD_AGAIN) is taken up anew.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from django.db import IntegrityError, transaction
from django.utils import timezone

from referrals.cipher import seal, seal_bytes, unseal
from referrals.exchange.inbound.faults import HEARD_AGAIN, Fault, Refused
from referrals.exchange.inbound.headers import KEPT, Ids
from referrals.models import InboundMessage

# Far longer than any work may last (settings.BARS_RECEIVER_SECONDS): who held it is gone.
LEASE = timedelta(seconds=30)
TOO_EARLY = Fault(425, "duplicate", "A message with this X-Request-Id is being processed.")
DUPLICATE = Fault(409, "duplicate", "A message with this X-Request-Id was processed already.")


@dataclass(frozen=True)
class Answer:
    """What goes back: a FHIR resource and its HTTP status."""

    status: int
    body: Mapping[str, Any]


@dataclass(frozen=True)
class Arrival:
    """A request as it came. caller: who sent it, as configured; media_type: of the body."""

    caller: str
    ids: Ids
    media_type: str
    raw: bytes
    headers: Mapping[str, str]


def keep(arrival: Arrival) -> InboundMessage | Answer:
    """Store the request and commit; return the row to work on, or the answer given before.

    Raise Refused for an id that is in work or done.
    """
    try:
        with transaction.atomic():
            return _create(arrival)
    except IntegrityError:
        row = InboundMessage.objects.get(request_id=arrival.ids.request)
    if sender_named(row) != arrival.caller:
        raise Refused(Fault(409, "conflict", "This X-Request-Id is taken."))
    return _again(row)


def finish(row: InboundMessage, answer: Answer) -> bool:
    """Write down what was answered; False if another worker took the row over meanwhile."""
    row.finished_at, row.status = timezone.now(), answer.status
    row.sealed_answer = seal(answer.body)
    fields = (
        "finished_at", "status", "sealed_answer", "bundle_id", "focus_id", "reason", "referral_id"
    )  # fmt: skip
    return bool(_held(row).update(**{name: getattr(row, name) for name in fields}))


def sender_named(row: InboundMessage) -> str:
    """Return the configured name of who sent it."""
    return str(unseal(row.sealed_headers)["caller"])


def _create(arrival: Arrival) -> InboundMessage:
    headers = {name: arrival.headers[name] for name in KEPT if name in arrival.headers}
    return InboundMessage.objects.create(
        request_id=arrival.ids.request,
        correlation_id=arrival.ids.conversation,
        media_type=arrival.media_type,
        sealed_headers=seal({"caller": arrival.caller, "headers": headers}),
        sealed_raw=seal_bytes(arrival.raw),
        received_at=timezone.now(),
    )


def _again(row: InboundMessage) -> InboundMessage | Answer:
    """Decide what a second request with the same id gets."""
    now = timezone.now()
    if row.finished_at is None and row.received_at > now - LEASE:
        raise Refused(TOO_EARLY)
    if row.status is None or row.status in HEARD_AGAIN:
        return take_over(row)
    if row.status < 300:
        raise Refused(DUPLICATE)
    return Answer(row.status, unseal(row.sealed_answer))


def take_over(row: InboundMessage) -> InboundMessage:
    """Return the row to work on as it was stored; raise Refused if somebody else has it.

    A retry brings the same body, so the first one is used.
    """
    held, now = _held(row), timezone.now()
    if not held.update(received_at=now, finished_at=None, status=None):
        raise Refused(TOO_EARLY)
    row.received_at, row.finished_at, row.status = now, None, None
    return row


def _held(row: InboundMessage) -> Any:
    """Return the row as long as nobody else has taken it up since."""
    return InboundMessage.objects.filter(pk=row.pk, received_at=row.received_at)
