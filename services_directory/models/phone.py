from django.db import models
from modelcluster.fields import ParentalKey

from services_directory.models.base import Part
from services_directory.models.service import Service
from services_directory.validators import validate_phone


class Phone(Part):
    """A number that the public may ring."""

    service = ParentalKey(Service, on_delete=models.CASCADE, related_name="phones")
    number = models.CharField(max_length=40, validators=[validate_phone])
    description = models.CharField(
        "what the number is for", max_length=120, blank=True, help_text="Such as 'Advice line'."
    )

    def __str__(self) -> str:
        return self.number
