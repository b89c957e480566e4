"""Times of day, days and moments."""

import re
from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

from services_directory.imports.cleaning.text import Cleaned, line

BAD_TIME = "A time of day that can't be read was left out."
ZONED_TIME = "A time of day with a time zone was taken as the time on the clock here."
BAD_DATE = "A date that can't be was left out."
BAD_MOMENT = "A date and time that can't be read was left out."
NO_ZONE = "Time zone missing: taken as Europe/London."
_LONDON = ZoneInfo("Europe/London")
_CLOCK = re.compile(
    r"(?:\d{4}-\d\d-\d\d[T ])?(\d{1,2})(?:[:.h](\d\d))?(?::(\d\d)(?:[.,]\d{1,9})?)?"
    r"\s*([ap])?\.?(?:m\.?)?\s*(z|utc|gmt|bst|[+-]\d\d:?\d\d)?",
    re.IGNORECASE | re.ASCII,
)
_WORDS = {"noon": "12:00:00", "midday": "12:00:00", "midnight": "00:00:00"}
_BRITISH = re.compile(r"(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})(?:[ T].*)?", re.ASCII)
_ISO = re.compile(r"(\d{4})-(\d\d)-(\d\d)(?:[ T].*)?", re.ASCII)
_YEARS = range(1971, 2200)  # 1970-01-01, 0001-01-01 and 9999-12-31 stand for nothing


def clock(value: object) -> Cleaned:
    """Return HH:MM:SS on the clock here for 9:00, 09:00:00Z, 9am, 9.30pm, noon."""
    text, _ = line(value)
    if not text:
        return "", ""
    if text.casefold() in _WORDS:
        return _WORDS[text.casefold()], ""
    match = _CLOCK.fullmatch(text)
    found = _reckoned(match) if match else ""
    if not match or not found:
        return "", BAD_TIME
    return found, ZONED_TIME if match[5] else ""


def day(value: object) -> Cleaned:
    """Return YYYY-MM-DD for a date in ISO or British order, its time of day left off."""
    text, _ = line(value)
    if not text:
        return "", ""
    if match := _ISO.fullmatch(text):
        return _date(match[1], match[2], match[3])
    if match := _BRITISH.fullmatch(text):
        return _date(match[3], match[2], match[1])
    return "", BAD_DATE


def moment(value: object) -> Cleaned:
    """Return a moment in UTC as RFC 3339; one without a zone is taken as London's."""
    text, _ = line(value)
    if not text:
        return "", ""
    try:
        found = datetime.fromisoformat(re.sub(r"(\.\d{6})\d+", r"\1", text))
    except ValueError:
        return "", BAD_MOMENT
    if found.year not in _YEARS:
        return "", BAD_DATE
    note = "" if found.tzinfo else NO_ZONE
    local = found if found.tzinfo else found.replace(tzinfo=_LONDON)
    return local.astimezone(UTC).isoformat(timespec="microseconds"), note


def past_day(value: object, today: date) -> Cleaned:
    """Return a day that is not to come."""
    found, note = day(value)
    return ("", BAD_DATE) if found and date.fromisoformat(found) > today else (found, note)


def _reckoned(match: re.Match[str]) -> str:
    hour, minute, second = (int(match[at] or 0) for at in (1, 2, 3))
    half = (match[4] or "").lower()
    bare = not (match[2] or half)
    if bare or minute > 59 or second > 59 or (half and not 1 <= hour <= 12):
        return ""
    if half:
        hour = hour % 12 + (12 if half == "p" else 0)
    if hour == 24 and not minute and not second:
        hour = 0
    return f"{hour:02}:{minute:02}:{second:02}" if hour < 24 else ""


def _date(year: str, month: str, number: str) -> Cleaned:
    try:
        found = date(int(year), int(month), int(number))
    except ValueError:
        return "", BAD_DATE
    return (found.isoformat(), "") if found.year in _YEARS else ("", BAD_DATE)
