"""A service as one row of a list."""

from dataclasses import dataclass
from datetime import datetime

from django.utils import timezone

from portal.places.queries import Place
from services_directory.choices import ReferralRoute
from services_directory.models import Service
from services_directory.presenters import words
from services_directory.presenters.times import opening
from services_directory.presenters.words import Tag


@dataclass(frozen=True)
class Keep:
    """The address that puts a service on the visitor's list or, when `kept`, takes it off."""

    url: str
    kept: bool


@dataclass(frozen=True)
class ServiceRow:
    """What a list shows. `where`: distance, area or nation, in words. `keep`: in the finder."""

    id: str
    name: str
    url: str
    provider: str
    summary: str
    phone: str
    where: str
    tags: tuple[Tag, ...]
    checked: Tag
    keep: Keep | None = None

    @property
    def has_loud_tags(self) -> bool:
        return any(tag.colour != "grey" for tag in self.tags)


def row(service: Service, at: datetime | None = None, place: Place | None = None) -> ServiceRow:
    """Return the row of a service fetched `with_parts()`. `at`: local time, default now."""
    at = at or timezone.localtime()
    return ServiceRow(
        id=str(service.pk),
        name=service.name,
        url=service.get_absolute_url(),
        provider=service.organization.name,
        summary=service.summary,
        phone=next((phone.number for phone in service.phones.all()), ""),
        where=where(service, place),
        tags=tuple(tags(service, at)),
        checked=words.checked(service, at.date()),
    )


def tags(service: Service, at: datetime) -> list[Tag]:
    """Return what decides: closed or open, cost, who may ask, how, how long to wait."""
    found = [_open_or_closed(service, at), Tag(words.cost(service)), _asking(service)]
    found.append(Tag(words.modes(service)))
    found.append(Tag(words.waiting(service, at.date()), "info"))
    return [tag for tag in found if tag.text]


def _open_or_closed(service: Service, at: datetime) -> Tag:
    if closure := words.closure(service, at.date()):
        return Tag(closure, "warn")
    state = opening(service, at)
    return Tag(state.words if state.is_open else "", "ok")


def _asking(service: Service) -> Tag:
    routes = service.referral_routes
    if ReferralRoute.SELF in routes:
        return Tag("Ask for it yourself")
    if ReferralRoute.FAMILY in routes:
        return Tag("Family or a friend can ask")
    return Tag("A professional must ask" if routes else "")


def where(service: Service, place: Place | None) -> str:
    """Return distance and area in words: real places have a distance, the rest an area."""
    locations = [each.location for each in service.service_at_locations.all()]
    near = words.nearest(locations, place) if place else None
    parts = []
    if near:
        town = words.town(near[1])
        parts.append(f"{words.miles(near[0])}{f', {town}' if town else ''}")
    if not near or service.national:
        parts.append(_reach(service, place))
    text = "; ".join(part for part in parts if part)
    return text[:1].upper() + text[1:]


def _reach(service: Service, place: Place | None) -> str:
    if service.national:
        return "national helpline" if service.mode_phone else "national service"
    areas = [each.area for each in service.service_areas.all() if each.area]
    if place and any(area.code in place.area_codes for area in areas):
        return "covers your area"
    return f"for {', '.join(area.name for area in areas)}" if areas else ""
