"""What every page carries beside its words: for whom and when it is, and who vouches for it."""

from datetime import date

from django.core.exceptions import ValidationError
from django.db import models
from django.utils import timezone
from modelcluster.fields import ParentalManyToManyField
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.fields import StreamField

from content.blocks.sources import SourceBlock
from content.fields import ChoiceListField
from portal.vocabulary import Audience, Stage


class StageMixin(models.Model):
    """Stages, audiences and topics: the common facets of search and of lists."""

    stages = ChoiceListField(choices=Stage.choices, max_length=160, blank=True)
    audiences = ChoiceListField(choices=Audience.choices, max_length=80)
    topics = ParentalManyToManyField("content.Topic", blank=True, related_name="+")

    stage_panels = [
        MultiFieldPanel(
            [FieldPanel("stages"), FieldPanel("audiences"), FieldPanel("topics")],
            heading="Who it is for",
        )
    ]

    class Meta:
        abstract = True


class ReviewMixin(models.Model):
    """Who keeps the page true, who checked it and when, from what sources (PIF TICK 4 and 5)."""

    owner_name = models.CharField(
        "owner", max_length=160, help_text="The partner that keeps the page true."
    )
    reviewed = models.DateField("last reviewed", null=True, blank=True)
    next_review = models.DateField(null=True, blank=True, db_index=True)
    reviewed_by = models.CharField(
        max_length=240, blank=True, help_text="Name, profession and organisation."
    )
    lived_experience = models.CharField(
        max_length=300, blank=True, help_text="Who with experience of it read the page, and when."
    )
    nation = models.CharField(
        max_length=40, blank=True, help_text="Only where law or policy differs, like England."
    )
    sources = StreamField([("source", SourceBlock())], blank=True)

    review_panels = [
        FieldPanel("owner_name"),
        MultiFieldPanel(
            [FieldPanel("reviewed"), FieldPanel("next_review"), FieldPanel("reviewed_by")],
            heading="Review",
        ),
        FieldPanel("lived_experience"),
        FieldPanel("nation"),
        FieldPanel("sources"),
    ]

    class Meta:
        abstract = True

    def clean(self) -> None:
        super().clean()
        if self.reviewed and self.next_review and self.next_review <= self.reviewed:
            raise ValidationError(
                {"next_review": "The next review must be later than the last review."}
            )

    def is_overdue(self, on: date | None = None) -> bool:
        """Say whether the review was due before the day `on` (today without it)."""
        return bool(self.next_review and self.next_review < (on or timezone.localdate()))
