from django.core.exceptions import ValidationError
from django.db import models
from modelcluster.fields import ParentalKey

from portal.places.models import Area
from services_directory.models.base import Part
from services_directory.models.service import Service


class ServiceArea(Part):
    """Where people must live to use the service: a known area, or one in words.

    Only a known area decides what the finder shows; words are shown for people to judge.
    """

    service = ParentalKey(Service, on_delete=models.CASCADE, related_name="service_areas")
    area = models.ForeignKey(
        Area, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    extent = models.CharField("area in words", max_length=240, blank=True)

    def __str__(self) -> str:
        return self.name

    @property
    def name(self) -> str:
        """The area's name, or its words."""
        return self.area.name if self.area else self.extent

    def clean(self) -> None:
        """Raise ValidationError when neither a known area nor words are given."""
        super().clean()
        if not self.area_id and not self.extent:
            raise ValidationError({"area": "Choose an area, or describe it in words."})
