from django.db import models
from modelcluster.fields import ParentalKey

from services_directory.models.base import Part
from services_directory.models.organization import Organization


class OrganizationIdentifier(Part):
    """A number that others know the organisation by, such as a charity number.

    `identifier_scheme` is a code of org-id.guide: GB-CHC, GB-COH, GB-NHS.
    """

    organization = ParentalKey(
        Organization, on_delete=models.CASCADE, related_name="organization_identifiers"
    )
    identifier_scheme = models.CharField("scheme", max_length=40)
    identifier = models.CharField(max_length=60)

    @property
    def identifier_type(self) -> str:
        """The same scheme under the name that Open Referral requires."""
        return self.identifier_scheme

    def __str__(self) -> str:
        return f"{self.identifier_scheme} {self.identifier}"
