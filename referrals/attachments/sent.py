"""Keep files that came with a message of another system, byte for byte.

They wait in quarantine for the worker to scan them: a sender waits seconds for an answer, not for
a scanner.
"""

from collections.abc import Iterable

from django.utils import timezone

from referrals.attachments.limits import LARGEST_FILE, LARGEST_TOGETHER, MOST_FILES
from referrals.attachments.names import harmless_name
from referrals.attachments.sniffing import Kind, kind_of
from referrals.cipher import fingerprint, seal, seal_bytes
from referrals.models import Attachment, AttachmentContent, Referral, Verdict

# Kept as they came, so only what opens everywhere: others are in the message as it came.
_KEPT = (Kind.PDF, Kind.JPEG, Kind.PNG)


def keep(referral: Referral, files: Iterable[tuple[str, bytes]]) -> int:
    """Keep each (name, content) that is a PDF or a picture, and new; return how many are here.

    Within the caller's transaction, with the referral made in it or locked.
    """
    there = {each.fingerprint: each.size for each in referral.attachments.all()}
    here = 0
    for name, content in files:
        mark, kind = fingerprint(content), kind_of(content)
        if mark not in there:
            if kind not in _KEPT or not _has_room(list(there.values()), len(content)):
                continue
            _keep(referral, harmless_name(name, kind), kind, content, mark)
            there[mark] = len(content)
        here += 1
    return here


def _has_room(sizes: list[int], size: int) -> bool:
    few, small = len(sizes) < MOST_FILES, size <= LARGEST_FILE
    return few and small and sum(sizes) + size <= LARGEST_TOGETHER


def _keep(referral: Referral, name: str, kind: Kind, content: bytes, mark: str) -> None:
    attachment = Attachment.objects.create(
        referral=referral,
        sealed_name=seal(name),
        media_type=kind.kept_as,
        size=len(content),
        fingerprint=mark,
        verdict=Verdict.QUARANTINED,
        added_at=timezone.now(),
    )
    AttachmentContent.objects.create(attachment=attachment, sealed=seal_bytes(content))
