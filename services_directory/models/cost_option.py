from datetime import date

from django.core.exceptions import ValidationError
from django.core.validators import MinValueValidator
from django.db import models
from modelcluster.fields import ParentalKey

from services_directory.models.base import Part
from services_directory.models.service import Service


class CostOption(Part):
    """One price of a service, in pounds."""

    service = ParentalKey(Service, on_delete=models.CASCADE, related_name="cost_options")
    option = models.CharField("what the price is for", max_length=120)
    amount = models.DecimalField(
        "pounds",
        max_digits=9,
        decimal_places=2,
        null=True,
        blank=True,
        validators=[MinValueValidator(0)],
    )
    amount_description = models.CharField("in words", max_length=200, blank=True)
    currency = models.CharField(max_length=3, default="GBP", editable=False)
    valid_from = models.DateField(null=True, blank=True)
    valid_to = models.DateField(null=True, blank=True)

    def __str__(self) -> str:
        return self.option

    def holds_on(self, day: date) -> bool:
        """Say whether this is the price on that day. Without dates it always is."""
        return (self.valid_from or date.min) <= day <= (self.valid_to or date.max)

    def clean(self) -> None:
        """Raise ValidationError for an end before the beginning."""
        super().clean()
        if self.valid_from and self.valid_to and self.valid_to < self.valid_from:
            raise ValidationError({"valid_to": "The last day must not be before the first."})
