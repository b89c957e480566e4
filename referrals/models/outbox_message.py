"""What has to leave the house because of a referral, written in the same transaction."""

import uuid

from django.db import models

from referrals.models.referral import Referral


class OutboxMessage(models.Model):
    """One thing to deliver. Carries no answers: whoever delivers it opens the referral."""

    key = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    referral = models.ForeignKey(Referral, on_delete=models.PROTECT, related_name="messages")
    kind = models.CharField(max_length=40)
    destination = models.CharField(max_length=20, blank=True, help_text="The adapter's name.")
    # Built once: a retry sends the same bytes (BaRS Core 1.5.0, transactional integrity).
    sealed_body = models.BinaryField(default=b"")
    problem = models.CharField(max_length=240, blank=True, help_text="Why the last try failed.")
    created_at = models.DateTimeField()
    next_try_at = models.DateTimeField(db_index=True)
    attempts = models.PositiveSmallIntegerField(default=0)
    delivered_at = models.DateTimeField(null=True, blank=True)
    given_up_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        default_permissions = ("view", "change")
        ordering = ["next_try_at", "pk"]

    def __str__(self) -> str:
        return f"{self.kind} {self.key}"
