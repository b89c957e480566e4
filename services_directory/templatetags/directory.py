"""The directory in the templates of other rooms: {% load directory %}."""

from django import template
from django.core.cache import cache

from services_directory import queries
from services_directory.queries import ServiceRow

register = template.Library()
PARTNERS_KEPT_SECONDS = 60
_PARTNERS_KEY = "services_directory:partner_names"


@register.simple_tag
def partner_names() -> list[str]:
    """Return the names of all partners, at most a minute old."""
    names = cache.get(_PARTNERS_KEY)
    if names is None:
        names = [organization.name for organization in queries.organisations("partner")]
        cache.set(_PARTNERS_KEY, names, PARTNERS_KEPT_SECONDS)
    return names


@register.simple_tag
def local_services(need: str, limit: int = 5) -> list[ServiceRow]:
    """Return rows of services for a need, local ones first."""
    return queries.services_for_need(need, limit=limit)
