"""The sessions of a service as a calendar file (RFC 5545), one event a schedule."""

from collections.abc import Callable
from datetime import UTC, date, datetime, time, timedelta

from icalendar import Calendar, Event

from portal.hours.calendars import LONDON, new_calendar
from portal.hours.rules import Rule
from services_directory.models import Location, Schedule, Service
from services_directory.presenters import words
from services_directory.presenters.times import day

PRODUCT = "-//Front Door//Service directory//EN"
DAYS_AHEAD = 365


def sessions_calendar(service: Service, today: date, absolute: Callable[[str], str]) -> bytes:
    """Return a VCALENDAR of the coming year. `service` is fetched with everything.

    Bank holidays and days of a temporary closure are left out by EXDATE. It ends after a year: by
    then somebody has to look again.
    """
    calendar: Calendar = new_calendar(service.name, PRODUCT)
    for schedule in service.schedules.all():
        if event := _event(service, schedule, today, absolute):
            calendar.add_component(event)
    return calendar.to_ical()


def open_days(service: Service, rule: Rule, first: date, last: date) -> list[date]:
    """Return the days from first to last with a session; see portal.hours.rules."""
    return [each for each in rule.days(first, last) if not service.is_closed_on(each)]


def _event(
    service: Service, schedule: Schedule, today: date, absolute: Callable[[str], str]
) -> Event | None:
    rule, last = schedule.as_rule(), today + timedelta(days=DAYS_AHEAD)
    held = open_days(service, rule, today, last)
    if not held:
        return None
    event = Event()
    event.add("UID", str(schedule.pk))
    event.add("DTSTAMP", service.last_modified.astimezone(UTC))
    start, end = rule.opens_at, rule.closes_at
    overnight = timedelta(days=1 if end <= start else 0)
    event.add("DTSTART", _moment(held[0], start))
    event.add("DTEND", _moment(held[0] + overnight, end))
    event.add("RRULE", _recurrence(rule, held[-1]))
    if dropped := sorted(set(rule.recurrences(held[0], held[-1])) - set(held)):
        event.add("EXDATE", [_moment(each, start) for each in dropped])
    event.add("SUMMARY", service.name)
    if where := _where(service, schedule):
        event.add("LOCATION", where)
    event.add("DESCRIPTION", _description(service, schedule))
    event.add("URL", absolute(service.get_absolute_url()))
    return event


def _recurrence(rule: Rule, last: date) -> dict[str, object]:
    """UNTIL is a time in UTC, as RFC 5545 asks beside a DTSTART with a zone."""
    return {
        "FREQ": rule.freq,
        "UNTIL": _moment(last, rule.opens_at).astimezone(UTC),
        "INTERVAL": rule.interval,
        "BYDAY": rule.byday.split(","),
    }


def _moment(when: date, at: time) -> datetime:
    return datetime.combine(when, at, tzinfo=LONDON)


def _where(service: Service, schedule: Schedule) -> str:
    """Return one place in words; only the outward code of a private one."""
    places = [each.location for each in service.service_at_locations.all()]
    location = schedule.location or (places[0] if len(places) == 1 else None)
    return _address(location) if location else ""


def _address(location: Location) -> str:
    if location.is_confidential:
        return f"{words.town(location)} area. The address is private: ask when you book."
    address = next(iter(location.addresses.all()), None)
    lines = [address.address_1, address.city, address.postal_code] if address else []
    return ", ".join(filter(None, [location.name, *lines]))


def _description(service: Service, schedule: Schedule) -> str:
    phone = next((each.number for each in service.phones.all()), "")
    lines = [
        schedule.description,
        service.summary,
        f"Ring before you go the first time: {phone}" if phone else "",
        f"Last checked {day(service.assured_date)}" if service.assured_date else "",
    ]
    return "\n".join(filter(None, lines))
