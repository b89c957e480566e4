"""Short words for what decides: cost, wait, check, distance, who may ask."""

from collections.abc import Collection, Sized
from dataclasses import dataclass
from datetime import date

from portal.places.queries import KM_PER_MILE, Place, distance_km
from services_directory.assurance.freshness import freshness
from services_directory.choices import Cost, Freshness, LocationType, ReferralRoute
from services_directory.models import Location, Service
from services_directory.presenters.times import day, day_this_year


@dataclass(frozen=True)
class Tag:
    """A few words with a colour of components/tag.html."""

    text: str
    colour: str = "grey"


def checked(service: Service, today: date) -> Tag:
    """Return when the entry was last checked and what that is worth: green, amber or red."""
    when = service.assured_date
    if when is None:
        return Tag("Not checked yet: ask first", "urgent")
    light = freshness(when, today)
    if light == Freshness.RED:
        return Tag(f"Not checked since {day(when)}: ask first", "urgent")
    if light == Freshness.AMBER:
        return Tag(f"Checked {day(when)}, due again", "warn")
    return Tag(f"Checked {day(when)}", "ok")


def by_role(role: str) -> str:
    """Return a role in a sentence: "by the nurse manager", "by the GP lead"."""
    if not role:
        return ""
    first = role.split()[0]
    lower = role[0].lower() + role[1:]
    if first in {"The", "A", "An"}:
        return f"by {lower}"
    return f"by the {role if first in {'St', 'Dr'} or first[1:2].isupper() else lower}"


def cost(service: Service) -> str:
    """Return the cost in a few words, always."""
    return str(Cost(service.cost).label) if service.cost else "Cost not stated: ask first"


def waiting(service: Service, today: date) -> str:
    """Return "Waiting about 3 weeks, said on 4 November", or nothing when nobody has said."""
    if service.wait_stated_on is None or service.wait_weeks is None:
        return ""
    stated = day_this_year(service.wait_stated_on, today)
    return f"Waiting {weeks(service.wait_weeks)}, said on {stated}"


def weeks(number: int) -> str:
    """Return "about 3 weeks"."""
    return {0: "less than a week", 1: "about 1 week"}.get(number, f"about {number} weeks")


def closure(service: Service, today: date) -> str:
    """Return the words of a temporary closure, under way or to come; nothing without one."""
    if service.closed_to and service.closed_to < today:
        return ""
    start, end = service.closed_from, service.closed_to
    if service.is_closed_on(today):
        return f"Closed until the end of {day(end)}" if end else "Closed for now"
    if start and end:
        return f"Will be closed from {day(start)} to {day(end)}"
    return f"Closes for a time on {day(start)}" if start else ""


def modes(service: Service) -> str:
    """Return "In person and online", or nothing."""
    return _listed([str(mode.label) for mode in service.modes])


def who_may_ask(service: Service) -> str:
    """Return one sentence on who may ask for the service."""
    routes = service.referral_routes
    if not routes:
        return f"{to_ask(service.phones.all())} how to get this help."
    if ReferralRoute.SELF in routes:
        others = [_ASKERS[route] for route in routes if route != ReferralRoute.SELF]
        return f"You can ask for it yourself{_so_can(others)}."
    askers = _listed([_ASKERS[route] for route in routes], "or", lower=False)
    return f"{_capital(askers)} must ask for you."


_ASKERS = {
    ReferralRoute.FAMILY: "family or a friend",
    ReferralRoute.PROFESSIONAL: "a professional such as a nurse or social worker",
    ReferralRoute.GP: "your GP",
}


def to_ask(phones: Sized) -> str:
    """Return "Ring to ask", or "Ask" where there is no number to ring."""
    return "Ring to ask" if len(phones) else "Ask"


def ages(service: Service) -> str:
    """Return "Aged 18 or over", "Aged 5 to 16", "Aged 30 or under", or nothing."""
    low, high = service.minimum_age or None, service.maximum_age
    if low and high is not None:
        return f"Aged {low} to {high}"
    if low:
        return f"Aged {low} or over"
    return f"Aged {high} or under" if high is not None else ""


def miles(km: float) -> str:
    """Return "about 2.3 miles away"."""
    distance = km / KM_PER_MILE
    if distance < 0.5:
        return "less than half a mile away"
    figure = f"{distance:.1f}".removesuffix(".0")
    return "about 1 mile away" if figure == "1" else f"about {figure} miles away"


def nearest(locations: Collection[Location], place: Place) -> tuple[float, Location] | None:
    """Return kilometres and the nearest real place, by public coordinates; None without one."""
    here = (place.latitude, place.longitude)
    found = [
        (distance_km(here, (each.public_latitude, each.public_longitude)), each)
        for each in locations
        if each.location_type == LocationType.PHYSICAL
        and each.public_latitude is not None
        and each.public_longitude is not None
    ]
    return min(found, key=lambda pair: pair[0]) if found else None


def town(location: Location) -> str:
    """Return the town of a place; only the outward code when the address is confidential."""
    address = next(iter(location.addresses.all()), None)
    if address is None:
        return ""
    return address.outcode if location.is_confidential else address.city


def _so_can(others: list[str]) -> str:
    return f". {_capital(_listed(others, lower=False))} can ask too" if others else ""


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def _listed(words: list[str], join: str = "and", *, lower: bool = True) -> str:
    if lower:
        words = words[:1] + [word[0].lower() + word[1:] for word in words[1:]]
    if len(words) < 2:
        return "".join(words)
    return f"{', '.join(words[:-1])} {join} {words[-1]}"
