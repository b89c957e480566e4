"""Dates of courses and classes as calendar files."""

from collections.abc import Callable, Iterable
from datetime import UTC, datetime

from icalendar import Event

from content.learning.models import LearningSession
from content.learning.wording import cost_words, where_words
from portal.hours.calendars import LONDON, new_calendar

PRODUCT = "-//Front Door//Learning catalogue//EN"


def calendar(
    sessions: Iterable[LearningSession], name: str, absolute: Callable[[str], str]
) -> bytes:
    """Return a VCALENDAR of the dates. `absolute` makes a full address of a path."""
    calendar = new_calendar(name, PRODUCT)
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
