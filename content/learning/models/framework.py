"""Competency frameworks as versioned data: a new version is a new row, old mappings stay."""

from django.db import models
from modelcluster.fields import ParentalKey
from modelcluster.models import ClusterableModel
from wagtail.admin.panels import FieldPanel, InlinePanel


class Framework(ClusterableModel):
    """One version of a framework, as published."""

    class Status(models.TextChoices):
        CURRENT = "current", "Current"
        BEING_REPLACED = "being_replaced", "Being replaced"
        REPLACED = "replaced", "Replaced"

    key = models.SlugField(unique=True, help_text="Filters name the version by this word.")
    name = models.CharField(max_length=160)
    version = models.CharField(max_length=20)
    published = models.DateField(null=True, blank=True)
    source = models.URLField("where it is published", blank=True)
    status = models.CharField(max_length=20, choices=Status.choices, default=Status.CURRENT)

    panels = [
        FieldPanel("name"),
        FieldPanel("version"),
        FieldPanel("key"),
        FieldPanel("status"),
        FieldPanel("published"),
        FieldPanel("source"),
        InlinePanel("subjects", label="Subject"),
    ]

    class Meta:
        ordering = ["-published", "name"]
        constraints = [
            models.UniqueConstraint(fields=["name", "version"], name="framework_version_once")
        ]

    def __str__(self) -> str:
        return f"{self.name}, {self.version}"


class FrameworkSubject(models.Model):
    """One subject or domain of a framework, to which learning is mapped."""

    framework = ParentalKey(Framework, on_delete=models.CASCADE, related_name="subjects")
    key = models.SlugField()
    number = models.PositiveSmallIntegerField()
    name = models.CharField(max_length=160)
    description = models.TextField(blank=True)

    class Meta:
        ordering = ["framework", "number"]
        constraints = [
            models.UniqueConstraint(fields=["framework", "key"], name="framework_subject_once")
        ]

    def __str__(self) -> str:
        return f"{self.number}. {self.name} ({self.framework.version})"
