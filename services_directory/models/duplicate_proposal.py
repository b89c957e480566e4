from django.conf import settings
from django.db import models

from services_directory.models.base import UUIDModel
from services_directory.models.service import Service


class DuplicateProposal(UUIDModel):
    """Two entries that may be one service. A person decides; nothing is merged by itself."""

    first = models.ForeignKey(Service, on_delete=models.CASCADE, related_name="+")
    second = models.ForeignKey(Service, on_delete=models.CASCADE, related_name="+")
    reasons = models.JSONField(default=list, help_text="What is alike, in words.")
    likeness = models.FloatField(help_text="0 to 1.")
    proposed_at = models.DateTimeField()
    decided_at = models.DateTimeField(null=True)
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+"
    )
    same = models.BooleanField(null=True, help_text="Whether it is one service.")

    class Meta:
        default_permissions = ()
        ordering = ["-likeness", "pk"]
        constraints = [models.UniqueConstraint(fields=["first", "second"], name="pair_once")]

    def __str__(self) -> str:
        return f"{self.first} / {self.second}"
