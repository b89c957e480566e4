"""Scan what came in while no scanner was configured."""

import logging

from django.db import transaction
from django.utils import timezone

from referrals.attachments import documents, scanner
from referrals.cipher import unseal_bytes
from referrals.models import Attachment, AttachmentContent, Verdict

logger = logging.getLogger(__name__)
AT_ONCE = 20


def scan_waiting() -> int:
    """Scan some files that never were; return how many. One that gets no answer waits on."""
    if not scanner.is_configured():
        return 0
    waiting = Attachment.objects.filter(verdict=Verdict.QUARANTINED, scanned_at=None)
    keys = list(waiting.values_list("pk", flat=True)[:AT_ONCE])
    try:
        return sum(_scan(pk) for pk in keys)
    except scanner.NoAnswer:
        logger.error("The malware scanner does not answer; files wait in quarantine.")
        return 0


def _scan(pk: int) -> bool:
    content = AttachmentContent.objects.filter(pk=pk).first()
    if content is None:  # taken away meanwhile
        return False
    plain = unseal_bytes(content.sealed)
    verdict = Verdict.CLEAN
    if scanner.scan(plain) is scanner.Found.MALWARE:
        verdict = Verdict.INFECTED
    elif plain.startswith(b"%PDF-") and documents.is_active(plain):
        verdict = Verdict.QUARANTINED
    with transaction.atomic():
        Attachment.objects.filter(pk=pk).update(verdict=verdict, scanned_at=timezone.now())
    return True
