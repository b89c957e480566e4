"""Something to learn from: a course, a class, a recording. Its dates are `LearningSession`s."""

from typing import Any

from django.contrib.contenttypes.fields import GenericRelation
from django.core.exceptions import ValidationError
from django.db import models
from django.http import HttpRequest
from django.urls import reverse
from modelcluster.fields import ParentalManyToManyField
from modelcluster.models import ClusterableModel
from wagtail.models import DraftStateMixin, PreviewableMixin, RevisionMixin

from content.fields import ChoiceListField
from content.learning.models.framework import FrameworkSubject
from content.learning.models.words import ANY_TIME, Attendance, Cost, Kind, Learner, Tier
from portal.vocabulary import Stage


class LearningOffering(PreviewableMixin, DraftStateMixin, RevisionMixin, ClusterableModel):
    """One entry of the catalogue, whoever provides it. Editors draft it, reviewers publish it."""

    title = models.CharField(max_length=160)
    slug = models.SlugField(max_length=160, unique=True)
    provider = models.CharField(max_length=160, help_text="Who runs it.")
    kind = models.CharField(max_length=20, choices=Kind.choices)
    mode = models.CharField("how people attend", max_length=20, choices=Attendance.choices)
    summary = models.CharField(max_length=240, help_text="One sentence.")
    description = models.TextField(blank=True)
    audiences = ChoiceListField("who it is for", choices=Learner.choices, max_length=80)
    tier = models.CharField(max_length=1, blank=True, choices=Tier.choices)
    stages = ChoiceListField(blank=True, choices=Stage.choices, max_length=160)
    subjects = ParentalManyToManyField(FrameworkSubject, blank=True, related_name="offerings")
    hours = models.DecimalField(
        "learning hours", max_digits=5, decimal_places=2, null=True, blank=True,
        help_text="Breaks left out.",
    )  # fmt: skip
    participatory_hours = models.DecimalField(
        max_digits=5, decimal_places=2, null=True, blank=True,
        help_text="Hours spent learning with other people, as the NMC counts them.",
    )  # fmt: skip
    cost = models.CharField(max_length=10, choices=Cost.choices)
    cost_text = models.CharField("cost in words", max_length=200, blank=True)
    accreditation = models.CharField(
        max_length=200, blank=True, help_text="Who accredits it, and the reference. Empty: nobody."
    )
    prerequisites = models.CharField(max_length=300, blank=True)
    booking_url = models.URLField(blank=True)
    booking_email = models.EmailField(blank=True)
    booking_phone = models.CharField(max_length=40, blank=True)
    place = models.CharField(max_length=240, blank=True)
    accessibility = models.TextField(blank=True)
    owner = models.CharField(max_length=160, help_text="The team that keeps this entry right.")
    checked = models.DateField(help_text="When the owner last checked it.")
    _revisions = GenericRelation("wagtailcore.Revision", related_query_name="learning_offering")

    class Meta:
        ordering = ["title"]

    def __str__(self) -> str:
        return self.title

    @property
    def any_time(self) -> bool:
        """Say whether it can be started at any time, without a date."""
        return self.kind in ANY_TIME

    def get_absolute_url(self) -> str:
        return reverse("learning_offering", args=[self.slug])

    def clean(self) -> None:
        super().clean()
        errors = {}
        if (self.participatory_hours or 0) > (self.hours or 0):
            errors["participatory_hours"] = "Cannot be more than the learning hours."
        if self.cost == Cost.PAID and not self.cost_text:
            errors["cost_text"] = "Say what it costs, and for whom it is free."
        if not (self.booking_url or self.booking_email or self.booking_phone):
            errors["booking_url"] = "Give a web address, an email or a phone number for booking."
        if errors:
            raise ValidationError(errors)

    def get_preview_template(self, request: HttpRequest, mode_name: str) -> str:
        return "learning/offering.html"

    def get_preview_context(self, request: HttpRequest, mode_name: str) -> dict[str, Any]:
        from content.learning.presenters import offering_page  # late: presenters read models

        return {"page": offering_page(self, list(self.sessions.all()) if self.pk else [])}
