"""A referral that somebody sent, and what was decided about it."""

import uuid
from typing import Any

from django.conf import settings
from django.db import models

from referrals.cipher import Ring, seal, unseal


class Band(models.TextChoices):
    """How soon, as chosen by a person; never computed."""

    NOT_SET = "", "Not yet set"
    DAY = "24h", "Within 24 hours"
    TWO_DAYS = "2wd", "Within 2 working days"
    FIVE_DAYS = "5wd", "Within 5 working days"


class Outcome(models.TextChoices):
    """What staff can decide. `ask` leaves the referral undecided."""

    ACCEPT = "accept", "Accept"
    REDIRECT = "redirect", "Redirect to another service"
    DECLINE = "decline", "Decline"
    ASK = "ask", "Ask for more information"
    WITHDRAWN = "withdrawn", "Close: the person no longer wants it"
    DIED = "died", "Close: the person died"


class Source(models.TextChoices):
    FORM = "form", "The form"
    BARS = "bars", "A message from another system"


class Referral(models.Model):
    """Health data only in the sealed fields. State is read off the timestamps (presenters.py)."""

    reference = models.CharField(max_length=12, unique=True)
    submission_key = models.UUIDField(unique=True, editable=False)
    pathway_slug = models.SlugField()
    pathway_version = models.PositiveSmallIntegerField()
    sealed_answers = models.TextField()
    sealed_summary = models.TextField(help_text="Initials, date of birth and flags.")
    sealed_secrets = models.TextField(
        blank=True, help_text="Key-safe codes and hazards of a visit, under keys of their own."
    )
    nhs_number_index = models.CharField(
        max_length=64, blank=True, db_index=True, help_text="A keyed digest, for exact search."
    )
    source = models.CharField(
        max_length=10, choices=Source.choices, default=Source.FORM, help_text="How it came."
    )
    # The conversation (X-Correlation-Id) and the journey (Encounter.episodeOfCare) of BaRS.
    correlation_id = models.UUIDField(default=uuid.uuid4, editable=False)
    journey_id = models.UUIDField(default=uuid.uuid4, editable=False)
    read_first = models.BooleanField(
        default=False, help_text="Put before others that nobody has read; it decides nothing."
    )
    area_code = models.SlugField(max_length=60, blank=True)
    submitted_at = models.DateTimeField()
    due_at = models.DateTimeField(db_index=True)
    band = models.CharField(max_length=3, choices=Band.choices, blank=True, default="")
    owner = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="owned_referrals",
    )
    taken_at = models.DateTimeField(null=True, blank=True)
    asked_at = models.DateTimeField(null=True, blank=True)
    decided_at = models.DateTimeField(null=True, blank=True, db_index=True)
    outcome = models.CharField(max_length=12, choices=Outcome.choices, blank=True, default="")
    withdrawn_at = models.DateTimeField(null=True, blank=True)
    held_at = models.DateTimeField(
        "kept for legal reasons since", null=True, blank=True, help_text="Retention waits."
    )
    held_because = models.CharField(max_length=240, blank=True)
    version = models.PositiveIntegerField(default=1, help_text="Goes up at every change.")

    class Meta:
        default_permissions = ("view", "change")

    def __str__(self) -> str:
        return self.reference

    @property
    def answers(self) -> dict[str, Any]:
        """Question key -> answer, opened from the seal."""
        return dict(unseal(self.sealed_answers))

    @property
    def summary(self) -> dict[str, Any]:
        """{"initials": str, "date_of_birth": ISO date or "", "flags": [key]}."""
        return dict(unseal(self.sealed_summary))

    @property
    def secrets(self) -> dict[str, Any]:
        """Key-safe code and hazards; {} for none. Whoever opens them records it."""
        return dict(unseal(self.sealed_secrets, Ring.SECRETS)) if self.sealed_secrets else {}


class Decision(models.Model):
    """One decision with its reason. Never edited: a second thought is a second decision."""

    referral = models.ForeignKey(Referral, on_delete=models.PROTECT, related_name="decisions")
    outcome = models.CharField(max_length=12, choices=Outcome.choices)
    sealed_reason = models.TextField()
    service_id = models.CharField(max_length=40, blank=True)
    service_name = models.CharField(max_length=255, blank=True)
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    decided_at = models.DateTimeField()

    class Meta:
        default_permissions = ()
        ordering = ["decided_at", "pk"]

    def __str__(self) -> str:
        return f"{self.get_outcome_display()} ({self.referral_id})"

    @property
    def reason(self) -> str:
        return str(unseal(self.sealed_reason))

    @reason.setter
    def reason(self, text: str) -> None:
        self.sealed_reason = seal(text)
