from django.core.exceptions import ValidationError
from django.db import models
from wagtail.search import index

from services_directory.models.base import UUIDModel
from services_directory.models.taxonomy import Taxonomy


class TaxonomyTerm(UUIDModel, index.Indexed, models.Model):
    """One word of a taxonomy, such as "Bereavement groups" under "What for"."""

    taxonomy = models.ForeignKey(Taxonomy, on_delete=models.PROTECT, related_name="terms")
    key = models.SlugField()
    name = models.CharField(max_length=120)
    description = models.TextField()
    parent = models.ForeignKey(
        "self", null=True, blank=True, on_delete=models.PROTECT, related_name="children"
    )
    term_uri = models.URLField(blank=True, help_text="The same term in a published list.")
    open_eligibility = models.CharField(
        max_length=40, blank=True, help_text="Its code in Open Eligibility, if it has one."
    )
    sort_order = models.PositiveIntegerField(default=0)

    search_fields = [
        index.SearchField("name"),
        index.AutocompleteField("name"),
        index.FilterField("taxonomy"),
    ]

    class Meta:
        ordering = ["taxonomy__name", "sort_order", "name"]
        constraints = [
            models.UniqueConstraint(fields=["taxonomy", "key"], name="term_key_once_in_a_taxonomy")
        ]

    def __str__(self) -> str:
        return f"{self.taxonomy.name}: {self.name}"

    def clean(self) -> None:
        """Raise ValidationError for a parent of another taxonomy, or one below the term itself."""
        super().clean()
        above, seen = self.parent, set()
        while above is not None and above.pk not in seen:
            if above.pk == self.pk or above.taxonomy_id != self.taxonomy_id:
                raise ValidationError({"parent": "Choose another term of the same taxonomy."})
            seen.add(above.pk)
            above = above.parent
