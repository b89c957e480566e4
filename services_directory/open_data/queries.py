"""What each endpoint lists, in the order of the keys, with all that is shown of it."""

from functools import partial
from uuid import UUID

from django.db.models import QuerySet

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
from services_directory.open_data.gathering import whole_organizations, whole_rows, whole_services
from services_directory.open_data.pages import Listed
from services_directory.open_data.parameters import Asked
from services_directory.open_data.wholes import WholeRow, WholeService

STAFF_FIELDS = ("staff_phone", "staff_criteria", "internal_note")


def services(asked: Asked) -> Listed:
    """List the public services that fit, whole when `full` is asked."""
    if asked.minimal:
        rows = Service.objects.public().only("last_modified").order_by("pk")
        return Listed(rows, lambda: fitting.services(asked))
    gather = whole_services if asked.full else iter
    return Listed(_services(), lambda: fitting.services(asked), gather)


def service(pk: UUID) -> WholeService | None:
    return next(iter(whole_services(_services().filter(pk=pk))), None)


def service_at_locations(asked: Asked) -> Listed:
    """List the public services at their places that fit, whole when `full` is asked."""
    rows = _rows() if asked.full else _rows().prefetch_related("location__addresses")
    gather = whole_rows if asked.full else iter
    return Listed(rows, lambda: fitting.service_at_locations(asked), gather)


def service_at_location(pk: UUID) -> WholeRow | None:
    return next(iter(whole_rows(_rows().filter(pk=pk))), None)


def organizations(asked: Asked) -> Listed:
    """List the organizations that have a public service."""
    whole = partial(whole_organizations, services=_services(), whole=asked.full_service)
    gather = whole if asked.full or asked.full_service else iter
    rows = Organization.objects.order_by("pk")
    return Listed(rows, lambda: fitting.organizations(asked), gather)


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
    return Listed(rows, lambda: Keys(rows.values_list("pk", flat=True)), is_short=True)


def _services() -> ServiceQuerySet:
    rows = Service.objects.public().select_related("organization")
    return rows.defer(*STAFF_FIELDS).order_by("pk")


def _rows() -> QuerySet[ServiceAtLocation]:
    public = {
        "service__live": True,
        "service__hidden_since__isnull": True,
        "service__status__in": PUBLIC_STATUSES,
    }
    rows = ServiceAtLocation.objects.filter(**public)
    kept_back = [f"service__{name}" for name in STAFF_FIELDS]
    return rows.select_related("service__organization", "location").defer(*kept_back).order_by("pk")
