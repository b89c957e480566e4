"""Recurring times, as RFC 5545 as far as ours go."""

import re
from datetime import date
from typing import Any

from services_directory.choices import Frequency
from services_directory.imports.cleaning import days, numbers, times, words
from services_directory.imports.cleaning.fields import Fields, Notes, filled, limit, once, part_key
from services_directory.imports.cleaning.parts import dates
from services_directory.imports.records import Json
from services_directory.models import Schedule

NO_TIMES = "A time without days or hours was left out."
DAY_FROM_DATE = "The day of the week was read from the first date."
NOT_OURS = "A time that recurs in a way that can't be kept was left out."
NO_FIRST_DAY = "A time every few weeks without a first day was taken as every week."
ATTENDING_WORDS = "How to attend a time was kept as its description."
_PLAIN = re.compile(r"[A-Z]{2}(,[A-Z]{2})*")


def schedules(rows: list[Json], owner: str, places: dict[str, str], notes: Notes) -> list[Json]:
    """Return the times that can be kept. `places`: location by key of service at location."""
    found = [_schedule(raw, owner, places, notes) for raw in rows]
    return once([each for each in found if each], notes)


def _schedule(raw: Json, owner: str, places: dict[str, str], notes: Notes) -> Json:
    fields = Fields(raw, notes)
    link = fields.key("service_at_location_id")
    data = filled(
        service_id=owner,
        service_at_location_id=link,
        location_id=fields.key("location_id") or places.get(link, ""),
        dtstart=fields.clean(times.day, "dtstart"),
        opens_at=fields.clean(times.clock, "opens_at", "open_at"),
        closes_at=fields.clean(times.clock, "closes_at"),
        **dates(fields),
    )
    data |= _recurrence(fields, data)
    data |= _manner(fields)
    if _truth(fields.raw_value("fd_open_on_bank_holidays")):
        data["fd_open_on_bank_holidays"] = True
    fields.ignore("timezone", "wkst", "schedule_link")
    impossible = fields.raw_value("bymonthday", "byyearday", "byweekno", "count", "until")
    fields.note_the_rest()
    if not {"byday", "opens_at", "closes_at"} <= data.keys():
        notes.add(NO_TIMES)
        return {}
    if (impossible is not None and data["freq"] != Frequency.WEEKLY) or "freq" not in data:
        notes.add(NOT_OURS)
        return {}
    return {"id": part_key(raw, owner, "schedules", data)} | data


def _recurrence(fields: Fields, data: Json) -> Json:
    """Return freq, interval and byday that agree with each other."""
    freq = fields.line(20, "freq").upper()
    byday = fields.clean(days.byday, "byday")
    interval, note = numbers.whole(fields.raw_value("interval"), 60)
    fields.notes.add(note)
    if freq == "DAILY" and interval in (None, 1):
        return {"freq": "WEEKLY", "interval": 1, "byday": byday or ",".join(days.CODES)}
    if not byday:
        byday = _day_of(fields, data)
    if freq in {"", "WEEKLY"}:
        freq = "WEEKLY" if _PLAIN.fullmatch(byday) or not byday else "MONTHLY"
    if freq not in Frequency.values:
        return filled(byday=byday)
    if (interval or 1) > 1 and "dtstart" not in data:
        fields.notes.add(NO_FIRST_DAY)
        interval = 1
    return filled(freq=freq, interval=interval or 1, byday=byday)


def _day_of(fields: Fields, data: Json) -> str:
    """A weekly time without days recurs on the day of its first date, says RFC 5545."""
    single = data.get("valid_from") if data.get("valid_from") == data.get("valid_to") else None
    first = single or data.get("dtstart")
    if not first:
        return ""
    fields.notes.add(DAY_FROM_DATE)
    return days.CODES[date.fromisoformat(str(first)).weekday()]


def _manner(fields: Fields) -> Json:
    """Return attending_type when it is one of ours; other words join the description."""
    longest = limit(Schedule, "description")
    said = fields.line(longest, "attending_type")
    found = words.modes(said)
    parts = [fields.line(longest, "description"), fields.line(longest, "notes")]
    if said and len(found) != 1:
        fields.notes.add(ATTENDING_WORDS)
        parts.append(said)
    text = ". ".join(dict.fromkeys(each.rstrip(".") for each in parts if each))
    if len([each for each in parts if each]) == 1:
        text = next(each for each in parts if each)
    return filled(attending_type=found[0] if len(found) == 1 else "", description=text[:longest])


def _truth(value: Any) -> bool:
    return str(value).lower() in {"true", "1", "yes", "open"}
