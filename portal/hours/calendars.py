"""The frame of a calendar file: RFC 5545, with the name and refresh of RFC 7986."""

from datetime import timedelta
from zoneinfo import ZoneInfo

from icalendar import Calendar, Timezone
from icalendar.prop import vDuration

LONDON = ZoneInfo("Europe/London")
CALENDAR_TYPE = "text/calendar; charset=utf-8"
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
_REFRESH = vDuration(timedelta(hours=12))


def new_calendar(name: str, product: str) -> Calendar:
    """Return a VCALENDAR without dates. `product`: its PRODID."""
    calendar = Calendar()
    calendar.add("PRODID", product)
    calendar.add("VERSION", "2.0")
    for property_name in ("NAME", "X-WR-CALNAME"):
        calendar.add(property_name, name)
    for property_name in ("REFRESH-INTERVAL", "X-PUBLISHED-TTL"):
        calendar.add(property_name, _REFRESH, parameters={"VALUE": "DURATION"})
    calendar.add_component(Timezone.from_ical(LONDON_RULES))
    return calendar
