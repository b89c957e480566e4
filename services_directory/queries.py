"""What other rooms may ask the directory."""

from collections.abc import Collection
from datetime import date

from django.db.models import Exists, F, OuterRef, Q

from portal.places.queries import Place
from services_directory.choices import Facet, Status
from services_directory.finder.coverage import shows_at
from services_directory.models import (
    Attribute,
    Organization,
    Service,
    ServiceArea,
    TaxonomyTerm,
)
from services_directory.presenters.rows import ServiceRow, row

__all__ = [
    "ServiceRow",
    "need_names",
    "organisations",
    "public_addresses",
    "service_for_referral",
    "services_for_need",
]

MOST_AT_ANY_HOUR = 2
_BEST_FIRST = (
    "status",  # "active" stands before "temporarily closed"
    "national",
    F("maximum_age").desc(nulls_first=True),
    F("assured_date").desc(nulls_last=True),
    "name",
)


def services_for_need(
    need_key: str, area_codes: Collection[str] = (), limit: int = 5
) -> list[ServiceRow]:
    """Return services for a need (key of a term), those that answer day and night first.

    At most two of those, so that the list is not all helplines. Then, as among the two: open
    before closed for a time, local before national, for all ages before for some, and the most
    recently checked. With area codes: those that cover one of them, and national ones. An
    unknown key gives none.
    """
    tagged = Attribute.objects.filter(
        Q(taxonomy_term__key=need_key) | Q(taxonomy_term__parent__key=need_key),
        taxonomy_term__taxonomy__key="need",
        service=OuterRef("pk"),
    )
    services = Service.objects.public().filter(Exists(tagged))
    if area_codes:
        areas = ServiceArea.objects.filter(service=OuterRef("pk"), area__code__in=area_codes)
        services = services.filter(Q(national=True) | Exists(areas))
    ranked = list(services.order_by(*_BEST_FIRST).values_list("pk", "open_24_hours", "status"))
    at_any_hour = [pk for pk, always, status in ranked if always and status == Status.ACTIVE]
    chosen = list(dict.fromkeys([*at_any_hour[:MOST_AT_ANY_HOUR], *(pk for pk, *_ in ranked)]))
    found = services.with_parts().in_bulk(chosen[:limit])
    return [row(found[pk]) for pk in chosen[:limit]]


def organisations(kind: str = "partner") -> list[Organization]:
    """Return the organisations of a kind (partner, local, national) by name."""
    return list(Organization.objects.filter(kind=kind))


def public_addresses() -> list[tuple[str, date]]:
    """Return the path of every public entry with the day it was last changed."""
    found = Service.objects.public().order_by("name", "pk").only("last_modified")
    return [(each.get_absolute_url(), each.last_modified.date()) for each in found]


def need_names() -> dict[str, str]:
    """Return what each need is called, by its key."""
    terms = TaxonomyTerm.objects.filter(taxonomy__key=Facet.NEED)
    return dict(terms.values_list("key", "name"))


def service_for_referral(pathway_slug: str, place: Place | None) -> ServiceRow | None:
    """Return the service that a referral by this pathway goes to: one that covers the place.

    A local one comes before one for the nation. None without any.
    """
    if not pathway_slug:
        return None
    services = Service.objects.public().filter(pathway=pathway_slug).with_parts()
    ordered = services.order_by("national", "status", "name", "pk")
    found = next((each for each in ordered if place is None or shows_at(each, place)), None)
    return row(found, place=place) if found else None
