"""A form being filled in, known only to whoever holds its link."""

import uuid

from django.db import models


class Draft(models.Model):
    """Found by the SHA-256 of the link's token, so that the database gives no link away.

    `sealed` holds what referrals.journey.contents.Contents has, as JSON.
    """

    token_digest = models.CharField(max_length=64, unique=True)
    pathway_slug = models.SlugField()
    pathway_version = models.PositiveSmallIntegerField()
    sealed = models.TextField()
    submission_key = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    started_at = models.DateTimeField()
    saved_at = models.DateTimeField()
    expires_at = models.DateTimeField(db_index=True)
    # The link before the present one: it leads to a page that says so.
    former_digest = models.CharField(max_length=64, blank=True, db_index=True)
    # Coming back: the link that was sent or written down, and what only the writer can answer.
    return_digest = models.CharField(max_length=64, blank=True, db_index=True)
    security_question = models.CharField(max_length=40, blank=True)
    security_answer = models.CharField(max_length=160, blank=True, help_text="Hashed.")
    wrong_answers = models.PositiveSmallIntegerField(default=0)
    locked_at = models.DateTimeField(null=True, blank=True)
    # Where the receipt goes; sealed, and forgotten once the receipt is queued.
    sealed_receipt = models.TextField(blank=True)
    submitted_at = models.DateTimeField(null=True, blank=True)

    # Drafts belong to the people who write them: no role ever reads one.
    class Meta:
        default_permissions = ()

    def __str__(self) -> str:
        return f"Draft {self.pk} of {self.pathway_slug}"
