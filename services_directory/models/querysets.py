from typing import Self

from django.db import models
from django.db.models import Prefetch

from services_directory.choices import PUBLIC_STATUSES


class ServiceQuerySet(models.QuerySet):
    def public(self) -> Self:
        """Services that visitors may see: published, running or closed for a while, not hidden."""
        return self.filter(live=True, hidden_since__isnull=True, status__in=PUBLIC_STATUSES)

    def with_parts(self) -> Self:
        """Fetch all that a list row shows, in as many queries whatever the number of rows."""
        return self.select_related("organization").prefetch_related(
            "phones",
            "schedules",
            self._joined("service_areas", "area"),
            self._joined("service_at_locations", "location"),
            "service_at_locations__location__addresses",
        )

    def with_everything(self) -> Self:
        """Fetch all that an entry page shows."""
        return self.select_related("organization").prefetch_related(
            "phones",
            "contacts",
            self._joined("schedules", "location"),
            "schedules__location__addresses",
            "cost_options",
            "languages",
            self._joined("service_areas", "area"),
            self._joined("attributes", "taxonomy_term__taxonomy"),
            self._joined("service_at_locations", "location"),
            "service_at_locations__location__addresses",
            "service_at_locations__location__accessibility",
        )

    def _joined(self, parts: str, what: str) -> Prefetch:
        """Fetch the parts together with what each leads to.

        Asked for apart, more than a thousand places are too many for one statement of SQLite.
        """
        kind = self.model._meta.get_field(parts).related_model
        assert kind is not None  # noqa: S101  a relation leads to a model
        return Prefetch(parts, kind._default_manager.select_related(what))
