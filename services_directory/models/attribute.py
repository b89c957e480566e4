from django.db import models
from modelcluster.fields import ParentalKey

from services_directory.models.base import Part
from services_directory.models.service import Service
from services_directory.models.taxonomy_term import TaxonomyTerm


class Attribute(Part):
    """A term that holds for a service. `link_type` says what the term is about."""

    service = ParentalKey(Service, on_delete=models.CASCADE, related_name="attributes")
    taxonomy_term = models.ForeignKey(
        TaxonomyTerm, on_delete=models.PROTECT, related_name="attributes"
    )
    link_type = models.CharField(max_length=40, default="service", editable=False)

    class Meta(Part.Meta):
        unique_together = [("service", "taxonomy_term")]

    def __str__(self) -> str:
        return str(self.taxonomy_term)
