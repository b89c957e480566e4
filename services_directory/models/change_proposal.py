from django.conf import settings
from django.db import models

from services_directory.choices import Decision
from services_directory.models.base import UUIDModel
from services_directory.models.organization import Organization
from services_directory.models.service import Service


class ChangeProposal(UUIDModel):
    """What a partner wants an entry to say. Nothing is public until staff accept it.

    `before` and `after` hold the proposed fields alone, by name, as JSON values; `before` is what
    the partner saw, so that a change made meanwhile is noticed. Without a service: a new entry.
    """

    service = models.ForeignKey(
        Service, null=True, blank=True, on_delete=models.CASCADE, related_name="change_proposals"
    )
    organization = models.ForeignKey(Organization, on_delete=models.CASCADE, related_name="+")
    proposed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+"
    )
    by_mailbox = models.EmailField(blank=True, help_text="The role mailbox whose link was used.")
    proposed_at = models.DateTimeField()
    before = models.JSONField(default=dict)
    after = models.JSONField(default=dict)
    note = models.TextField("note to staff", blank=True, max_length=2000)
    decided_at = models.DateTimeField(null=True, db_index=True)
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+"
    )
    decision = models.CharField(max_length=12, choices=Decision.choices, blank=True)
    reason = models.TextField("why it is returned", blank=True, max_length=2000)

    class Meta:
        default_permissions = ()
        ordering = ["proposed_at", "pk"]

    def __str__(self) -> str:
        return f"{self.service or self.after.get('name', 'New entry')}"
