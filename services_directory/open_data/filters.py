"""Which services and places fit what is asked, as conditions for the database."""

from typing import Any

from django.db.models import Exists, F, OuterRef, Q, QuerySet

from portal.places.queries import Place
from services_directory.finder.near import KM_PER_DEGREE, square_from
from services_directory.finder.words import match
from services_directory.models import Attribute, Schedule, Service, ServiceAtLocation
from services_directory.models.querysets import ServiceQuerySet
from services_directory.open_data.parameters import Asked


def matching(asked: Asked) -> ServiceQuerySet:
    """Return the public services that fit all but place and date of change."""
    found = Service.objects.public().filter(match(asked.search).condition)
    if asked.organization_id:
        found = found.filter(organization_id=asked.organization_id)
    terms = Attribute.objects.filter(service=OuterRef("pk"))
    if asked.taxonomy_term_id:
        found = found.filter(Exists(terms.filter(taxonomy_term=asked.taxonomy_term_id)))
    if asked.taxonomy_id:
        found = found.filter(Exists(terms.filter(taxonomy_term__taxonomy=asked.taxonomy_id)))
    if asked.minimum_age is not None:
        found = found.filter(minimum_age__gte=asked.minimum_age)
    if asked.maximum_age is not None:
        found = found.filter(maximum_age__lte=asked.maximum_age)
    return found.filter(_at_times(asked))


def near(
    rows: QuerySet[ServiceAtLocation], place: Place, limit_km: float
) -> QuerySet[ServiceAtLocation]:
    """Return the rows whose own place is no farther than this, by the reckoning of the finder."""
    reach = limit_km / KM_PER_DEGREE
    square = square_from(place)(F("location__public_latitude"), F("location__public_longitude"))
    return rows.alias(square=square).filter(square__lte=reach * reach)


def says(words: str) -> Q:
    """Return the condition for having each of the words in its name or description."""
    condition = Q()
    for word in words.split()[:10]:
        condition &= Q(name__icontains=word) | Q(description__icontains=word)
    return condition


def _at_times(asked: Asked) -> Q:
    """One and the same schedule must have the day, begin no earlier and end no later."""
    times: dict[str, Any] = {}
    if asked.day:
        times["byday__contains"] = asked.day
    if asked.start_time:
        times["opens_at__gte"] = asked.start_time
    if asked.end_time:
        times["closes_at__lte"] = asked.end_time
    return Q(Exists(Schedule.objects.filter(service=OuterRef("pk"), **times))) if times else Q()
