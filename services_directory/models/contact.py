from django.db import models
from modelcluster.fields import ParentalKey

from services_directory.models.base import Part
from services_directory.models.service import Service
from services_directory.validators import validate_phone


class Contact(Part):
    """A role that the public may turn to. Never the private details of a person."""

    service = ParentalKey(Service, on_delete=models.CASCADE, related_name="contacts")
    name = models.CharField(max_length=120)
    title = models.CharField("role", max_length=120, blank=True)
    email = models.EmailField("e-mail", blank=True)
    number = models.CharField("phone", max_length=40, blank=True, validators=[validate_phone])

    def __str__(self) -> str:
        return self.name
