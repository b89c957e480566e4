"""What each endpoint lists, in the order of the keys, with all that is shown of it."""

from uuid import UUID

from django.db.models import Prefetch, QuerySet

from services_directory.board.keys import Keys
from services_directory.choices import PUBLIC_STATUSES
from services_directory.models import (
    Organization,
    Service,
    ServiceAtLocation,
    Taxonomy,
    TaxonomyTerm,
)
from services_directory.models.querysets import ServiceQuerySet
from services_directory.open_data import fitting
from services_directory.open_data.filters import says
from services_directory.open_data.pages import Listed
from services_directory.open_data.parameters import Asked

STAFF_FIELDS = ("staff_phone", "staff_criteria", "internal_note")
_SERVICE_PARTS = (
    "phones", "contacts", "schedules", "cost_options", "languages", "service_areas__area",
    "attributes__taxonomy_term__taxonomy", "service_at_locations__location__addresses",
    "service_at_locations__location__accessibility", "organization__organization_identifiers",
)  # fmt: skip


def services(asked: Asked) -> Listed:
    """List the public services that fit, whole when `full` is asked."""
    rows = _whole_services() if asked.full and not asked.minimal else _services()
    return Listed(rows, lambda: fitting.services(asked))


def service(pk: UUID) -> Service | None:
    return _whole_services().filter(pk=pk).first()


def service_at_locations(asked: Asked) -> Listed:
    """List the public services at their places that fit, whole when `full` is asked."""
    plain = _public_rows().prefetch_related("location__addresses")
    rows = _whole_rows() if asked.full else plain
    return Listed(rows, lambda: fitting.service_at_locations(asked))


def service_at_location(pk: UUID) -> ServiceAtLocation | None:
    return _whole_rows().filter(pk=pk).first()


def organizations(asked: Asked) -> Listed:
    """List the organizations that have a public service."""
    whole = asked.full or asked.full_service
    rows = _whole_organizations(asked) if whole else Organization.objects.order_by("pk")
    return Listed(rows, lambda: fitting.organizations(asked))


def taxonomies(asked: Asked) -> Listed:
    return _all_of(Taxonomy.objects.filter(says(asked.search)).order_by("pk"))


def taxonomy(pk: UUID) -> Taxonomy | None:
    return Taxonomy.objects.prefetch_related("terms__taxonomy").filter(pk=pk).first()


def taxonomy_terms(asked: Asked) -> Listed:
    """List the terms; `top_only` leaves out those that are children of another."""
    found = all_terms().filter(says(asked.search)).order_by("pk")
    if asked.taxonomy_id:
        found = found.filter(taxonomy_id=asked.taxonomy_id)
    if asked.parent_id:
        found = found.filter(parent_id=asked.parent_id)
    return _all_of(found.filter(parent__isnull=True) if asked.top_only else found)


def all_terms() -> QuerySet[TaxonomyTerm]:
    return TaxonomyTerm.objects.select_related("taxonomy")


def _all_of(rows: QuerySet) -> Listed:
    """A few hundred at most, so their keys are read each time."""
    return Listed(rows, lambda: Keys(rows.values_list("pk", flat=True)))


def _services() -> ServiceQuerySet:
    rows = Service.objects.public().select_related("organization")
    return rows.defer(*STAFF_FIELDS).order_by("pk")


def _whole_services() -> ServiceQuerySet:
    return _services().prefetch_related(*_SERVICE_PARTS)


def _whole_organizations(asked: Asked) -> QuerySet[Organization]:
    nested = _whole_services() if asked.full_service else _services()
    return Organization.objects.order_by("pk").prefetch_related(
        "organization_identifiers", Prefetch("services", nested, to_attr="public_services")
    )


def _public_rows() -> QuerySet[ServiceAtLocation]:
    public = {
        "service__live": True,
        "service__hidden_since__isnull": True,
        "service__status__in": PUBLIC_STATUSES,
    }
    rows = ServiceAtLocation.objects.filter(**public)
    kept_back = [f"service__{name}" for name in STAFF_FIELDS]
    return rows.select_related("service__organization", "location").defer(*kept_back).order_by("pk")


def _whole_rows() -> QuerySet[ServiceAtLocation]:
    parts = [f"service__{part}" for part in _SERVICE_PARTS]
    rows = _public_rows()
    return rows.prefetch_related("location__addresses", "location__accessibility", *parts)
