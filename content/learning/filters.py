"""What a visitor asked of the catalogue, read from the address. Nonsense narrows nothing."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

from django.http import QueryDict

WORDS_LIMIT = 200
Options = Mapping[str, Mapping[str, str]]
_DATE_FORMATS = ("%Y-%m-%d", "%d/%m/%Y", "%d-%m-%Y", "%d %B %Y")


@dataclass(frozen=True)
class Day:
    """A date box: what was typed, and the day it means."""

    typed: str = ""
    day: date | None = None
    error: str = ""


@dataclass(frozen=True)
class Filters:
    """words: free text. chosen: facet -> values that exist. first, last: range of dates."""

    words: str
    chosen: Mapping[str, frozenset[str]]
    first: Day
    last: Day

    @property
    def any(self) -> bool:
        return bool(self.words or self.chosen or self.first.day or self.last.day)


def read_filters(query: QueryDict, options: Options) -> Filters:
    """Return the filters of an address; values that no option has are left out."""
    first = _day(query.get("from", ""), "first")
    last = _day(query.get("to", ""), "last")
    if first.day and last.day and last.day < first.day:
        last = Day(last.typed, None, "Enter a last day that is not before the first day.")
    return Filters(
        words=" ".join(query.get("q", "").split())[:WORDS_LIMIT],
        chosen={
            facet: frozenset(wanted)
            for facet, known in options.items()
            if (wanted := [value for value in query.getlist(facet) if value in known])
        },
        first=first,
        last=last,
    )


def _day(typed: str, which: str) -> Day:
    typed = typed.strip()[:40]
    for form in _DATE_FORMATS if typed else ():
        try:
            return Day(typed, datetime.strptime(typed, form).date())  # noqa: DTZ007
        except ValueError:
            continue
    return Day(typed, None, f"Enter the {which} day as a date, like 24/11/2026." if typed else "")
