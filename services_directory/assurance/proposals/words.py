"""The facts of an entry as people read them: all of a value, so that no change is out of sight."""

from collections.abc import Callable, Iterable, Mapping
from datetime import date, time
from typing import Any
from uuid import UUID

from portal.places.models import Area
from portal.vocabulary import Mode
from services_directory.assurance.proposals.facts import PARTS, TERMS
from services_directory.assurance.proposals.states import State
from services_directory.choices import Cost, Status
from services_directory.languages import name_of
from services_directory.models import Location, Schedule, TaxonomyTerm
from services_directory.presenters.times import clock, day, days_in_words

Names = Mapping[str, str]
NOTHING = "Not given"
GONE = "A place, area or term that is no longer on file"
_CHOICES = {"cost": dict(Cost.choices), "status": dict(Status.choices)}
_DATES = ("wait_stated_on", "closed_from", "closed_to")


def names_in(*states: Mapping[str, Any]) -> Names:
    """Return the names of all places, areas and terms that the states speak of, by key."""
    places = _keys(states, ("schedules", "service_at_locations"), "location")
    areas = _keys(states, ("service_areas",), "area")
    found = Location.objects.filter(pk__in=map(UUID, places)).values_list("pk", "name")
    covered = Area.objects.filter(pk__in=areas).values_list("pk", "name")
    keys = {key for state in states for facet in TERMS for key in state.get(facet) or ()}
    terms = TaxonomyTerm.objects.filter(pk__in=map(UUID, keys)).values_list("pk", "name")
    return {str(pk): name for pk, name in (*found, *covered, *terms)}


def text_of(name: str, value: Any, names: Names) -> str:
    """Return a value in words; rows and terms one a line; nothing for a value that is empty."""
    if name in TERMS:
        return "\n".join(_named(key, names) for key in value or ())
    if name in PARTS:
        return "\n".join(_ROWS[name](row, names) for row in value or ())
    if isinstance(value, bool):
        return "Yes" if value else "No"
    if name in _DATES and value:
        return day(date.fromisoformat(value))
    if name in _CHOICES and value:
        return str(_CHOICES[name].get(value, value))
    return "" if value is None else str(value)


def _keys(states: Iterable[Mapping[str, Any]], parts: Iterable[str], fact: str) -> set[str]:
    rows = [row for state in states for part in parts for row in state.get(part) or ()]
    return {str(row[fact]) for row in rows if row.get(fact)}


def _named(key: Any, names: Names) -> str:
    return names.get(str(key), GONE) if key else ""


def _said(*parts: str) -> str:
    return ", ".join(filter(None, parts))


def _phone(row: State, names: Names) -> str:
    return f"{row['number']} ({row['description']})" if row["description"] else row["number"]


def _contact(row: State, names: Names) -> str:
    email = f"e-mail {row['email']}" if row["email"] else ""
    title = f"role: {row['title']}" if row["title"] else ""
    return _said(row["name"], title, row["number"], email)


def _price(row: State, names: Names) -> str:
    amount = f"£{row['amount']}" if row["amount"] is not None else ""
    text = f"in words: {row['amount_description']}" if row["amount_description"] else ""
    return _said(row["option"], amount, text)


def _language(row: State, names: Names) -> str:
    name = f"{name_of(row['code'])} [{row['code']}]"
    return f"{name} ({row['note']})" if row["note"] else name


def _place(row: State, names: Names) -> str:
    about = f"({row['description']})" if row["description"] else ""
    return " ".join(filter(None, [_named(row["location"], names), about]))


def _area(row: State, names: Names) -> str:
    text = f"in words: {row['extent']}" if row["extent"] else ""
    return _said(_named(row["area"], names), text)


def _time(row: State, names: Names) -> str:
    opens, closes = (time.fromisoformat(row[name]) for name in ("opens_at", "closes_at"))
    mode = str(Mode(row["attending_type"]).label).lower() if row["attending_type"] else ""
    return _said(
        f"{days_of_rule(row)}, {clock(opens)} to {clock(closes)}",
        mode,
        f"at {_named(row['location'], names)}" if row["location"] else "",
        _when("first on", row["dtstart"]),
        _when("from", row["valid_from"]),
        _when("until", row["valid_to"]),
        "on bank holidays too" if row["open_on_bank_holidays"] else "",
        f"note: {row['description']}" if row["description"] else "",
    )


def _when(word: str, value: str | None) -> str:
    return f"{word} {day(date.fromisoformat(value))}" if value else ""


def days_of_rule(row: State) -> str:
    """Return "Monday to Friday", "Every second Friday" or "First Tuesday of the month"."""
    rule = {name: row[name] for name in ("freq", "interval", "byday")}
    return days_in_words(Schedule(**rule))


_ROWS: dict[str, Callable[[State, Names], str]] = {
    "phones": _phone,
    "contacts": _contact,
    "cost_options": _price,
    "languages": _language,
    "service_at_locations": _place,
    "service_areas": _area,
    "schedules": _time,
}
