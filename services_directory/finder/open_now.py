"""Which services are closed for a time, as a condition on Service."""

from datetime import date

from django.db.models import Q

from services_directory.choices import Status


def not_closed_on(day: date) -> Q:
    """Return the condition for not being temporarily closed; see Service.is_closed_on."""
    undated = Q(closed_from__isnull=True, closed_to__isnull=True)
    before = Q(closed_from__isnull=False, closed_from__gt=day)
    after = Q(closed_to__isnull=False, closed_to__lt=day)
    return (undated & ~Q(status=Status.TEMPORARILY_CLOSED)) | before | after
