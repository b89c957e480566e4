"""Proof that a referral was deleted, by which rule, without anything about the person."""

from django.db import models


class DeletionCertificate(models.Model):
    """`counts` says how many rows of each kind went, as {"attachment": 2, …}."""

    reference = models.CharField(max_length=12, unique=True)
    pathway_slug = models.SlugField()
    outcome = models.CharField(max_length=12)
    submitted_at = models.DateTimeField()
    decided_at = models.DateTimeField()
    rule = models.CharField(max_length=120, help_text="The retention rule, in words.")
    counts = models.JSONField(default=dict)
    deleted_at = models.DateTimeField()

    class Meta:
        default_permissions = ("view",)
        ordering = ["-deleted_at", "pk"]

    def __str__(self) -> str:
        return f"{self.reference} deleted {self.deleted_at:%Y-%m-%d}"
