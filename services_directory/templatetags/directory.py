"""The directory in the templates of other rooms: {% load directory %}."""

from django import template
from django.core.cache import cache

from services_directory import queries
from services_directory.assurance.freshness import Ages, ages
from services_directory.queries import ServiceRow

register = template.Library()
KEPT_SECONDS = 60
_PARTNERS_KEY = "services_directory:partner_names"
_NEEDS_KEY = "services_directory:need_names"


@register.simple_tag
def partner_names() -> list[str]:
    """Return the names of all partners, at most a minute old."""
    names = cache.get(_PARTNERS_KEY)
    if names is None:
        names = [organization.name for organization in queries.organisations("partner")]
        cache.set(_PARTNERS_KEY, names, KEPT_SECONDS)
    return names


@register.filter
def need_name(key: str) -> str:
    """Return what the directory calls a need, at most a minute old; of an unknown one, its key."""
    names = cache.get_or_set(_NEEDS_KEY, queries.need_names, KEPT_SECONDS) or {}
    return names.get(key) or key.replace("-", " ").capitalize()


@register.simple_tag
def check_ages() -> Ages:
    """Return the months after which an entry is due, stands lower in the list, and is hidden."""
    return ages()


@register.simple_tag
def local_services(need: str, limit: int = 5) -> list[ServiceRow]:
    """Return rows of services for a need, local ones first."""
    return queries.services_for_need(need, limit=limit)
