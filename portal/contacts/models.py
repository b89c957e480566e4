"""Contact points: each number stored once and shown wherever it is needed."""

from datetime import time

from django.db import models
from modelcluster.fields import ParentalKey
from modelcluster.models import ClusterableModel
from wagtail.admin.panels import FieldPanel, InlinePanel
from wagtail.models import Orderable
from wagtail.snippets.models import register_snippet

WEEKDAYS = [
    ("MO", "Monday"),
    ("TU", "Tuesday"),
    ("WE", "Wednesday"),
    ("TH", "Thursday"),
    ("FR", "Friday"),
    ("SA", "Saturday"),
    ("SU", "Sunday"),
]


@register_snippet
class ContactPoint(ClusterableModel):
    """A number people ring: the single point of contact, a helpline, an emergency service."""

    key = models.SlugField(unique=True, help_text="Pages name the contact by this word.")
    name = models.CharField(max_length=120)
    what_for = models.CharField(
        max_length=240, help_text="One sentence: who answers, and what they help with."
    )
    phone = models.CharField(max_length=40)
    national = models.BooleanField(default=False)
    open_24_hours = models.BooleanField("day and night", default=False)
    header_order = models.PositiveSmallIntegerField(
        null=True,
        blank=True,
        help_text="Shown under the header while open; the lowest number first. Empty: never.",
    )
    checked = models.DateField(null=True, blank=True, help_text="When somebody last rang it.")

    panels = [
        FieldPanel("name"),
        FieldPanel("key"),
        FieldPanel("what_for"),
        FieldPanel("phone"),
        FieldPanel("national"),
        FieldPanel("open_24_hours"),
        InlinePanel("hours", label="Opening hours"),
        FieldPanel("header_order"),
        FieldPanel("checked"),
    ]

    class Meta:
        ordering = ["header_order", "name"]

    def __str__(self) -> str:
        return self.name


class ContactHours(Orderable):
    """One stretch of one weekday in which a contact point answers."""

    contact = ParentalKey(ContactPoint, on_delete=models.CASCADE, related_name="hours")
    byday = models.CharField("day", max_length=2, choices=WEEKDAYS)
    opens_at = models.TimeField(default=time(9))
    closes_at = models.TimeField(default=time(17))
    open_on_bank_holidays = models.BooleanField(default=False)
