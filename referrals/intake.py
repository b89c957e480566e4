"""The one way in for a referral, from a form today and from other systems tomorrow."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db import IntegrityError, transaction
from django.utils import timezone

from portal.hours.clock import add_working_days
from portal.places.queries import find_place
from referrals import audit
from referrals.cipher import seal
from referrals.flags import to_read_first
from referrals.models import OutboxMessage, Referral
from referrals.pathways.answers import flags_raised
from referrals.pathways.declare import Pathway
from referrals.references import new_reference

RECEIVED = "referral.received"
_TRIES = 5


@dataclass(frozen=True)
class Submission:
    """A finished form. `key` was minted when it was begun and stays the same at every retry."""

    key: UUID
    pathway: Pathway
    answers: Mapping[str, Any]
    at: datetime | None = None


def accept(submission: Submission) -> Referral:
    """Return the referral of this submission, made now or at an earlier call with the same key.

    Referral, audit row and outbox row are one transaction: all are there, or none is.
    """
    for _ in range(_TRIES):
        try:
            with transaction.atomic():
                return _existing(submission.key) or _create(submission)
        except IntegrityError:
            # Another worker took the key (found next time round) or the reference (drawn anew).
            continue
    raise RuntimeError("No free reference was found.")


def _existing(key: UUID) -> Referral | None:
    return Referral.objects.filter(submission_key=key).first()


def _create(submission: Submission) -> Referral:
    pathway, answers = submission.pathway, dict(submission.answers)
    summary = _summary(pathway, answers)
    at = submission.at or timezone.now()
    referral = Referral.objects.create(
        reference=new_reference(),
        submission_key=submission.key,
        pathway_slug=pathway.slug,
        pathway_version=pathway.version,
        sealed_answers=seal(answers),
        sealed_summary=seal(summary),
        read_first=to_read_first(summary["flags"]),
        area_code=_area_code(str(answers.get("postcode") or "")),
        submitted_at=at,
        due_at=add_working_days(timezone.localtime(at), pathway.promise),
    )
    audit.record("received", referral, pathway=pathway.slug, version=pathway.version)
    OutboxMessage.objects.create(referral=referral, kind=RECEIVED, created_at=at, next_try_at=at)
    return referral


def _summary(pathway: Pathway, answers: Mapping[str, Any]) -> dict[str, Any]:
    words = str(answers.get("name") or "").split()
    return {
        "initials": "".join(word[0].upper() for word in words if word[0].isalpha())[:4],
        "date_of_birth": answers.get("date_of_birth") or "",
        "flags": flags_raised(pathway, answers),
    }


def _area_code(postcode: str) -> str:
    place = find_place(postcode) if postcode else None
    return place.area_codes[0] if place and place.area_codes else ""
