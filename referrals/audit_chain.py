"""The audit trail as a chain: each row seals the one before it, so that a gap or a change shows.

The seal is a keyed digest; who can write to the database but has no key cannot mend the chain.
"""

import json
import logging
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC

from django.db import connection
from django.db.models import Exists, OuterRef

from referrals import audit_triggers
from referrals.cipher import fingerprint, fingerprints
from referrals.models import AuditEvent, Referral

logger = logging.getLogger(__name__)
_LOCK = 0x46442D4155444954  # any number that nothing else locks


@dataclass(frozen=True)
class Verified:
    """What reading the whole trail showed. `head`: the last seal, to be noted outside."""

    rows: int
    head: str
    faults: list[str]


def last_seal() -> str:
    """Return the newest row's seal, and keep others from adding until this transaction ends."""
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_xact_lock(%s)", [_LOCK])
    # On SQLite the transaction is immediate: it already holds the only right to write.
    rows = AuditEvent.objects.order_by("-pk").values_list("chain", flat=True)
    return rows.first() or ""


def seal_after(previous: str, event: AuditEvent) -> str:
    """Return the seal of a row that follows the one sealed `previous`."""
    return fingerprint(_content(previous, event))


def verify(expected_head: str = "") -> Verified:
    """Read the whole trail. Faults are sentences; with `expected_head`, one more if it is gone."""
    faults, previous, rows, found = [], "", 0, not expected_head
    for event in _in_order():
        if event.chain not in fingerprints(_content(previous, event)):
            faults.append(f"Row {event.pk} does not follow the one before it, or was changed.")
        previous, rows = event.chain, rows + 1
        found = found or previous == expected_head
    if not found:
        faults.append("The noted head is no longer in the trail: its end was cut off.")
    faults += [*_referrals_without_a_beginning(), *_no_longer_guarded()]
    return Verified(rows, previous, faults)


def watch() -> None:
    """Say in the log how the trail is: its head, to be found there again, or its faults."""
    verified = verify()
    for fault in verified.faults:
        logger.error("Audit trail: %s", fault)
    if not verified.faults:
        logger.warning("Audit trail whole: %d rows, head %s", verified.rows, verified.head)


def _in_order() -> Iterator[AuditEvent]:
    return AuditEvent.objects.order_by("pk").iterator(chunk_size=1000)


def _content(previous: str, event: AuditEvent) -> bytes:
    said = [
        previous,
        event.at.astimezone(UTC).isoformat(timespec="microseconds"),
        event.actor_id,
        event.action,
        event.referral_id,
        event.detail,
    ]
    return b"audit" + json.dumps(said, sort_keys=True, separators=(",", ":")).encode()


def _referrals_without_a_beginning() -> list[str]:
    begun = AuditEvent.objects.filter(referral=OuterRef("reference"), action="received")
    lost = Referral.objects.exclude(Exists(begun)).values_list("reference", flat=True)
    return [f"Referral {reference} has no row that says it was received." for reference in lost]


def _no_longer_guarded() -> list[str]:
    gone = audit_triggers.missing(connection)
    return [f"The trigger {name} is gone or off: rows can be changed or deleted." for name in gone]
