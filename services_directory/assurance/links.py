"""Links in letters to role mailboxes: signed, for one answer, without an account.

A link holds the key of its question and nothing else. It stands in an address, so it may come to
lie in logs and histories: once answered or expired it opens nothing.
"""

from collections.abc import Sequence
from datetime import timedelta
from uuid import UUID

from django.core.signing import BadSignature, Signer
from django.utils import timezone

from services_directory.choices import PUBLIC_STATUSES, Answer
from services_directory.models import Verification

# Who presses twice, or reloads, is thanked again.
SECOND_PRESS = timedelta(minutes=10)
_signer = Signer(salt="services_directory.verification", sep=".")


class LinkRefused(Exception):
    """A link that cannot be used. `words` say why, `advice` what to do.

    `typed`: the differences that somebody entered meanwhile, to be shown for copying.
    """

    words = "This link does not work"
    advice = ""
    typed: Sequence[object] = ()

    def __init__(self, verification: Verification | None = None) -> None:
        super().__init__(self.words)
        self.verification = verification


class LinkUnknown(LinkRefused):
    """Not of our making, cut short on its way, or about an entry that is no longer there."""

    words = "We do not know this link"
    advice = (
        "It may have been cut in two on its way to you. Copy the whole link from the letter into "
        "your browser."
    )


class LinkUsed(LinkRefused):
    words = "This link has been used"
    advice = "Somebody has already answered for this entry. You do not need to do anything."

    def is_of_a_second_press(self) -> bool:
        """Say whether the entry was confirmed by this very link a moment ago."""
        asked = self.verification
        if asked is None or asked.answered_at is None or asked.answer != Answer.UNCHANGED:
            return False
        return timezone.now() - asked.answered_at < SECOND_PRESS


class LinkExpired(LinkRefused):
    words = "This link is too old"
    advice = "Links work for a few weeks only, so that an old letter cannot change an entry."


def token_for(verification: Verification) -> str:
    """Return the signed text that stands for the question in an address."""
    return _signer.sign(verification.pk.hex)


def open_verification(token: str) -> Verification:
    """Return the question of a link, with its service and organisation.

    Raises LinkUnknown, LinkUsed or LinkExpired; the last two carry the question.
    """
    verification = find_verification(token)
    if verification.answered_at:
        raise LinkUsed(verification)
    if verification.expires_at <= timezone.now():
        raise LinkExpired(verification)
    return verification


def find_verification(token: str) -> Verification:
    """Return the question of a link, whether or not it can still be answered.

    Raises LinkUnknown.
    """
    try:
        pk = UUID(hex=_signer.unsign(token))
    except (BadSignature, ValueError) as error:
        raise LinkUnknown from error
    asked = Verification.objects.select_related("service__organization")
    found = asked.filter(
        pk=pk, service__live=True, service__status__in=PUBLIC_STATUSES
    ).first()  # fmt: skip
    if found is None:
        raise LinkUnknown
    return found
