from django.db import models
from modelcluster.fields import ParentalKey

from services_directory.models.base import Part
from services_directory.models.location import Location
from services_directory.models.service import Service


class ServiceAtLocation(Part):
    """A place where a service is given."""

    service = ParentalKey(Service, on_delete=models.CASCADE, related_name="service_at_locations")
    location = models.ForeignKey(
        Location, on_delete=models.CASCADE, related_name="service_at_locations"
    )
    description = models.CharField(max_length=240, blank=True)

    class Meta(Part.Meta):
        verbose_name_plural = "services at locations"
        unique_together = [("service", "location")]

    def __str__(self) -> str:
        return f"{self.service} at {self.location}"
