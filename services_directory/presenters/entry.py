"""A service as a page of its own."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from django.urls import NoReverseMatch, reverse
from django.utils import timezone

from services_directory.choices import LocationType, ReferralRoute
from services_directory.models import CostOption, Location, Service
from services_directory.presenters import words
from services_directory.presenters.times import Opening, Times, day, opening, timetable
from services_directory.presenters.words import Tag

# Until entries have a form of their own.
REPORT_URL = "/contact-us/"


@dataclass(frozen=True)
class Place:
    """Where to go. A private place has only its outward code."""

    name: str
    lines: tuple[str, ...]
    how_to_get_there: str
    access: tuple[str, ...]


@dataclass(frozen=True)
class Button:
    text: str
    url: str


@dataclass(frozen=True)
class Entry:
    """All that the public page shows. Nothing in it is for staff alone."""

    service: Service
    closure: str
    steps: tuple[str, ...]
    who_may_ask: str
    waiting: str
    button: Button | None
    opening: Opening
    times: list[Times]
    places: list[Place]
    areas: str
    modes: str
    cost: str
    prices: list[str]
    ages: str
    terms: list[tuple[str, str]]
    languages: str
    checked: Tag
    report_url: str = REPORT_URL

    @property
    def opening_colour(self) -> str:
        """The colour of the tag beside the phone number."""
        return "ok" if self.opening.is_open else "grey"

    @property
    def without_place(self) -> str:
        """Where it is given when there is no place to go to."""
        if self.service.mode_home_visit:
            return "They come to you."
        remote = self.service.mode_phone or self.service.mode_online
        in_person = self.service.mode_in_person
        return "Ring to ask where." if in_person or not remote else "You need not travel."

    @property
    def breadcrumb(self) -> list[tuple[str, str]]:
        return [("Home", "/"), ("Find services", reverse("services"))]


def entry(service: Service, at: datetime | None = None) -> Entry:
    """Return the words of the entry page at the local time `at`, default now."""
    at = at or timezone.localtime()
    today = at.date()
    return Entry(
        service=service,
        closure=words.closure(service, today),
        steps=tuple(filter(None, map(str.strip, service.application_process.splitlines()))),
        who_may_ask=words.who_may_ask(service),
        waiting=words.waiting(service, today) if not service.wait_time else _waiting(service),
        button=_button(service),
        opening=opening(service, at),
        times=timetable(service.schedules.all()),
        places=[_place(each.location) for each in service.service_at_locations.all()],
        areas=_areas(service),
        modes=words.modes(service),
        cost=words.cost(service),
        prices=_prices(service, today),
        ages=words.ages(service),
        terms=_terms(service),
        languages=", ".join(_with_note(each.name, each.note) for each in service.languages.all()),
        checked=words.checked(service, today),
    )


def _waiting(service: Service) -> str:
    stated = service.wait_stated_on
    return f"{service.wait_time.rstrip('.')}. Said on {day(stated)}." if stated else ""


def _button(service: Service) -> Button | None:
    """Return the way into the portal's own form, when the service has one."""
    if not service.pathway:
        return None
    try:
        url = reverse("referral_start", args=[service.pathway])
    except NoReverseMatch:
        return None
    own = ReferralRoute.SELF in service.referral_routes
    return Button("Ask for this help" if own else "Refer someone", url)


def _place(location: Location) -> Place:
    if location.is_confidential:
        outcode = words.town(location)
        private = f"In the {outcode} area. The address is private: you are told it when you book."
        return Place("A private address", (private,), "", _access(location))
    address = next(iter(location.addresses.all()), None)
    lines: Iterable[str] = ()
    if address and location.location_type != LocationType.VIRTUAL:
        lines = (address.address_1, address.address_2, address.city, address.postal_code)
    return Place(
        location.name,
        tuple(filter(None, lines)),
        location.transportation,
        _access(location),
    )


def _access(location: Location) -> tuple[str, ...]:
    return tuple(each.description for each in location.accessibility.all())


def _areas(service: Service) -> str:
    if service.national:
        return "Anywhere in the United Kingdom."
    names = [each.name for each in service.service_areas.all()]
    return f"For people who live in {', '.join(names)}." if names else ""


def _prices(service: Service, today: date) -> list[str]:
    if service.fees_description:
        return [service.fees_description]
    prices = [_price(each) for each in service.cost_options.all() if each.holds_on(today)]
    return [price for price in prices if price]


def _price(price: CostOption) -> str:
    pounds = f"£{price.amount:.2f}".removesuffix(".00") if price.amount else ""
    said = ", ".join(filter(None, [pounds, price.amount_description]))
    return f"{price.option}: {said}" if said else ""


def _terms(service: Service) -> list[tuple[str, str]]:
    """Return (taxonomy, its terms) in the order of the taxonomies' own keys."""
    found: dict[str, list[str]] = {}
    for attribute in service.attributes.all():
        term = attribute.taxonomy_term
        found.setdefault(term.taxonomy.name, []).append(term.name)
    return [(name, ", ".join(terms)) for name, terms in found.items()]


def _with_note(name: str, note: str) -> str:
    return f"{name} ({note})" if note else name
