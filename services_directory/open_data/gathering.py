"""Gather what hangs on many rows, with one query for each kind.

`prefetch_related` would ask the same. But it makes a query set for each row and each kind, which
took most of the time of an export, and on SQLite it fails at more than a thousand locations.
"""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable
from typing import Any
from uuid import UUID

from django.db.models import F, Model, QuerySet

from portal.places.models import Area
from services_directory import models as m
from services_directory.models.base import Part
from services_directory.models.querysets import ServiceQuerySet
from services_directory.open_data.wholes import (
    Tag,
    WholeOrganization,
    WholePlace,
    WholeRow,
    WholeService,
)

Owned = Callable[[UUID], list[Any]]
# By the names that WholeService has for them.
_PARTS: dict[str, type[Part]] = {
    "phones": m.Phone,
    "contacts": m.Contact,
    "schedules": m.Schedule,
    "cost_options": m.CostOption,
    "languages": m.Language,
}


def whole_services(services: Collection[m.Service]) -> list[WholeService]:
    """Return the services with their parts. The organization must be fetched with each."""
    keys = [service.pk for service in services]
    identifiers = _identifiers({service.organization_id for service in services})
    parts = {name: _owned(kind, "service", keys) for name, kind in _PARTS.items()}
    parts |= {"places": _places(keys), "service_areas": _areas(keys), "attributes": _tags(keys)}
    return [
        WholeService(
            service,
            identifiers(service.organization_id),
            **{name: owned(service.pk) for name, owned in parts.items()},
        )
        for service in services
    ]


def whole_rows(rows: Collection[m.ServiceAtLocation]) -> list[WholeRow]:
    """Return the rows with all that hangs on the location and on the service.

    A service brings its places along. One taken away between two queries is left out.
    """
    services = {row.service_id: row.service for row in rows}
    whole = whole_services(list(services.values()))
    found = {place.row.pk: WholeRow(place, each) for each in whole for place in each.places}
    return [found[row.pk] for row in rows if row.pk in found]


def whole_organizations(
    rows: Collection[m.Organization], services: ServiceQuerySet, *, whole: bool
) -> list[WholeOrganization]:
    """Return the organizations with those of the services that are theirs, whole or not."""
    keys = [row.pk for row in rows]
    identifiers, theirs = _identifiers(keys), list(services.filter(organization__in=keys))
    owned = (
        _grouped(whole_services(theirs), lambda each: each.service.organization_id)
        if whole
        else _grouped(theirs, lambda each: each.organization_id)
    )
    return [WholeOrganization(row, identifiers(row.pk), owned(row.pk)) for row in rows]


def _places(services: Collection[UUID]) -> Owned:
    rows = list(_parts(m.ServiceAtLocation, "service", services))
    _join(rows, "location", m.Location.objects.all())
    rows = [row for row in rows if row.location_id]
    keys = {row.location_id for row in rows}
    addresses = _owned(m.Address, "location", keys)
    accessibility = _owned(m.Accessibility, "location", keys)
    at = [WholePlace(r, addresses(r.location_id), accessibility(r.location_id)) for r in rows]
    return _grouped(at, lambda place: place.row.service_id)


def _areas(services: Collection[UUID]) -> Owned:
    rows = list(_parts(m.ServiceArea, "service", services))
    _join(rows, "area", Area.objects.all())
    return _grouped(rows, lambda row: row.service_id)


def _tags(services: Collection[UUID]) -> Owned:
    tags = _parts(m.Attribute, "service", services)
    rows = list(tags.values_list("pk", "service_id", "link_type", "taxonomy_term_id"))
    terms = m.TaxonomyTerm.objects.select_related("taxonomy").in_bulk({row[-1] for row in rows})
    found = (Tag(key, service, link, terms[t]) for key, service, link, t in rows if t in terms)
    return _grouped(found, lambda tag: tag.service_key)


def _join(rows: Collection[Model], name: str, kind: QuerySet) -> None:
    """Give each row the one object that its key of this name leads to, or None if it is gone."""
    keys = {getattr(row, f"{name}_id") for row in rows} - {None}
    found = kind.in_bulk(keys)
    for row in rows:
        setattr(row, name, found.get(getattr(row, f"{name}_id")))


def _identifiers(organizations: Collection[UUID]) -> Owned:
    return _owned(m.OrganizationIdentifier, "organization", organizations)


def _owned(kind: type[Part], owner: str, keys: Collection[UUID]) -> Owned:
    key = f"{owner}_id"
    return _grouped(_parts(kind, owner, keys), lambda row: getattr(row, key))


def _parts(kind: type[Part], owner: str, keys: Collection[UUID]) -> QuerySet:
    """Return the parts as editors ordered them; those alike by key, the same on every database.

    A part without an order stands first, as SQLite has it.
    """
    found = kind._default_manager.filter(**{f"{owner}__in": keys})
    return found.order_by(F("sort_order").asc(nulls_first=True), "pk")


def _grouped(rows: Iterable[Any], owner: Callable[[Any], UUID]) -> Owned:
    """Return what gives the rows of an owner, in the order in which they came."""
    found: dict[UUID, list[Any]] = defaultdict(list)
    for row in rows:
        found[owner(row)].append(row)
    return lambda key: found.get(key, [])
