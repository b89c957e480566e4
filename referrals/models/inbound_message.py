"""What others sent us, as it came."""

from django.db import models

from referrals.models.referral import Referral


class InboundMessage(models.Model):
    """One request to $process-message. The ids are stored before anything is done with it.

    `sealed_raw` holds the very bytes; `sealed_answer` what we answered, so that a retry gets the
    same. BaRS Core 1.5.0, transactional integrity.
    """

    request_id = models.UUIDField(unique=True)
    correlation_id = models.UUIDField(db_index=True)
    bundle_id = models.CharField(max_length=64, blank=True, db_index=True)
    focus_id = models.CharField(
        max_length=64, blank=True, db_index=True, help_text="The sender's id of the ServiceRequest."
    )
    media_type = models.CharField(max_length=80)
    sealed_headers = models.TextField(blank=True)
    sealed_raw = models.BinaryField()
    reason = models.CharField(max_length=12, blank=True, help_text="new, update, delete")
    received_at = models.DateTimeField()
    finished_at = models.DateTimeField(null=True)
    status = models.PositiveSmallIntegerField(null=True, help_text="The HTTP status we answered.")
    sealed_answer = models.TextField(blank=True)
    referral = models.ForeignKey(
        Referral, null=True, on_delete=models.PROTECT, related_name="inbound_messages"
    )
    seen_at = models.DateTimeField(
        null=True, help_text="When staff first read the referral with this message."
    )

    class Meta:
        default_permissions = ()
        ordering = ["-received_at", "-pk"]

    def __str__(self) -> str:
        return str(self.request_id)
