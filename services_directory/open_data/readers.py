"""Read single values from the query. Each raises BadParameter with words that put it right."""

import re
from datetime import datetime, time
from uuid import UUID

from django.utils import timezone
from django.utils.dateparse import parse_datetime, parse_time

DAYS = {
    "MO": "monday", "TU": "tuesday", "WE": "wednesday", "TH": "thursday", "FR": "friday",
    "SA": "saturday", "SU": "sunday",
}  # fmt: skip
_BOOLEANS = {"true": True, "1": True, "false": False, "0": False}
_UUID = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", re.IGNORECASE)
_TIME = re.compile(r"[0-9]{2}:[0-9]{2}(:[0-9]{2})?", re.ASCII)
# A plus sign that nobody escaped arrives as a blank: 2026-11-22T10:00:00 01:00.
_LOST_PLUS = re.compile(r"(T[0-9:.]+) ([0-9]{2}:?[0-9]{2})$")
_LONGEST_NUMBER = 7
_YEARS = range(1900, 3000)


class BadParameter(ValueError):
    """A value that cannot be understood. Its text is for the person who wrote the request."""


def whole_number(name: str, text: str, least: int, most: int) -> int:
    """Return the number; raise BadParameter unless it is whole and within the two limits."""
    is_number = text.isascii() and text.isdecimal() and len(text) <= _LONGEST_NUMBER
    if not is_number or not least <= int(text) <= most:
        raise BadParameter(f"{name} must be a whole number from {least} to {most}.")
    return int(text)


def yes_or_no(name: str, text: str) -> bool:
    """Return the boolean; raise BadParameter unless it is true or false."""
    if text.lower() not in _BOOLEANS:
        raise BadParameter(f"{name} must be true or false.")
    return _BOOLEANS[text.lower()]


def key(name: str, text: str) -> UUID:
    """Return the UUID; raise BadParameter unless it is one in its usual form."""
    if not _UUID.fullmatch(text):
        raise BadParameter(f"{name} must be a UUID.")
    return UUID(text)


def moment(name: str, text: str) -> datetime:
    """Return a time with its zone, that of the site when none is given; a day is its start."""
    try:
        found = parse_datetime(_LOST_PLUS.sub(r"\1+\2", text))
    except ValueError:
        found = None
    if found is None or found.year not in _YEARS:
        raise BadParameter(f"{name} must be a date and time such as 2026-11-22T10:00:00Z.")
    return timezone.make_aware(found) if timezone.is_naive(found) else found


def clock(name: str, text: str) -> time:
    """Return a local time of day; raise BadParameter unless it is HH:MM or HH:MM:SS."""
    try:
        found = parse_time(text) if _TIME.fullmatch(text) else None
    except ValueError:
        found = None
    if found is None:
        raise BadParameter(f"{name} must be a time of day such as 09:30.")
    return found


def weekday(name: str, text: str) -> str:
    """Return MO to SU for a day in two letters, three or in full; raise BadParameter otherwise."""
    for code, day in DAYS.items():
        if text.lower() in {code.lower(), day[:3], day}:
            return code
    raise BadParameter(f"{name} must be a day of the week such as MO or Monday.")
