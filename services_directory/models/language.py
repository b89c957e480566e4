from django.db import models
from modelcluster.fields import ParentalKey

from services_directory.languages import name_of
from services_directory.models.base import Part
from services_directory.models.service import Service


class Language(Part):
    """A language that the service speaks; `code` is ISO 639."""

    service = ParentalKey(Service, on_delete=models.CASCADE, related_name="languages")
    code = models.SlugField("ISO 639 code", max_length=8, help_text="Such as en, pl, ur, bfi.")
    note = models.CharField(max_length=120, blank=True, help_text="Such as 'with an interpreter'.")

    def __str__(self) -> str:
        return self.name

    @property
    def name(self) -> str:
        """The language's English name."""
        return name_of(self.code)
