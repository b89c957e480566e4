"""Drafts: begun, found by their link, saved step by step, sent once."""

import secrets
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import timedelta
from hashlib import sha256
from typing import Any

from django.db import transaction
from django.utils import timezone

from referrals.cipher import seal, unseal
from referrals.intake import Submission, accept
from referrals.models import Draft, Referral
from referrals.pathways import pathway_at
from referrals.pathways.answers import open_steps, shown_answers
from referrals.pathways.declare import Pathway

KEPT_FOR = timedelta(days=28)
TOKEN_BYTES = 24


class DraftExpired(Exception):
    """The link was real, but its time is over and its answers are gone."""


class AlreadySent(Exception):
    """The draft was submitted: nothing in it can change."""


class NotFinished(Exception):
    """A shown step has no answer yet."""


@dataclass
class Contents:
    """What a draft holds: answers by step, and what was typed but is not right yet, by step."""

    steps: dict[str, dict[str, Any]] = field(default_factory=dict)
    typed: dict[str, dict[str, list[str]]] = field(default_factory=dict)

    def sealed(self) -> str:
        return seal({"steps": self.steps, "typed": self.typed})


def begin(pathway: Pathway) -> str:
    """Make a draft of the pathway and return the token of its link: 192 random bits."""
    token, now = secrets.token_urlsafe(TOKEN_BYTES), timezone.now()
    Draft.objects.create(
        token_digest=_digest(token),
        pathway_slug=pathway.slug,
        pathway_version=pathway.version,
        sealed=Contents().sealed(),
        started_at=now,
        saved_at=now,
        expires_at=now + KEPT_FOR,
    )
    return token


def find(token: str) -> Draft:
    """Return the draft of the link; raise Draft.DoesNotExist or DraftExpired."""
    draft = Draft.objects.get(token_digest=_digest(token))
    if draft.expires_at <= timezone.now():
        raise DraftExpired
    return draft


def pathway_of(draft: Draft) -> Pathway:
    """Return the version of the pathway with which the draft was begun."""
    return pathway_at(draft.pathway_slug, draft.pathway_version)


def contents_of(draft: Draft) -> Contents:
    return Contents(**unseal(draft.sealed))


def save_answers(draft: Draft, step_slug: str, answers: Mapping[str, Any]) -> Contents:
    """Put one step's answers in place of its old ones; raise AlreadySent."""
    return _change(draft, step_slug, answers, None)


def keep_typed(draft: Draft, step_slug: str, typed: Mapping[str, list[str]]) -> Contents:
    """Keep what was typed into one step though it is not right yet; raise AlreadySent."""
    return _change(draft, step_slug, None, typed)


@transaction.atomic
def _change(
    draft: Draft,
    step_slug: str,
    answers: Mapping[str, Any] | None,
    typed: Mapping[str, list[str]] | None,
) -> Contents:
    # Locked and read anew: two tabs on two steps of one draft must both be kept.
    locked = Draft.objects.select_for_update().get(pk=draft.pk)
    if locked.submitted_at:
        raise AlreadySent
    contents = contents_of(locked)
    contents.typed.pop(step_slug, None)
    if answers is not None:
        contents.steps[step_slug] = dict(answers)
    if typed is not None:
        contents.typed[step_slug] = dict(typed)
    locked.sealed, locked.saved_at = contents.sealed(), timezone.now()
    locked.expires_at = locked.saved_at + KEPT_FOR
    locked.save(update_fields=["sealed", "saved_at", "expires_at"])
    return contents


@transaction.atomic
def submit(draft: Draft) -> Referral:
    """Send the draft and return its referral, the same one however often it is called.

    Raise NotFinished if a shown step is unanswered. The draft keeps no answers afterwards.
    """
    locked = Draft.objects.select_for_update().get(pk=draft.pk)
    if locked.submitted_at:
        return referral_of(locked)
    pathway, contents = pathway_of(locked), contents_of(locked)
    if open_steps(pathway, contents.steps, contents.typed):
        raise NotFinished
    answers = shown_answers(pathway, contents.steps)
    referral = accept(Submission(locked.submission_key, pathway, answers))
    locked.sealed, locked.submitted_at = Contents().sealed(), timezone.now()
    locked.save(update_fields=["sealed", "submitted_at"])
    return referral


def referral_of(draft: Draft) -> Referral:
    """Return the referral that the draft became; raise Referral.DoesNotExist."""
    return Referral.objects.get(submission_key=draft.submission_key)


def forget_expired() -> int:
    """Take the answers out of drafts whose time is over, and return how many there were."""
    due = Draft.objects.filter(expires_at__lte=timezone.now()).exclude(sealed="")
    return due.update(sealed="")


def _digest(token: str) -> str:
    return sha256(token.encode()).hexdigest()
