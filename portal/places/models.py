"""Areas and postcodes. Postcodes come from a file the operator loads; none leaves the site."""

from django.db import models


class Area(models.Model):
    """A council, a locality or a country that services cover. `code` is its stable key."""

    class Kind(models.TextChoices):
        COUNCIL = "council", "Council"
        PARTNERSHIP = "partnership", "Partnership"
        COUNTRY = "country", "Country"

    code = models.SlugField(max_length=60, unique=True)
    name = models.CharField(max_length=120)
    kind = models.CharField(max_length=20, choices=Kind.choices)
    parent = models.ForeignKey(
        "self", null=True, blank=True, on_delete=models.PROTECT, related_name="children"
    )

    class Meta:
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name


class Postcode(models.Model):
    """A live postcode with its centroid (WGS84 degrees), council area and town."""

    postcode = models.CharField(max_length=8, primary_key=True, help_text="As WY3 1AB.")
    outcode = models.CharField(max_length=4, db_index=True)
    latitude = models.FloatField()
    longitude = models.FloatField()
    area = models.ForeignKey(Area, null=True, on_delete=models.SET_NULL, related_name="postcodes")
    locality = models.CharField(max_length=80, blank=True, db_index=True)

    def __str__(self) -> str:
        return self.postcode
