"""Letters, photographs and scans that come with a referral."""

import uuid

from django.db import models

from referrals.models.draft import Draft
from referrals.models.referral import Referral


class Verdict(models.TextChoices):
    """What is known of a file. Staff may open a quarantined one only after a warning."""

    CLEAN = "clean", "Scanned, nothing found"
    QUARANTINED = "quarantined", "Not scanned"
    INFECTED = "infected", "Malware found"


class Attachment(models.Model):
    """A file of a draft, later of the referral that the draft became. Its name is sealed too.

    `fingerprint` is a keyed digest of the bytes; `size` counts the bytes as kept, before sealing.
    """

    key = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    draft = models.ForeignKey(
        Draft, null=True, on_delete=models.SET_NULL, related_name="attachments"
    )
    referral = models.ForeignKey(
        Referral, null=True, on_delete=models.PROTECT, related_name="attachments"
    )
    sealed_name = models.TextField()
    media_type = models.CharField(max_length=80)
    size = models.PositiveIntegerField()
    fingerprint = models.CharField(max_length=64)
    verdict = models.CharField(max_length=12, choices=Verdict.choices)
    added_at = models.DateTimeField()
    scanned_at = models.DateTimeField(null=True)

    class Meta:
        default_permissions = ()
        ordering = ["added_at", "pk"]

    def __str__(self) -> str:
        return f"Attachment {self.key}"


class AttachmentContent(models.Model):
    """The sealed bytes, apart from the facts so that no listing reads them.

    In the database, not in a folder: one transaction and one backup hold the whole referral.
    """

    attachment = models.OneToOneField(
        Attachment, primary_key=True, on_delete=models.CASCADE, related_name="content"
    )
    sealed = models.BinaryField()

    class Meta:
        default_permissions = ()

    def __str__(self) -> str:
        return f"Content of {self.attachment_id}"
