"""Opening hours as people write them in one cell: Mon-Fri 09:00-17:00; Sat 10:00-12:00."""

import re
from dataclasses import dataclass, field

from services_directory.imports.cleaning.days import byday
from services_directory.imports.cleaning.times import clock
from services_directory.imports.records import Json

_ALWAYS = re.compile(r"24 ?/ ?7|24 hours(?: a day)?|(?:open )?day and night|always(?: open)?")
_NEVER = re.compile(r".*\bclosed|by appointment|varies|please (?:ring|call).*")
_CLOCK = r"\d{1,2}(?:[:.]\d\d)?(?:\s*[ap]\.?m\.?)?|noon|midday|midnight"
_SPAN = re.compile(rf"({_CLOCK})\s*(?:-|\u2013|\u2014|to|until|till)\s*({_CLOCK})", re.IGNORECASE)
_HALF = re.compile(r"[ap]\.?m\.?$", re.IGNORECASE)


@dataclass
class Hours:
    """What was read: times, whether it never closes, and the pieces nobody can read."""

    schedules: list[Json] = field(default_factory=list)
    always: bool = False
    unread: list[str] = field(default_factory=list)


def read_hours(text: str) -> Hours:
    """Read pieces with ; or a new line between. A piece without days has those of the one before.

    A piece such as "Sun closed" is understood and says nothing more.
    """
    made = Hours()
    before = ""
    for piece in filter(None, (each.strip(" .,") for each in re.split(r"[;\n]", text))):
        if _ALWAYS.fullmatch(piece.lower()):
            made.always = True
        elif _NEVER.fullmatch(piece.lower()):
            continue
        else:
            before = _read(piece, before, made)
    return made


def _read(piece: str, before: str, made: Hours) -> str:
    """Read one piece into `made`; return the days it is about."""
    spans = list(_SPAN.finditer(piece))
    words = piece[: spans[0].start()] if spans else piece
    days, unreadable = byday(words.strip(" :,-").lower()) if words.strip(" :,-") else (before, "")
    found = [_span(span[1], span[2]) for span in spans]
    rest = _SPAN.sub("", piece[len(words) :]).strip(" ,&").lower() if spans else ""
    if not days or unreadable or not found or not all(found) or rest.strip("and ,&") != "":
        made.unread.append(piece)
        return days
    freq = "MONTHLY" if any(sign.isdigit() for sign in days) else "WEEKLY"
    for opens, closes in filter(None, found):
        made.schedules.append({"freq": freq, "byday": days, "opens_at": opens, "closes_at": closes})
    return days


def _span(start: str, end: str) -> tuple[str, str] | None:
    """Return both times; "6-8pm" means the same half of the day for both."""
    half = _HALF.search(end.strip())
    bare = not _HALF.search(start.strip()) and start.strip()[0].isdigit()
    hour = int(re.match(r"\d+", start.strip())[0]) if bare else 0  # type: ignore[index]
    if half and bare and hour <= 12:
        last = int(re.match(r"\d+", end.strip())[0])  # type: ignore[index]
        crosses = half[0].lower().startswith("p") and hour % 12 > last % 12
        start = f"{start.strip()}{'am' if crosses else half[0]}"
    opens, closes = (clock(_whole(each))[0] for each in (start, end))
    return (opens, closes) if opens and closes else None


def _whole(text: str) -> str:
    return f"{text.strip()}:00" if re.fullmatch(r"\d{1,2}", text.strip()) else text.strip()
