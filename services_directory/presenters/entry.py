"""A service as a page of its own."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.urls import NoReverseMatch, reverse
from django.utils import timezone

from services_directory.choices import LocationType, ReferralRoute
from services_directory.models import CostOption, Location, Service
from services_directory.presenters import words
from services_directory.presenters.times import Opening, Times, day, opening, timetable
from services_directory.presenters.words import Tag


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
class Line:
    """A number with what it is for."""

    label: str
    number: str


@dataclass(frozen=True)
class Person:
    """Somebody to ask for by name or role."""

    name: str
    title: str
    number: str
    email: str


@dataclass(frozen=True)
class Entry:
    """All that the public page shows, and no model: nothing in it is for staff alone."""

    id: UUID
    name: str
    summary: str
    description: str
    provider: str
    provider_url: str
    url: str
    email: str
    alert: str
    closure: str
    phones: list[Line]
    contacts: list[Person]
    steps: tuple[str, ...]
    who_may_ask: str
    waiting: str
    button: Button | None
    opening: Opening
    always_open: bool
    times: list[Times]
    shut_on_bank_holidays: bool
    sessions_url: str
    places: list[Place]
    without_place: str
    areas: str
    modes: str
    cost: str
    prices: list[str]
    eligibility: str
    ages: str
    terms: list[tuple[str, str]]
    languages: str
    checked: Tag
    checked_by: str
    what_was_checked: str

    @property
    def opening_colour(self) -> str:
        """The colour of the tag beside the phone number."""
        return "ok" if self.opening.is_open else "grey"

    @property
    def to_ask(self) -> str:
        return words.to_ask(self.phones)

    @property
    def report_url(self) -> str:
        return reverse("problem_report", args=[self.id])

    @property
    def breadcrumb(self) -> list[tuple[str, str]]:
        return [("Home", "/"), ("Find services", reverse("services"))]


def entry(service: Service, at: datetime | None = None) -> Entry:
    """Return the words of the entry page at the local time `at`, default now."""
    at = at or timezone.localtime()
    today = at.date()
    return Entry(
        id=service.pk,
        name=service.name,
        summary=service.summary,
        description=service.description,
        provider=service.organization.name,
        provider_url=service.organization.website,
        url=service.url,
        email=service.email,
        alert=service.alert,
        closure=words.closure(service, today),
        phones=[Line(each.description, each.number) for each in service.phones.all()],
        contacts=_people(service),
        steps=_steps(service),
        who_may_ask=words.who_may_ask(service),
        waiting=_waiting(service),
        button=_button(service),
        opening=opening(service, at),
        always_open=service.open_24_hours,
        times=timetable(service.schedules.all(), today),
        shut_on_bank_holidays=_shut_on_bank_holidays(service),
        sessions_url=_sessions_url(service),
        places=[_place(each.location) for each in service.service_at_locations.all()],
        without_place=_without_place(service),
        areas=_areas(service),
        modes=words.modes(service),
        cost=words.cost(service),
        prices=_prices(service, today),
        eligibility=service.eligibility_description,
        ages=words.ages(service),
        terms=_terms(service),
        languages=", ".join(_with_note(each.name, each.note) for each in service.languages.all()),
        checked=words.checked(service, today),
        checked_by=service.assurer_role,
        what_was_checked=service.checked,
    )


def _people(service: Service) -> list[Person]:
    people = service.contacts.all()
    return [Person(each.name, each.title, each.number, each.email) for each in people]


def _steps(service: Service) -> tuple[str, ...]:
    return tuple(filter(None, map(str.strip, service.application_process.splitlines())))


def _waiting(service: Service) -> str:
    """Return "About 3 weeks. Said on 4 November 2026.", or nothing when no day is stated."""
    stated, said = service.wait_stated_on, service.wait_time.rstrip(".")
    if not said and service.wait_weeks is not None:
        said = words.weeks(service.wait_weeks)
    return f"{said[0].upper()}{said[1:]}. Said on {day(stated)}." if said and stated else ""


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


def _without_place(service: Service) -> str:
    """Where it is given when there is no place to go to."""
    if service.mode_home_visit:
        return "They come to you."
    remote = service.mode_phone or service.mode_online
    asks = service.mode_in_person or not remote
    return f"{words.to_ask(service.phones.all())} where." if asks else "You need not travel."


def _shut_on_bank_holidays(service: Service) -> bool:
    """Say whether there are times that do not hold on bank holidays."""
    lasting = [each for each in service.schedules.all() if not each.single_day]
    return not all(each.open_on_bank_holidays for each in lasting)


def _sessions_url(service: Service) -> str:
    """Where the calendar of its sessions is, if it has any."""
    return reverse("service_sessions", args=[service.pk]) if service.schedules.all() else ""


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
