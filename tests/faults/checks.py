"""Compare what was acknowledged with what is there. Every sentence returned is a violation."""

from collections import Counter
from collections.abc import Iterable
from hashlib import sha256

from django.db import connection

from referrals import audit_chain
from referrals.cipher import unseal, unseal_bytes
from referrals.intake import RECEIVED
from referrals.journey.contents import Contents
from referrals.journey.drafts import contents_of, digest_of
from referrals.models import Attachment, AuditEvent, Draft, OutboxMessage, Referral
from tests.faults.drafts import Expected
from tests.faults.receiver import Receiver

HTTPS = "https"


def violations(all_expected: Iterable[Expected], receiver: Receiver) -> list[str]:
    """Return everything that is not as it was promised; an empty list is what we want."""
    found = [fault for expected in all_expected for fault in _of_one(expected)]
    keys = Counter(Referral.objects.values_list("submission_key", flat=True))
    found += [f"{key} is there {count} times." for key, count in keys.items() if count > 1]
    return found + _deliveries(receiver) + _trail() + _database()


def _of_one(expected: Expected) -> list[str]:
    draft = Draft.objects.filter(token_digest=digest_of(expected.token)).first()
    if draft is None:
        return [f"A form of {expected.walk.slug} was begun and is missing.", *expected.dead_ends]
    referral = Referral.objects.filter(submission_key=draft.submission_key).first()
    name = f"Draft {draft.pk}"
    found = [f"{name}: a client was led to {end}." for end in expected.dead_ends]
    if not expected.references:
        return [*found, f"{name} was never acknowledged, though all works again."]
    if referral is None:
        return [*found, f"{name} was acknowledged and is missing."]
    if expected.references != {referral.reference}:
        found.append(f"{name} was given {sorted(expected.references)}, and is {referral}.")
    if (referral.answers, referral.secrets) != (expected.answers, expected.secrets):
        found.append(f"{referral}: the answers are not those that were sent.")
    if _files(referral) != expected.files:
        found.append(f"{referral}: the files are not those that were sent.")
    if not draft.submitted_at or contents_of(draft) != Contents():
        found.append(f"{name} still holds answers, or does not know that it was sent.")
    return found


def _files(referral: Referral) -> set[tuple[str, str]]:
    rows = Attachment.objects.filter(referral=referral).select_related("content")
    return {
        (unseal(row.sealed_name), sha256(unseal_bytes(row.content.sealed)).hexdigest())
        for row in rows
    }


def _deliveries(receiver: Receiver) -> list[str]:
    messages = OutboxMessage.objects.all()
    found = [f"{m} to {m.destination!r} is not delivered." for m in messages if not m.delivered_at]
    for reference in Referral.objects.values_list("reference", flat=True):
        mine = [m for m in messages.filter(referral__reference=reference) if m.kind == RECEIVED]
        sent = [str(m.key) for m in mine if m.destination == HTTPS]
        if len(sent) != 1 or len(mine) != 2:
            found.append(f"{reference} has {len(sent)} ids outside and {len(mine)} rows.")
        found += [f"{reference} never arrived." for key in sent if key not in receiver.taken]
    known = {str(key) for key in messages.values_list("key", flat=True)}
    found += [f"{key} arrived, and nobody knows it." for key in receiver.taken if key not in known]
    return found + [f"{key} arrived with other bytes." for key in receiver.other_bytes]


def _trail() -> list[str]:
    begun = Counter(AuditEvent.objects.filter(action="received").values_list("referral", flat=True))
    found = [f"{ref} was received {count} times." for ref, count in begun.items() if count != 1]
    lost = set(begun) - set(Referral.objects.values_list("reference", flat=True))
    found += [f"{ref} is in the trail and nowhere else." for ref in lost]
    return found + audit_chain.verify().faults


def _database() -> list[str]:
    if connection.vendor != "sqlite":
        return []
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA integrity_check")
        said = [row[0] for row in cursor.fetchall()]
    return [] if said == ["ok"] else [f"The file of the database is broken: {said[:3]}"]
