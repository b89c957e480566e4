"""Areas and postcodes. Postcodes come from a file the operator loads; none leaves the site."""

from typing import Any

from django.db import models

from portal.places.names import name_key


class Area(models.Model):
    """A council, a locality or a country that services cover. `code` is its stable key.

    `gss_code` is the code of the Office for National Statistics, by which the rows of a postcode
    file find their area: E07… or E06… a council, E10… a county, E05… a ward, E54… an ICB.
    """

    class Kind(models.TextChoices):
        LOCALITY = "locality", "Locality"
        COUNCIL = "council", "Council"
        PARTNERSHIP = "partnership", "Partnership"
        ICB = "icb", "Integrated care board"
        COUNTRY = "country", "Country"

    code = models.SlugField(max_length=60, unique=True)
    name = models.CharField(max_length=120)
    kind = models.CharField(max_length=20, choices=Kind.choices)
    gss_code = models.CharField("official code", max_length=9, null=True, blank=True, unique=True)
    parent = models.ForeignKey(
        "self", null=True, blank=True, on_delete=models.PROTECT, related_name="children"
    )

    class Meta:
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name


class NameKeyField(models.CharField):
    """The town's name as it is looked up, kept with it however the row is saved."""

    def pre_save(self, model_instance: models.Model, add: bool) -> Any:
        key = name_key(getattr(model_instance, "locality", ""))
        setattr(model_instance, self.attname, key)
        return key


class Postcode(models.Model):
    """A live postcode with its centroid (WGS84 degrees), its areas and its town."""

    postcode = models.CharField(max_length=8, primary_key=True, help_text="As WY3 1AB.")
    outcode = models.CharField(max_length=4, db_index=True)
    latitude = models.FloatField()
    longitude = models.FloatField()
    area = models.ForeignKey(Area, null=True, on_delete=models.SET_NULL, related_name="postcodes")
    icb = models.ForeignKey(Area, null=True, on_delete=models.SET_NULL, related_name="+")
    locality = models.CharField(max_length=80, blank=True)
    locality_key = NameKeyField(max_length=80, blank=True, editable=False, db_index=True)

    def __str__(self) -> str:
        return self.postcode


class PostcodeLoad(models.Model):
    """A load of postcode files that succeeded. The newest says whose data the site holds."""

    loaded_at = models.DateTimeField(auto_now_add=True)
    sources = models.CharField(max_length=60, help_text="As `ons open-names`.")
    postcodes = models.PositiveIntegerField()

    class Meta:
        get_latest_by = ["loaded_at", "pk"]

    def __str__(self) -> str:
        return f"{self.postcodes} postcodes, {self.loaded_at:%Y-%m-%d}"


class HealthOrganization(models.Model):
    """A GP practice or another body of health and care, by its ODS code. Loaded by the operator.

    `search_key` holds name, street, town and postcode as they are looked up.
    """

    class Kind(models.TextChoices):
        PRACTICE = "practice", "GP practice"
        OTHER = "other", "Another organisation"

    code = models.CharField(max_length=12, primary_key=True, help_text="The ODS code.")
    kind = models.CharField(max_length=10, choices=Kind.choices)
    name = models.CharField(max_length=120)
    address = models.CharField(max_length=200, blank=True)
    postcode = models.CharField(max_length=8, blank=True)
    search_key = models.CharField(max_length=360)

    class Meta:
        default_permissions = ()
        ordering = ["name", "code"]
        indexes = [models.Index(fields=["kind", "name"])]

    def __str__(self) -> str:
        return f"{self.name}, {self.address}" if self.address else self.name


class KnownAddress(models.Model):
    """One address of a postcode, from a gazetteer that the operator may use."""

    key = models.CharField(max_length=20, primary_key=True, help_text="The UPRN.")
    postcode = models.CharField(max_length=8, db_index=True)
    line = models.CharField(max_length=200)

    class Meta:
        default_permissions = ()
        ordering = ["line", "key"]

    def __str__(self) -> str:
        return self.line
