"""The one way in for a referral, from a form today and from other systems tomorrow."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID, uuid4

from django.db import IntegrityError, transaction
from django.utils import timezone

from portal.hours.clock import add_working_days
from portal.places.queries import find_place
from referrals import audit, nhs_number
from referrals.cipher import Ring, fingerprints, seal
from referrals.flags import to_read_first
from referrals.models import Attachment, OutboxMessage, Referral, Source
from referrals.pathways.answers import flags_raised
from referrals.pathways.declare import Pathway
from referrals.references import new_reference

RECEIVED = "referral.received"
_TRIES = 5


@dataclass(frozen=True)
class Submission:
    """A finished form. `key` was minted when it was begun and stays the same at every retry.

    attachments: keys of files that are stored already; all of them come along or nothing does.
    conversation, journey: given by the system that sent it; made here for our own form.
    """

    key: UUID
    pathway: Pathway
    answers: Mapping[str, Any]
    at: datetime | None = None
    attachments: tuple[UUID, ...] = ()
    source: Source = Source.FORM
    conversation: UUID | None = None
    journey: UUID | None = None


class AttachmentMissing(Exception):
    """A file of the submission is not there any more: nothing was accepted."""


def accept(submission: Submission) -> Referral:
    """Return the referral of this submission, made now or at an earlier call with the same key.

    Referral, files, audit row and outbox row are one transaction: all are there, or none is.
    Raise AttachmentMissing.
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
    pathway = submission.pathway
    answers, secrets = split(pathway, submission.answers)
    summary = _summary(pathway, submission.answers)
    at = submission.at or timezone.now()
    referral = Referral.objects.create(
        reference=new_reference(),
        submission_key=submission.key,
        pathway_slug=pathway.slug,
        pathway_version=pathway.version,
        sealed_answers=seal(answers),
        sealed_summary=seal(summary),
        sealed_secrets=seal(secrets, Ring.SECRETS) if secrets else "",
        nhs_number_index=nhs_number_index(str(answers.get("nhs_number") or "")),
        source=submission.source,
        correlation_id=submission.conversation or uuid4(),
        journey_id=submission.journey or uuid4(),
        read_first=to_read_first(summary["flags"]),
        area_code=_area_code(str(answers.get("postcode") or "")),
        submitted_at=at,
        due_at=add_working_days(timezone.localtime(at), pathway.promise),
    )
    _bind(referral, submission.attachments)
    audit.record("received", referral, **_facts(submission))
    OutboxMessage.objects.create(referral=referral, kind=RECEIVED, created_at=at, next_try_at=at)
    return referral


def rewrite(referral: Referral, pathway: Pathway, answers: Mapping[str, Any]) -> list[str]:
    """Put newer answers of the sender in place of the old and return the keys that changed.

    Within the caller's transaction, with the row locked. What was lifted stays lifted, and the
    time due stays. Key safe and hazards stay where the new answers have none.
    """
    open_ones, secrets = split(pathway, answers)
    before, summary = referral.answers, _summary(pathway, answers)
    if secrets:
        referral.sealed_secrets = seal(secrets, Ring.SECRETS)
    referral.pathway_slug, referral.pathway_version = pathway.slug, pathway.version
    referral.sealed_answers, referral.sealed_summary = seal(open_ones), seal(summary)
    referral.nhs_number_index = nhs_number_index(str(open_ones.get("nhs_number") or ""))
    referral.read_first = referral.read_first or to_read_first(summary["flags"])
    referral.area_code = _area_code(str(open_ones.get("postcode") or ""))
    referral.version += 1
    referral.save()
    keys = {*before, *open_ones}
    return sorted(key for key in keys if before.get(key) != open_ones.get(key))


def _facts(submission: Submission) -> dict[str, Any]:
    """Return what the trail says of it: codes and counts, no answer."""
    facts = {"pathway": submission.pathway.slug, "version": submission.pathway.version}
    if submission.attachments:
        facts["attachments"] = len(submission.attachments)
    return facts if submission.source == Source.FORM else facts | {"source": submission.source}


def split(pathway: Pathway, answers: Mapping[str, Any]) -> tuple[dict[str, Any], dict[str, Any]]:
    """Return (answers, secrets): what is sealed under the common keys, and apart."""
    secret = {
        key for key, question in pathway.questions().items() if getattr(question, "secret", False)
    }
    return (
        {key: value for key, value in answers.items() if key not in secret},
        {key: value for key, value in answers.items() if key in secret and value},
    )


def nhs_number_index(text: str) -> str:
    """Return the digest by which an NHS number is found; an empty text for none."""
    return next(iter(nhs_number_indexes(text)), "")


def nhs_number_indexes(text: str) -> list[str]:
    """Return the digests of an NHS number under every key, the newest first; none for none."""
    digits = nhs_number.normalise(text)
    return fingerprints(b"nhs" + digits.encode()) if digits else []


def _bind(referral: Referral, keys: Sequence[UUID]) -> None:
    bound = Attachment.objects.filter(key__in=keys, referral=None).update(referral=referral)
    if bound != len(set(keys)):
        raise AttachmentMissing


def _summary(pathway: Pathway, answers: Mapping[str, Any]) -> dict[str, Any]:
    """Read from all answers: words of harm lift a referral where they stand under seal as well."""
    words = str(answers.get("name") or "").split()
    return {
        "initials": "".join(word[0].upper() for word in words if word[0].isalpha())[:4],
        "date_of_birth": answers.get("date_of_birth") or "",
        "flags": flags_raised(pathway, answers),
    }


def _area_code(postcode: str) -> str:
    place = find_place(postcode) if postcode else None
    return place.area_codes[0] if place and place.area_codes else ""
