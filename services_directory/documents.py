"""Services as documents of the site's search. Nothing that is for staff alone goes in."""

from collections.abc import Iterable, Iterator
from uuid import UUID

from portal.vocabulary import Audience
from search.documents import Document, Source, document_id
from services_directory import languages
from services_directory.models import Service
from services_directory.presenters import words
from services_directory.queries import need_names
from services_directory.services import KIND

CHUNK = 500
_GRIEF = {
    "bereavement", "bereavement-group", "bereavement-counselling", "children-bereavement",
    "registering-a-death", "funeral-help",
}  # fmt: skip
_ILLNESS = {
    "patient-support", "hospice-at-home", "inpatient-care", "day-services", "night-care",
    "symptom-support", "medicines", "equipment", "home-care", "planning-ahead",
}  # fmt: skip


def load(pks: Iterable[str] | None) -> Iterator[Document]:
    """Yield the documents of public services; all of them for None. Bad keys give none."""
    services = Service.objects.public().with_everything().order_by("pk")
    if pks is not None:
        services = services.filter(pk__in=[pk for pk in pks if _is_uuid(pk)])
    for service in services.iterator(chunk_size=CHUNK):
        yield document(service)


def facet_words() -> dict[str, dict[str, str]]:
    return {"need": need_names()}


SOURCE = Source(kind=KIND, label="Service", plural="Services", load=load, words=facet_words)


def document(service: Service) -> Document:
    """Return what search may know of the service."""
    terms = [attribute.taxonomy_term for attribute in service.attributes.all()]
    locations = [each.location for each in service.service_at_locations.all()]
    points = [
        (each.public_latitude, each.public_longitude)
        for each in locations
        if each.public_latitude is not None and each.public_longitude is not None
    ]
    towns = [words.town(each) for each in locations]
    spoken = [languages.name_of(each.code) for each in service.languages.all()]
    return Document(
        id=document_id(KIND, service.pk),
        kind=KIND,
        title=service.name,
        url=service.get_absolute_url(),
        summary=service.summary,
        body="\n".join([service.description, service.eligibility_description]),
        keywords=" ".join(
            [service.organization.name, *(term.name for term in terms), *towns, *spoken]
        ),
        facets=_facets(service),
        areas=_areas(service),
        point=points[0] if points else None,
        reviewed=service.assured_date,
    )


def _facets(service: Service) -> dict[str, tuple[str, ...]]:
    needs = _keys(service, "need")
    facets = {
        "need": needs,
        "audience": _audiences(set(needs), set(_keys(service, "audience"))),
        "mode": tuple(mode.value for mode in service.modes),
        "cost": (service.cost,) if service.cost else (),
        "referral": tuple(route.value for route in service.referral_routes),
        "area": _areas(service),
    }
    return {name: values for name, values in facets.items() if values}


def _keys(service: Service, taxonomy: str) -> tuple[str, ...]:
    terms = (attribute.taxonomy_term for attribute in service.attributes.all())
    return tuple(sorted(term.key for term in terms if term.taxonomy.key == taxonomy))


def _audiences(needs: set[str], people: set[str]) -> tuple[str, ...]:
    """Return the portal's audiences that the directory's terms amount to."""
    found = {
        Audience.PATIENT: bool(needs & _ILLNESS),
        Audience.CARER: "carers" in people or "carers-support" in needs,
        Audience.BEREAVED: bool(needs & _GRIEF),
        Audience.PROFESSIONAL: "professionals" in people,
    }
    return tuple(audience.value for audience, fits in found.items() if fits)


def _areas(service: Service) -> tuple[str, ...]:
    if service.national:
        return ()
    return tuple(each.area.code for each in service.service_areas.all() if each.area)


def _is_uuid(text: str) -> bool:
    try:
        UUID(text)
    except ValueError:
        return False
    return True
