from django.conf import settings
from django.db import models

from services_directory.models.organization import Organization


class Membership(models.Model):
    """A partner's account: this person may propose changes to the organisation's entries."""

    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="directory_memberships"
    )
    organization = models.ForeignKey(
        Organization, on_delete=models.CASCADE, related_name="memberships", verbose_name="provider"
    )

    class Meta:
        ordering = ["organization__name", "pk"]
        constraints = [models.UniqueConstraint(fields=["user", "organization"], name="member_once")]

    def __str__(self) -> str:
        return f"{self.user}, {self.organization}"
