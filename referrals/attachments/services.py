"""Add a file to a draft, take one away. Each is one transaction; nothing half-done stays."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.db.models import Count, QuerySet, Sum
from django.utils import timezone

from referrals.attachments import documents, scanner
from referrals.attachments.images import Unreadable, drawn_anew
from referrals.attachments.limits import LARGEST_FILE, LARGEST_TOGETHER, MOST_FILES
from referrals.attachments.names import harmless_name
from referrals.attachments.sniffing import Kind, kind_of
from referrals.cipher import fingerprint, seal, seal_bytes
from referrals.models import Attachment, AttachmentContent, Draft, Verdict


class NotOpen(Exception):
    """The draft was sent meanwhile: no file can be added or taken away."""


class Refused(Exception):
    """The file was not taken; `why` is a key of referrals.attachments.words.REFUSALS."""

    def __init__(self, why: str) -> None:
        super().__init__(why)
        self.why = why


@dataclass(frozen=True)
class Checked:
    """A file as it will be kept."""

    name: str
    kind: Kind
    content: bytes
    verdict: Verdict
    scanned_at: datetime | None


def add(draft: Draft, name: str, content: bytes) -> Attachment:
    """Check, clean and keep one file; the same file twice is kept once.

    Raise Refused or NotOpen.
    """
    checked = check(name, content)
    with transaction.atomic():
        # Locked: two uploads at once must not pass the limits together.
        locked = _open(draft)
        mark = fingerprint(checked.content)
        same = locked.attachments.filter(fingerprint=mark).first()
        if same is not None:
            return same
        _make_sure_of_room(locked, len(checked.content))
        return _keep(locked, checked, mark)


@transaction.atomic
def remove(draft: Draft, key: UUID) -> None:
    """Delete one file of the draft; nothing happens if it is gone. Raise NotOpen."""
    _open(draft).attachments.filter(key=key).delete()


def check(name: str, content: bytes) -> Checked:
    """Return the file as it would be kept; raise Refused. Touches no database."""
    if not content:
        raise Refused("empty")
    if len(content) > LARGEST_FILE:
        raise Refused("too_large")
    kind = kind_of(content)
    if kind is None:
        raise Refused("kind")
    verdict, scanned_at = _scanned(content)
    if kind is Kind.PDF:
        kept, verdict = content, Verdict.QUARANTINED if documents.is_active(content) else verdict
    else:
        kept = _drawn(content, kind)
    return Checked(harmless_name(name, kind), kind, kept, verdict, scanned_at)


def keys_of(draft: Draft) -> tuple[UUID, ...]:
    """Return the keys of the draft's files."""
    return tuple(draft.attachments.filter(referral=None).values_list("key", flat=True))


def forget(drafts: QuerySet[Draft]) -> None:
    """Delete the files of these drafts that no referral holds."""
    Attachment.objects.filter(draft__in=drafts, referral=None).delete()


def _scanned(content: bytes) -> tuple[Verdict, datetime | None]:
    if not scanner.is_configured():
        return Verdict.QUARANTINED, None
    try:
        found = scanner.scan(content)
    except scanner.NoAnswer as error:
        raise Refused("not_checked") from error
    if found is scanner.Found.MALWARE:
        raise Refused("malware")
    return Verdict.CLEAN, timezone.now()


def _drawn(content: bytes, kind: Kind) -> bytes:
    try:
        return drawn_anew(content, kind)
    except Unreadable as error:
        raise Refused("unreadable") from error


def _open(draft: Draft) -> Draft:
    locked = Draft.objects.select_for_update().get(pk=draft.pk)
    if locked.submitted_at:
        raise NotOpen
    return locked


def _make_sure_of_room(draft: Draft, size: int) -> None:
    there = draft.attachments.aggregate(files=Count("pk"), together=Sum("size", default=0))
    if there["files"] >= MOST_FILES:
        raise Refused("too_many")
    if there["together"] + size > LARGEST_TOGETHER:
        raise Refused("too_much")


def _keep(draft: Draft, checked: Checked, mark: str) -> Attachment:
    attachment = Attachment.objects.create(
        draft=draft,
        sealed_name=seal(checked.name),
        media_type=checked.kind.kept_as,
        size=len(checked.content),
        fingerprint=mark,
        verdict=checked.verdict,
        added_at=timezone.now(),
        scanned_at=checked.scanned_at,
    )
    AttachmentContent.objects.create(attachment=attachment, sealed=seal_bytes(checked.content))
    return attachment
