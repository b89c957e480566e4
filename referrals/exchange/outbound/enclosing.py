"""Which files of a referral go along in a message."""

from django.conf import settings

from referrals.attachments.words import name_of
from referrals.cipher import unseal_bytes
from referrals.exchange.bundles.enclosures import Enclosure
from referrals.models import Attachment, Referral, Verdict

_WHY = {
    Verdict.QUARANTINED: "as it was not found safe to open",
    Verdict.INFECTED: "as malware was found in it",
}
TOO_LARGE = "as it is too large"


def enclosures_of(referral: Referral) -> tuple[Enclosure, ...]:
    """Return all files in the order in which they were added.

    Those that the scanner found clean come with their bytes, as long as all of them together stay
    within settings.REFERRALS_SEND_FILE_BYTES.
    """
    room, found = settings.REFERRALS_SEND_FILE_BYTES, []
    for file in referral.attachments.all():
        why = _WHY.get(Verdict(file.verdict), "" if file.size <= room else TOO_LARGE)
        room -= 0 if why else file.size
        found.append(_enclosure(file, why))
    return tuple(found)


def _enclosure(file: Attachment, why: str) -> Enclosure:
    content = None if why else unseal_bytes(file.content.sealed)
    return Enclosure(name_of(file), file.media_type, file.size, content, why)
