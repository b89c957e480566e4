"""Facts kept once and chosen by pages: topics, and how long things take."""

from django.db import models
from wagtail.admin.panels import FieldPanel


class Topic(models.Model):
    """What a page is about, such as medicines or money. Readers filter by it."""

    name = models.CharField(max_length=60)
    slug = models.SlugField(unique=True, help_text="Stands in addresses; do not change it later.")

    panels = [FieldPanel("name"), FieldPanel("slug")]

    class Meta:
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name


class Timescale(models.Model):
    """How long one thing takes, who provides it and what to do if it is late. Dated and owned."""

    item = models.CharField(max_length=120, help_text="Like: Hospital bed")
    provider = models.CharField(max_length=160)
    how = models.CharField("how to get it", max_length=240)
    usual = models.CharField("usual time", max_length=160, help_text="Like: 2 working days")
    late = models.CharField("what to do if it is late", max_length=240)
    returns = models.CharField("how it goes back", max_length=240, blank=True)
    checked = models.DateField(help_text="When somebody last asked the provider.")
    owner = models.CharField(max_length=160, help_text="The partner that keeps this true.")

    panels = [
        FieldPanel("item"),
        FieldPanel("provider"),
        FieldPanel("how"),
        FieldPanel("usual"),
        FieldPanel("late"),
        FieldPanel("returns"),
        FieldPanel("checked"),
        FieldPanel("owner"),
    ]

    class Meta:
        ordering = ["item", "provider"]
        constraints = [
            models.UniqueConstraint(fields=["item", "provider"], name="one_timescale_a_provider")
        ]

    def __str__(self) -> str:
        return f"{self.item} ({self.provider})"
