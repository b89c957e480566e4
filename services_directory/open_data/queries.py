"""Which rows each endpoint lists, in the order of their keys, with all that is shown of them."""

from math import cos, radians
from typing import Any
from uuid import UUID

from django.db.models import Exists, F, OuterRef, Prefetch, Q, QuerySet

from portal.places.queries import Place
from services_directory.choices import PUBLIC_STATUSES
from services_directory.finder.coverage import KM_PER_DEGREE, covering, within
from services_directory.finder.words import match
from services_directory.models import (
    Attribute,
    Organization,
    Schedule,
    Service,
    ServiceAtLocation,
    Taxonomy,
    TaxonomyTerm,
)
from services_directory.models.querysets import ServiceQuerySet
from services_directory.open_data.parameters import Asked

STAFF_FIELDS = ("staff_phone", "staff_criteria", "internal_note")
_SERVICE_PARTS = (
    "phones", "contacts", "schedules", "cost_options", "languages", "service_areas__area",
    "attributes__taxonomy_term__taxonomy", "service_at_locations__location__addresses",
    "service_at_locations__location__accessibility", "organization__organization_identifiers",
)  # fmt: skip
METRES_PER_KM = 1000


def services(asked: Asked) -> ServiceQuerySet:
    """Return the public services that fit, whole when `full` is asked."""
    found = matching(asked)
    if asked.place:
        found = found.filter(covering(asked.place))
    if asked.place and asked.proximity is not None:
        found = found.filter(within(asked.place, asked.proximity / METRES_PER_KM))
    if asked.modified_after:
        found = found.filter(last_modified__gte=asked.modified_after)
    return _whole(found) if asked.full and not asked.minimal else _listed(found)


def service(pk: UUID) -> Service | None:
    return _whole(Service.objects.public()).filter(pk=pk).first()


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


def service_at_locations(asked: Asked) -> QuerySet[ServiceAtLocation]:
    """Return the public services at their places that fit, whole when `full` is asked."""
    fitting = matching(asked)
    if asked.place:
        fitting = fitting.filter(covering(asked.place))
    found = _public_rows().filter(service__in=fitting.order_by().values("pk"))
    if asked.place and asked.proximity is not None:
        found = _near(found, asked.place, asked.proximity / METRES_PER_KM)
    if since := asked.modified_after:
        changed = Q(service__last_modified__gte=since) | Q(location__last_modified__gte=since)
        found = found.filter(changed)
    return _whole_rows(found) if asked.full else found.prefetch_related("location__addresses")


def service_at_location(pk: UUID) -> ServiceAtLocation | None:
    return _whole_rows(_public_rows()).filter(pk=pk).first()


def organizations(asked: Asked) -> QuerySet[Organization]:
    """Return the organizations that have a public service."""
    public = Service.objects.public().filter(organization=OuterRef("pk"))
    found = Organization.objects.filter(Exists(public)).filter(_says(asked.search))
    if asked.organization_id:
        found = found.filter(pk=asked.organization_id)
    if not (asked.full or asked.full_service):
        return found.order_by("pk")
    nested = Service.objects.public().select_related("organization").defer(*STAFF_FIELDS)
    if asked.full_service:
        nested = nested.prefetch_related(*_SERVICE_PARTS)
    return found.order_by("pk").prefetch_related(
        "organization_identifiers",
        Prefetch("services", nested.order_by("pk"), to_attr="public_services"),
    )


def taxonomies(asked: Asked) -> QuerySet[Taxonomy]:
    return Taxonomy.objects.filter(_says(asked.search)).order_by("pk")


def taxonomy(pk: UUID) -> Taxonomy | None:
    return Taxonomy.objects.prefetch_related("terms__taxonomy").filter(pk=pk).first()


def taxonomy_terms(asked: Asked) -> QuerySet[TaxonomyTerm]:
    """Return the terms; `top_only` leaves out those that are children of another."""
    found = all_terms().filter(_says(asked.search)).order_by("pk")
    if asked.taxonomy_id:
        found = found.filter(taxonomy_id=asked.taxonomy_id)
    if asked.parent_id:
        found = found.filter(parent_id=asked.parent_id)
    return found.filter(parent__isnull=True) if asked.top_only else found


def all_terms() -> QuerySet[TaxonomyTerm]:
    return TaxonomyTerm.objects.select_related("taxonomy")


def _listed(found: ServiceQuerySet) -> ServiceQuerySet:
    return found.select_related("organization").defer(*STAFF_FIELDS).order_by("pk")


def _whole(found: ServiceQuerySet) -> ServiceQuerySet:
    return _listed(found).prefetch_related(*_SERVICE_PARTS)


def _public_rows() -> QuerySet[ServiceAtLocation]:
    public = {
        "service__live": True,
        "service__hidden_since__isnull": True,
        "service__status__in": PUBLIC_STATUSES,
    }
    rows = ServiceAtLocation.objects.filter(**public)
    kept_back = [f"service__{name}" for name in STAFF_FIELDS]
    return rows.select_related("service__organization", "location").defer(*kept_back).order_by("pk")


def _whole_rows(rows: QuerySet[ServiceAtLocation]) -> QuerySet[ServiceAtLocation]:
    parts = [f"service__{part}" for part in _SERVICE_PARTS]
    return rows.prefetch_related("location__addresses", "location__accessibility", *parts)


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


def _near(
    rows: QuerySet[ServiceAtLocation], place: Place, limit_km: float
) -> QuerySet[ServiceAtLocation]:
    """Rows whose own place is no farther than this, by the reckoning of the finder."""
    reach = limit_km / KM_PER_DEGREE
    north = F("location__public_latitude") - place.latitude
    east = (F("location__public_longitude") - place.longitude) * cos(radians(place.latitude))
    return rows.alias(square=north * north + east * east).filter(square__lte=reach * reach)


def _says(words: str) -> Q:
    condition = Q()
    for word in words.split()[:10]:
        condition &= Q(name__icontains=word) | Q(description__icontains=word)
    return condition
