from django.db import models
from modelcluster.fields import ParentalKey

from services_directory.models.base import Part
from services_directory.models.location import Location


class Accessibility(Part):
    """One thing that helps people use a place: level access, a hearing loop."""

    location = ParentalKey(Location, on_delete=models.CASCADE, related_name="accessibility")
    description = models.CharField(max_length=200)
    details = models.TextField(blank=True)
    url = models.URLField(blank=True)

    class Meta(Part.Meta):
        verbose_name_plural = "accessibility"

    def __str__(self) -> str:
        return self.description
