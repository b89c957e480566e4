from django.db import models

from services_directory.choices import Answer
from services_directory.models.base import UUIDModel
from services_directory.models.service import Service


class Verification(UUIDModel):
    """A question to a role mailbox: is the entry still true? Answered once, by a signed link.

    `asked_at` and `answered_at` say what state it is in; the link carries the key alone.
    """

    service = models.ForeignKey(Service, on_delete=models.CASCADE, related_name="verifications")
    sent_to = models.EmailField()
    asked_at = models.DateTimeField()
    expires_at = models.DateTimeField()
    answered_at = models.DateTimeField(null=True)
    answer = models.CharField(max_length=12, choices=Answer.choices, blank=True)

    class Meta:
        default_permissions = ()
        ordering = ["-asked_at", "pk"]
        indexes = [models.Index(fields=["service", "-asked_at"])]

    def __str__(self) -> str:
        return f"{self.service} asked {self.asked_at:%Y-%m-%d}"
