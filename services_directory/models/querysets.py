from datetime import date
from typing import Self

from django.db import models
from django.db.models import Q

from services_directory.choices import PUBLIC_STATUSES, Status


class ServiceQuerySet(models.QuerySet):
    def public(self) -> Self:
        """Services that visitors may see: published, and running or closed for a while."""
        return self.filter(live=True, status__in=PUBLIC_STATUSES)

    def not_closed_on(self, day: date) -> Self:
        """Services that are not temporarily closed on this day; see Service.is_closed_on."""
        undated = Q(closed_from__isnull=True, closed_to__isnull=True)
        after = Q(closed_from__isnull=False, closed_from__gt=day)
        before = Q(closed_to__isnull=False, closed_to__lt=day)
        return self.filter((undated & ~Q(status=Status.TEMPORARILY_CLOSED)) | after | before)
