from django.db import models
from modelcluster.models import ClusterableModel
from wagtail.search import index

from services_directory.choices import OrganizationKind
from services_directory.models.base import UUIDModel
from services_directory.models.feed import Feed


class Organization(UUIDModel, index.Indexed, ClusterableModel):
    """A body that runs services: a hospice, a council, a charity."""

    name = models.CharField(max_length=160)
    description = models.TextField(help_text="Two or three plain sentences.")
    kind = models.CharField(
        max_length=12,
        choices=OrganizationKind.choices,
        default=OrganizationKind.LOCAL,
        db_index=True,
        help_text="Partners are named in the foot of every page.",
    )
    website = models.URLField(blank=True)
    email = models.EmailField("e-mail", blank=True)
    phone = models.CharField(max_length=40, blank=True)
    assurer_role = models.CharField(
        "role that checks its entries",
        max_length=120,
        blank=True,
        help_text="A role, not a person: 'Community services administrator'.",
    )
    assurer_email = models.EmailField(
        "role mailbox", blank=True, help_text="A shared mailbox. It is part of the open data."
    )
    feed = models.ForeignKey(
        Feed, null=True, editable=False, on_delete=models.PROTECT, related_name="organizations"
    )
    last_modified = models.DateTimeField(auto_now=True)

    search_fields = [
        index.SearchField("name"),
        index.AutocompleteField("name"),
        index.SearchField("description"),
        index.FilterField("kind"),
    ]

    class Meta:
        ordering = ["name", "id"]
        verbose_name = "organisation"

    def __str__(self) -> str:
        return self.name
