from typing import Any

from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from modelcluster.models import ClusterableModel
from wagtail.search import index

from services_directory.choices import LocationType
from services_directory.models.base import UUIDModel
from services_directory.models.feed import Feed
from services_directory.models.organization import Organization

PRIVATE_DECIMALS = 2  # about a kilometre


class Location(UUIDModel, index.Indexed, ClusterableModel):
    """Where a service is given. Coordinates are WGS84 degrees.

    `public_latitude` and `public_longitude` are all that anything public may use: rounded when an
    address is confidential, so that no distance gives the place away.
    """

    organization = models.ForeignKey(
        Organization, null=True, blank=True, on_delete=models.SET_NULL, related_name="locations"
    )
    name = models.CharField(max_length=160)
    location_type = models.CharField(
        "kind of place",
        max_length=10,
        choices=LocationType.choices,
        default=LocationType.PHYSICAL,
    )
    description = models.TextField(blank=True)
    transportation = models.TextField(
        "how to get there", blank=True, help_text="Bus, train, parking, the door to use. No map."
    )
    latitude = models.FloatField(
        null=True, blank=True, validators=[MinValueValidator(-90), MaxValueValidator(90)]
    )
    longitude = models.FloatField(
        null=True, blank=True, validators=[MinValueValidator(-180), MaxValueValidator(180)]
    )
    public_latitude = models.FloatField(null=True, editable=False)
    public_longitude = models.FloatField(null=True, editable=False)
    feed = models.ForeignKey(
        Feed, null=True, editable=False, on_delete=models.PROTECT, related_name="locations"
    )
    last_modified = models.DateTimeField(auto_now=True)

    search_fields = [
        index.SearchField("name"),
        index.AutocompleteField("name"),
        index.FilterField("location_type"),
    ]

    class Meta:
        ordering = ["name", "id"]
        indexes = [models.Index(fields=["public_latitude", "public_longitude"])]

    def __str__(self) -> str:
        return self.name

    def clean(self) -> None:
        """Raise ValidationError for half a coordinate."""
        super().clean()
        if (self.latitude is None) != (self.longitude is None):
            raise ValidationError({"longitude": "Enter both latitude and longitude, or neither."})

    def save(self, *args: Any, **kwargs: Any) -> None:
        self.set_public_point()
        super().save(*args, **kwargs)

    @property
    def is_confidential(self) -> bool:
        """Say whether any of its addresses must not be shown."""
        return any(address.confidential for address in self.addresses.all())

    def set_public_point(self, private: bool | None = None) -> None:
        """Derive the public coordinates from the true ones and the addresses.

        `private` says whether one of the addresses is confidential; None looks them up.
        """
        has_point = self.location_type == LocationType.PHYSICAL and self.latitude is not None
        hide = has_point and (self.is_confidential if private is None else private)
        self.public_latitude = _public(self.latitude, hide) if has_point else None
        self.public_longitude = _public(self.longitude, hide) if has_point else None


def _public(degrees: float | None, hide: bool) -> float | None:
    return round(degrees, PRIVATE_DECIMALS) if hide and degrees is not None else degrees
