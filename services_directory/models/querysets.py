from typing import Self

from django.db import models

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
            "service_areas__area",
            "service_at_locations__location__addresses",
        )

    def with_everything(self) -> Self:
        """Fetch all that an entry page shows."""
        return self.select_related("organization").prefetch_related(
            "phones",
            "contacts",
            "schedules__location__addresses",
            "cost_options",
            "languages",
            "service_areas__area",
            "attributes__taxonomy_term__taxonomy",
            "service_at_locations__location__addresses",
            "service_at_locations__location__accessibility",
        )
