"""What triage staff do to a referral. Each is one transaction: change, audit row, outbox row."""

from datetime import datetime, timedelta
from typing import Any

from django.db import transaction
from django.utils import timezone

from portal.hours.clock import add_working_days
from portal.people.models import User
from referrals import audit
from referrals.exchange.inbound.staff.news import mark_seen
from referrals.intake import nhs_number_indexes
from referrals.models import Band, Decision, OutboxMessage, Outcome, Referral

DECIDED = "referral.decided"
_AUDITED_AS = {Outcome.ASK: "asked"}


class Stale(Exception):
    """The referral changed since it was read, or is decided: nothing was done."""


class NotYours(Exception):
    """Only the owner hands a referral back."""


@transaction.atomic
def read(reference: str, actor: User) -> Referral:
    """Return the referral and record that `actor` read it; raise Referral.DoesNotExist."""
    referral = Referral.objects.select_related("owner").get(reference=reference)
    audit.record("viewed", referral, actor)
    mark_seen(referral)
    return referral


@transaction.atomic
def open_secrets(reference: str, actor: User) -> dict[str, Any]:
    """Return key-safe code and hazards, and record that they were opened."""
    referral = Referral.objects.get(reference=reference)
    audit.record("secrets opened", referral, actor)
    return referral.secrets


@transaction.atomic
def find_by_nhs_number(text: str, actor: User) -> list[Referral]:
    """Return the referrals with this NHS number, the newest first, and record the search.

    A number alone never proves that two referrals are of one person.
    """
    wanted = nhs_number_indexes(text)
    found = Referral.objects.filter(nhs_number_index__in=wanted).select_related("owner")
    rows = list(found.order_by("-submitted_at", "pk")) if wanted else []
    audit.record("searched", None, actor, count=len(rows))
    return rows


@transaction.atomic
def take(reference: str, actor: User, version: int) -> Referral:
    """Make `actor` the owner; raise Stale, Referral.DoesNotExist."""
    referral = _open(reference, version)
    audit.record("taken", referral, actor, before=referral.owner_id)
    referral.owner, referral.taken_at = actor, timezone.now()
    return _changed(referral)


@transaction.atomic
def hand_back(reference: str, actor: User, version: int) -> Referral:
    """Leave the referral without an owner; raise Stale, NotYours, Referral.DoesNotExist."""
    referral = _open(reference, version)
    if referral.owner_id != actor.pk:
        raise NotYours
    audit.record("handed back", referral, actor)
    referral.owner, referral.taken_at = None, None
    return _changed(referral)


@transaction.atomic
def set_band(reference: str, band: Band, actor: User, version: int) -> Referral:
    """Say how soon, and set the time due by it; raise Stale, Referral.DoesNotExist."""
    referral = _open(reference, version)
    audit.record("band set", referral, actor, before=referral.band, after=str(band))
    referral.band, referral.due_at = band, due_for(band, referral.submitted_at)
    return _changed(referral)


@transaction.atomic
def decide(
    reference: str,
    outcome: Outcome,
    reason: str,
    actor: User,
    version: int,
    service: tuple[str, str] = ("", ""),
) -> Decision:
    """Record a decision with its reason; raise Stale, ValueError, Referral.DoesNotExist.

    service: (id, name) of where a redirected referral goes. To ask leaves the referral undecided.
    """
    if not reason.strip() or (outcome == Outcome.REDIRECT and not service[1]):
        raise ValueError("A decision needs a reason, and a redirection a service.")
    referral, now = _open(reference, version), timezone.now()
    decision = Decision(
        referral=referral, outcome=outcome, decided_by=actor, decided_at=now,
        service_id=service[0], service_name=service[1],
    )  # fmt: skip
    decision.reason = reason
    decision.save()
    _note(referral, decision, actor, now)
    return decision


def due_for(band: Band, submitted_at: datetime) -> datetime:
    """Return by when first contact is due for a band, counted from when it was sent."""
    if band == Band.DAY:
        return submitted_at + timedelta(hours=24)
    return add_working_days(timezone.localtime(submitted_at), 2 if band == Band.TWO_DAYS else 5)


def _note(referral: Referral, decision: Decision, actor: User, now: datetime) -> None:
    outcome = Outcome(decision.outcome)
    audit.record(
        _AUDITED_AS.get(outcome, "decided"), referral, actor,
        decision=decision.pk, outcome=str(outcome), service=decision.service_id,
    )  # fmt: skip
    OutboxMessage.objects.create(referral=referral, kind=DECIDED, created_at=now, next_try_at=now)
    if outcome == Outcome.ASK:
        referral.asked_at = now
    else:
        referral.decided_at, referral.outcome = now, outcome
    if referral.owner_id is None:
        referral.owner, referral.taken_at = actor, now
    _changed(referral)


def _open(reference: str, version: int) -> Referral:
    referral = Referral.objects.select_for_update().get(reference=reference)
    if referral.version != version or referral.decided_at:
        raise Stale
    return referral


def _changed(referral: Referral) -> Referral:
    referral.version += 1
    referral.save()
    return referral
