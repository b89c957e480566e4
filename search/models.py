"""The journal of changes to searchable things, and results that people promote."""

from datetime import date

from django.core.exceptions import ValidationError
from django.core.validators import RegexValidator
from django.db import models
from django.db.models import Q

from search.understanding.words import normalise, tokens


class SearchChange(models.Model):
    """A thing was made, changed or taken away. `applied` is empty until the index knows."""

    kind = models.CharField(max_length=40)
    pk_text = models.CharField(max_length=80)
    at = models.DateTimeField(auto_now_add=True)
    applied = models.DateTimeField(null=True, editable=False)

    class Meta:
        ordering = ["id"]
        indexes = [
            models.Index(
                fields=["id"], name="search_change_pending", condition=Q(applied__isnull=True)
            ),
            models.Index(fields=["applied"], name="search_change_applied"),
        ]

    def __str__(self) -> str:
        return f"{self.kind}:{self.pk_text}"


class PromotedResult(models.Model):
    """A page shown first when a search holds the phrase, until the day it expires."""

    phrase = models.CharField(
        max_length=100, help_text="Shown first when a search is this phrase, or has it in it."
    )
    title = models.CharField(max_length=150, help_text="The words of the link.")
    url = models.CharField(
        "address",
        max_length=300,
        validators=[RegexValidator(r"^(/[^/\\]|/$|https://)", "Start with / or https://.")],
        help_text="A page of this site, like /urgent-help/, or a whole https:// address.",
    )
    summary = models.CharField(max_length=300, blank=True)
    owner = models.CharField(max_length=120, help_text="Who answers for it being right.")
    expires = models.DateField(help_text="The last day it is shown. Check it again by then.")

    class Meta:
        ordering = ["phrase", "title"]
        verbose_name = "promoted result"
        constraints = [
            models.UniqueConstraint(fields=["phrase", "url"], name="promoted_phrase_url_once")
        ]

    def __str__(self) -> str:
        return f"{self.phrase}: {self.title}"

    def clean(self) -> None:
        """Keep the phrase as searches are kept; refuse one without a word."""
        self.phrase = " ".join(tokens(normalise(self.phrase)))
        if not self.phrase:
            raise ValidationError({"phrase": "Enter at least one word."})

    def is_current(self, today: date) -> bool:
        return today <= self.expires
