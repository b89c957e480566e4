"""Small builders: a service with only what a test is about."""

from datetime import datetime, time
from typing import Any
from zoneinfo import ZoneInfo

from portal.places.models import Area, Postcode
from services_directory.models import (
    Address,
    Attribute,
    Location,
    Organization,
    Schedule,
    Service,
    ServiceArea,
    ServiceAtLocation,
    Taxonomy,
    TaxonomyTerm,
)

LONDON = ZoneInfo("Europe/London")
SUNDAY_NIGHT = datetime(2026, 11, 22, 20, 0, tzinfo=LONDON)
TUESDAY_NOON = datetime(2026, 11, 24, 12, 0, tzinfo=LONDON)
HERE = (54.0, 1.5)


def organization(name: str = "St Wyvern's Hospice", **fields: Any) -> Organization:
    made, _ = Organization.objects.get_or_create(
        name=name, defaults={"description": "A hospice.", **fields}
    )
    return made


def service(name: str = "Evening group", **fields: Any) -> Service:
    """A live service of the hospice that one gets in person."""
    defaults = {
        "organization": fields.pop("organization", None) or organization(),
        "summary": "People who grieve, together.",
        "description": "You meet others.",
        "mode_in_person": True,
    }
    return Service.objects.create(name=name, **{**defaults, **fields})


def area(code: str, parent: Area | None = None) -> Area:
    made, _ = Area.objects.get_or_create(
        code=code,
        defaults={"name": code.replace("-", " ").title(), "kind": "council", "parent": parent},
    )
    return made


def postcode(text: str = "WY3 1AB", at: tuple[float, float] = HERE, code: str = "east") -> Postcode:
    return Postcode.objects.create(
        postcode=text,
        outcode=text.split()[0],
        latitude=at[0],
        longitude=at[1],
        area=area(code),
        locality="Hollin Bridge",
    )


def covers(made: Service, code: str) -> None:
    ServiceArea.objects.create(service=made, area=area(code))


def place(made: Service, at: tuple[float, float] = HERE, *, confidential: bool = False) -> Location:
    location = Location.objects.create(name="The hall", latitude=at[0], longitude=at[1])
    Address.objects.create(
        location=location,
        address_1="11 Priory Walk",
        city="Hollin Bridge",
        state_province="Wyvern Vale",
        postal_code="WY3 1AB",
        confidential=confidential,
    )
    ServiceAtLocation.objects.create(service=made, location=location)
    return Location.objects.get(pk=location.pk)


def term(taxonomy: str, key: str, parent: TaxonomyTerm | None = None) -> TaxonomyTerm:
    list_of, _ = Taxonomy.objects.get_or_create(
        key=taxonomy, defaults={"name": taxonomy.title(), "description": taxonomy}
    )
    made, _ = TaxonomyTerm.objects.get_or_create(
        taxonomy=list_of,
        key=key,
        defaults={
            "name": key.replace("-", " ").capitalize(),
            "description": key,
            "parent": parent,
        },
    )
    return made


def tag(made: Service, taxonomy: str, *keys: str) -> None:
    for key in keys:
        Attribute.objects.create(service=made, taxonomy_term=term(taxonomy, key))


def opens(
    made: Service, byday: str = "TU", start: int = 9, end: int = 17, **fields: Any
) -> Schedule:
    return Schedule.objects.create(
        service=made, byday=byday, opens_at=time(start), closes_at=time(end % 24), **fields
    )
