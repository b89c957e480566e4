"""Save and come back: a link that anybody may see, and an answer that only the writer knows.

While a form is saved to come back to, no working link of it opens. The right answer makes a new
one.
"""

import unicodedata

from django.contrib.auth.hashers import check_password, make_password
from django.db import transaction
from django.utils import timezone

from referrals.journey.drafts import AlreadySent, digest_of, in_time, new_token
from referrals.models import Draft

MOST_WRONG_ANSWERS = 5
# Stands where the digest of the working link stands, and is the digest of none.
_CLOSED = "closed:"
QUESTIONS = {
    "school": "What was the name of your first school?",
    "street": "What is the name of the street where you grew up?",
    "friend": "What is the first name of your oldest friend?",
    "place": "Where would you most like to be?",
    "word": "Which word did you choose for this form?",
}


class WrongAnswer(Exception):
    """Not what was answered then; `left` more tries until the link is locked."""

    def __init__(self, left: int) -> None:
        super().__init__(left)
        self.left = left


class Locked(Exception):
    """Too many wrong answers: the link opens nothing any more."""


@transaction.atomic
def save_for_later(draft: Draft, question: str, answer: str) -> str:
    """Close the working link and return the token of the link to come back by.

    An earlier link to come back by ends too. Raise AlreadySent.
    """
    locked, token = _locked(draft), new_token()
    if locked.submitted_at:
        raise AlreadySent
    _close(locked)
    locked.return_digest = digest_of(token)
    locked.security_question = question
    locked.security_answer = make_password(plain(answer))
    locked.wrong_answers, locked.locked_at = 0, None
    locked.save()
    return token


def find_by_return_link(token: str) -> Draft:
    """Return the draft; raise Draft.DoesNotExist or DraftExpired."""
    return in_time(Draft.objects.filter(return_digest=digest_of(token)).first())


def tries_left(draft: Draft) -> int:
    return MOST_WRONG_ANSWERS - draft.wrong_answers


def come_back(draft: Draft, answer: str) -> str:
    """Return a new working token; every earlier one ends. Raise WrongAnswer or Locked."""
    token, left = _answered(draft, answer)
    if token:
        return token
    if left:
        raise WrongAnswer(left)
    raise Locked


@transaction.atomic
def close(draft: Draft) -> None:
    """End the working link; the link to come back by goes on."""
    locked = _locked(draft)
    _close(locked)
    locked.save()


def plain(answer: str) -> str:
    """Return an answer without what people type differently the second time."""
    letters = unicodedata.normalize("NFKC", answer).casefold()
    return " ".join("".join(c if c.isalnum() else " " for c in letters).split())


@transaction.atomic
def _answered(draft: Draft, answer: str) -> tuple[str, int]:
    """Return (token, 0) or ("", tries left). Counted under a lock: guesses at once all count."""
    locked = _locked(draft)
    if locked.locked_at:
        return "", 0
    if not check_password(plain(answer), locked.security_answer):
        return "", _count_wrong(locked)
    token = new_token()
    if not locked.token_digest.startswith(_CLOSED):
        locked.former_digest = locked.token_digest
    locked.token_digest, locked.wrong_answers = digest_of(token), 0
    locked.save()
    return token, 0


def _count_wrong(locked: Draft) -> int:
    locked.wrong_answers += 1
    left = tries_left(locked)
    locked.locked_at = None if left else timezone.now()
    locked.save(update_fields=["wrong_answers", "locked_at"])
    return left


def _close(locked: Draft) -> None:
    locked.former_digest, locked.token_digest = locked.token_digest, _CLOSED + new_token()


def _locked(draft: Draft) -> Draft:
    return Draft.objects.select_for_update().get(pk=draft.pk)
