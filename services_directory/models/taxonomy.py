from django.db import models
from wagtail.search import index

from services_directory.models.base import UUIDModel
from services_directory.models.feed import Feed


class Taxonomy(UUIDModel, index.Indexed, models.Model):
    """A list of terms. The finder knows `need`, `audience`, `died`, `cause`, `since` by `key`."""

    key = models.SlugField(unique=True)
    name = models.CharField(max_length=120)
    description = models.TextField()
    feed = models.ForeignKey(
        Feed, null=True, editable=False, on_delete=models.PROTECT, related_name="taxonomies"
    )

    search_fields = [index.SearchField("name"), index.AutocompleteField("name")]

    class Meta:
        ordering = ["name"]
        verbose_name_plural = "taxonomies"

    def __str__(self) -> str:
        return self.name
