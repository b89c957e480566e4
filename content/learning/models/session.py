"""One date of an offering, as calendars know it."""

import uuid
from typing import Any

from django.core.exceptions import ValidationError
from django.db import models
from django.utils import timezone
from wagtail.admin.panels import FieldPanel

from content.learning.models.offering import LearningOffering
from content.learning.models.words import TAKING_PLACE, SessionStatus

# What a calendar shows: a change of one of these is a new revision of the event.
EVENT_FIELDS = ("offering_id", "starts", "ends", "place", "online", "status", "note")


class LearningSession(models.Model):
    """A date. Not part of an offering's drafts, so that a cancellation is public at once.

    `uid` never changes; `sequence` grows with each change that a calendar must notice
    (RFC 5545, 3.8.4.7 and 3.8.7.4).
    """

    offering = models.ForeignKey(
        LearningOffering, on_delete=models.CASCADE, related_name="sessions"
    )
    uid = models.UUIDField(unique=True, default=uuid.uuid4, editable=False)
    sequence = models.PositiveIntegerField(default=0, editable=False)
    starts = models.DateTimeField(db_index=True, help_text="Local time.")
    ends = models.DateTimeField(help_text="Local time.")
    place = models.CharField(max_length=240, blank=True)
    online = models.BooleanField("can be joined online", default=False)
    capacity_text = models.CharField("places", max_length=120, blank=True)
    status = models.CharField(
        max_length=12,
        choices=SessionStatus.choices,
        default=SessionStatus.SCHEDULED,
        help_text="Cancel a date rather than delete it: calendars then show that it is off.",
    )
    note = models.CharField(max_length=240, blank=True)
    changed = models.DateTimeField(default=timezone.now, editable=False)

    panels = [
        FieldPanel("offering"),
        FieldPanel("starts"),
        FieldPanel("ends"),
        FieldPanel("place"),
        FieldPanel("online"),
        FieldPanel("capacity_text"),
        FieldPanel("status"),
        FieldPanel("note"),
    ]

    class Meta:
        ordering = ["starts"]
        verbose_name = "learning date"

    def __str__(self) -> str:
        return f"{self.offering}, {timezone.localtime(self.starts):%d %B %Y %H:%M}"

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Save; raise the sequence when something that calendars show has changed."""
        before = type(self).objects.filter(pk=self.pk).first() if self.pk else None
        if before:
            changed = any(getattr(before, name) != getattr(self, name) for name in EVENT_FIELDS)
            self.sequence = before.sequence + changed
            self.changed = timezone.now() if changed else before.changed
        super().save(*args, **kwargs)

    def clean(self) -> None:
        super().clean()
        if self.starts and self.ends and self.ends <= self.starts:
            raise ValidationError({"ends": "The end must be after the start."})

    @property
    def takes_place(self) -> bool:
        return self.status in TAKING_PLACE
