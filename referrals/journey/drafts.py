"""Drafts: begun, found by their link, saved step by step, sent once."""

import secrets
from collections.abc import Callable, Container, Mapping
from datetime import timedelta
from hashlib import sha256
from typing import Any

from django.db import transaction
from django.utils import timezone

from referrals.attachments.services import forget, keys_of
from referrals.cipher import unseal
from referrals.intake import Submission, accept
from referrals.journey import receipts
from referrals.journey.contents import Contents, Typed
from referrals.models import Draft, Referral
from referrals.pathways import pathway_at
from referrals.pathways.answers import open_steps, shown_answers
from referrals.pathways.declare import Pathway

KEPT_FOR = timedelta(days=28)
TOKEN_BYTES = 24


class DraftExpired(Exception):
    """The link was real, but its time is over and its answers are gone."""


class LinkClosed(Exception):
    """The link was given up: the form was saved to come back to, or its page was closed."""


class AlreadySent(Exception):
    """The draft was submitted: nothing in it can change."""


class NotFinished(Exception):
    """A shown step has no answer yet."""


def begin(pathway: Pathway) -> str:
    """Make a draft of the pathway and return the token of its link: 192 random bits."""
    token, now = new_token(), timezone.now()
    Draft.objects.create(
        token_digest=digest_of(token),
        pathway_slug=pathway.slug,
        pathway_version=pathway.version,
        sealed=Contents().sealed(),
        started_at=now,
        saved_at=now,
        expires_at=now + KEPT_FOR,
    )
    return token


def find(token: str) -> Draft:
    """Return the draft of the link; raise Draft.DoesNotExist, DraftExpired or LinkClosed."""
    digest = digest_of(token)
    draft = Draft.objects.filter(token_digest=digest).first()
    if draft is None and Draft.objects.filter(former_digest=digest).exists():
        raise LinkClosed
    return in_time(draft)


def in_time(draft: Draft | None) -> Draft:
    """Return the draft; raise Draft.DoesNotExist for none, DraftExpired for one past its time."""
    if draft is None:
        raise Draft.DoesNotExist
    if draft.expires_at <= timezone.now():
        raise DraftExpired
    return draft


def pathway_of(draft: Draft) -> Pathway:
    """Return the version of the pathway with which the draft was begun."""
    return pathway_at(draft.pathway_slug, draft.pathway_version)


def contents_of(draft: Draft) -> Contents:
    return Contents(**unseal(draft.sealed))


def save_answers(
    draft: Draft, step: str, answers: Mapping[str, Any], seen: Container[str] | None = None
) -> Contents:
    """Put one step's answers in place of its old ones; raise AlreadySent, ChangedElsewhere."""
    return _change(draft, lambda contents: contents.answer(step, answers, seen))


def keep_typed(
    draft: Draft, step: str, typed: Typed, seen: Container[str] | None = None
) -> Contents:
    """Keep what was sent of a step though it is not right yet; raise as save_answers."""
    return _change(draft, lambda contents: contents.judge_wrong(step, typed, seen))


def keep_unsent(
    draft: Draft, step: str, typed: Typed, seen: Container[str] | None = None, by: str = ""
) -> Contents:
    """Keep what is not judged yet, typed in the window `by`; raise as save_answers."""
    return _change(draft, lambda contents: contents.keep_unsent(step, typed, seen, by))


@transaction.atomic
def _change(draft: Draft, change: Callable[[Contents], None]) -> Contents:
    # Locked and read anew: two tabs on two steps of one draft must both be kept.
    locked = Draft.objects.select_for_update().get(pk=draft.pk)
    if locked.submitted_at:
        raise AlreadySent
    contents = contents_of(locked)
    change(contents)
    locked.sealed, locked.saved_at = contents.sealed(), timezone.now()
    locked.expires_at = locked.saved_at + KEPT_FOR
    locked.save(update_fields=["sealed", "saved_at", "expires_at"])
    return contents


@transaction.atomic
def submit(draft: Draft) -> Referral:
    """Send the draft and return its referral, the same one however often it is called.

    The referral, its files and the receipt are one transaction: all are there, or none is.
    Raise NotFinished if a shown step is unanswered. The draft keeps no answers afterwards.
    """
    locked = Draft.objects.select_for_update().get(pk=draft.pk)
    if locked.submitted_at:
        return referral_of(locked)
    pathway, contents = pathway_of(locked), contents_of(locked)
    if open_steps(pathway, contents.steps, contents.unfinished):
        raise NotFinished
    answers = shown_answers(pathway, contents.steps)
    files = keys_of(locked)
    referral = accept(Submission(locked.submission_key, pathway, answers, attachments=files))
    receipts.queue(locked, referral)
    locked.sealed, locked.submitted_at = Contents().sealed(), timezone.now()
    locked.save(update_fields=["sealed", "sealed_receipt", "submitted_at"])
    return referral


def referral_of(draft: Draft) -> Referral:
    """Return the referral that the draft became; raise Referral.DoesNotExist."""
    return Referral.objects.get(submission_key=draft.submission_key)


@transaction.atomic
def forget_expired() -> int:
    """Take all that people wrote out of drafts whose time is over; return how many there were."""
    over = Draft.objects.filter(expires_at__lte=timezone.now())
    forget(over)
    written = ("sealed", "sealed_receipt", "security_question", "security_answer")
    nothing = dict.fromkeys(written, "")
    return over.exclude(**nothing).update(**nothing)


def new_token() -> str:
    return secrets.token_urlsafe(TOKEN_BYTES)


def digest_of(token: str) -> str:
    return sha256(token.encode()).hexdigest()
