from typing import Any

from django.core.exceptions import ValidationError
from django.db import models
from modelcluster.fields import ParentalKey

from portal.places.postcodes import normalise_district, normalise_postcode
from services_directory.choices import LocationType
from services_directory.models.base import Part
from services_directory.models.location import Location


class Address(Part):
    """A postal address. A confidential one is public only as its outward code."""

    location = ParentalKey(Location, on_delete=models.CASCADE, related_name="addresses")
    attention = models.CharField(max_length=120, blank=True)
    address_1 = models.CharField("address", max_length=200)
    address_2 = models.CharField("address, second line", max_length=200, blank=True)
    city = models.CharField("town or city", max_length=80)
    state_province = models.CharField("county", max_length=80)
    postal_code = models.CharField("postcode", max_length=8)
    country = models.CharField(max_length=2, default="GB", editable=False)
    address_type = models.CharField(
        max_length=10, choices=LocationType.choices, default=LocationType.PHYSICAL
    )
    confidential = models.BooleanField(
        default=False,
        help_text="For refuges and homes: the public sees only the first half of the postcode.",
    )

    class Meta(Part.Meta):
        verbose_name_plural = "addresses"

    def __str__(self) -> str:
        return f"{self.address_1}, {self.postal_code}"

    def clean(self) -> None:
        """Put the postcode in its usual form; raise ValidationError when it is not one.

        Of a confidential address that another directory keeps, the first half is all we know.
        """
        super().clean()
        text = self.postal_code or ""
        postcode = normalise_postcode(text)
        if not postcode and self.confidential:
            postcode = normalise_district(text)
        if self.postal_code and not postcode:
            raise ValidationError({"postal_code": "Enter a whole postcode, like WY3 1AB."})
        self.postal_code = postcode or self.postal_code

    def save(self, *args: Any, **kwargs: Any) -> None:
        super().save(*args, **kwargs)
        Location.objects.get(pk=self.location_id).save()

    @property
    def outcode(self) -> str:
        """The first half of the postcode."""
        return self.postal_code.partition(" ")[0]
