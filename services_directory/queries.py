"""What other rooms may ask the directory."""

from collections.abc import Collection

from django.db.models import Exists, OuterRef, Q

from portal.places.queries import Place
from services_directory.finder.coverage import covering
from services_directory.models import Attribute, Organization, Service, ServiceArea
from services_directory.presenters.rows import ServiceRow, row

__all__ = ["ServiceRow", "organisations", "service_for_referral", "services_for_need"]


def services_for_need(
    need_key: str, area_codes: Collection[str] = (), limit: int = 5
) -> list[ServiceRow]:
    """Return services for a need (key of a term), local ones before national ones.

    With area codes: those that cover one of them, and national ones. An unknown key gives none.
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
    return [
        row(each) for each in services.with_parts().order_by("national", "status", "name")[:limit]
    ]


def organisations(kind: str = "partner") -> list[Organization]:
    """Return the organisations of a kind (partner, local, national) by name."""
    return list(Organization.objects.filter(kind=kind))


def service_for_referral(pathway_slug: str, place: Place | None) -> ServiceRow | None:
    """Return the service that a referral by this pathway goes to: one that covers the place.

    A local one comes before one for the nation. None without any.
    """
    services = Service.objects.public().filter(pathway=pathway_slug)
    if place:
        services = services.filter(covering(place))
    found = (
        services.with_parts().order_by("national", "status", "name").first()
        if pathway_slug
        else None
    )
    return row(found, place=place) if found else None
