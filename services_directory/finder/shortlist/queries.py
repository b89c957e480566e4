"""The services of a list, in its order."""

from services_directory.finder.shortlist.shortlist import Shortlist
from services_directory.models import Service
from services_directory.models.querysets import ServiceQuerySet


def services_of(shortlist: Shortlist) -> list[Service]:
    """Return what rows show of those that are public."""
    return _in_order(shortlist, Service.objects.public().with_parts())


def full_services_of(shortlist: Shortlist) -> list[Service]:
    """Return everything public of those that are public."""
    return _in_order(shortlist, Service.objects.public().with_everything())


def _in_order(shortlist: Shortlist, services: ServiceQuerySet) -> list[Service]:
    found = {service.pk: service for service in services.filter(pk__in=shortlist.keys)}
    return [found[key] for key in shortlist if key in found]
