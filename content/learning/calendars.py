"""Dates as calendar files (RFC 5545, with the name and refresh of RFC 7986)."""

from collections.abc import Callable, Iterable
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from icalendar import Calendar, Event, Timezone
from icalendar.prop import vDuration

from content.learning.models import LearningSession
from content.learning.wording import cost_words, where_words

LONDON = ZoneInfo("Europe/London")
# Summer time from the last Sunday of March, 1am GMT, to the last of October (SI 2002/262). Told in
# every file, so that a feed without dates has the one component that it must have.
LONDON_RULES = """BEGIN:VTIMEZONE
TZID:Europe/London
BEGIN:DAYLIGHT
DTSTART:20020331T010000
RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU
TZNAME:BST
TZOFFSETFROM:+0000
TZOFFSETTO:+0100
END:DAYLIGHT
BEGIN:STANDARD
DTSTART:20021027T020000
RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU
TZNAME:GMT
TZOFFSETFROM:+0100
TZOFFSETTO:+0000
END:STANDARD
END:VTIMEZONE
"""
PRODUCT = "-//Front Door//Learning catalogue//EN"
REFRESH = vDuration(timedelta(hours=12))


def calendar(
    sessions: Iterable[LearningSession], name: str, absolute: Callable[[str], str]
) -> bytes:
    """Return a VCALENDAR of the dates. `absolute` makes a full address of a path."""
    calendar = Calendar()
    calendar.add("PRODID", PRODUCT)
    calendar.add("VERSION", "2.0")
    for property_name in ("NAME", "X-WR-CALNAME"):
        calendar.add(property_name, name)
    for property_name in ("REFRESH-INTERVAL", "X-PUBLISHED-TTL"):
        calendar.add(property_name, REFRESH, parameters={"VALUE": "DURATION"})
    calendar.add_component(Timezone.from_ical(LONDON_RULES))
    for session in sessions:
        calendar.add_component(event(session, absolute))
    return calendar.to_ical()


def event(session: LearningSession, absolute: Callable[[str], str]) -> Event:
    """Return the date as a VEVENT, told as off when it is cancelled or postponed."""
    offering, off = session.offering, not session.takes_place
    words = f"{session.get_status_display()}: {offering.title}" if off else offering.title
    event = Event()
    event.add("UID", str(session.uid))
    event.add("SEQUENCE", session.sequence)
    event.add("DTSTAMP", _changed(session))
    event.add("LAST-MODIFIED", _changed(session))
    event.add("DTSTART", session.starts.astimezone(LONDON))
    event.add("DTEND", session.ends.astimezone(LONDON))
    event.add("SUMMARY", words)
    event.add("LOCATION", where_words(session))
    event.add("DESCRIPTION", _description(session))
    event.add("URL", absolute(offering.get_absolute_url()))
    event.add("STATUS", "CANCELLED" if off else "CONFIRMED")
    event.add("TRANSP", "TRANSPARENT" if off else "OPAQUE")
    return event


def _changed(session: LearningSession) -> datetime:
    """When the date or the offering's words last changed; without METHOD, DTSTAMP says the same."""
    published = session.offering.last_published_at
    return max(filter(None, [session.changed, published])).astimezone(UTC)


def _description(session: LearningSession) -> str:
    offering = session.offering
    lines = [
        session.note,
        offering.summary,
        f"Provided by {offering.provider}. {cost_words(offering)}.",
    ]
    return "\n".join(line for line in lines if line)
