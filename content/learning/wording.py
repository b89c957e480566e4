"""Times, places, costs and hours in words, for pages and calendars alike."""

from collections.abc import Iterable
from datetime import datetime
from decimal import Decimal

from django.db.models import Choices
from django.utils import timezone

from content.learning.models import LearningOffering, LearningSession
from content.learning.models.words import Cost


def time_words(session: LearningSession) -> str:
    """Return "9:15am to 4pm", with the last day when it ends on another."""
    starts, ends = timezone.localtime(session.starts), timezone.localtime(session.ends)
    other_day = f" on {ends:%A} {ends.day} {ends:%B}" if starts.date() != ends.date() else ""
    return f"{clock_words(starts)} to {clock_words(ends)}{other_day}"


def clock_words(moment: datetime) -> str:
    """Return "9am", "9:15am", "midday" or "midnight" (NHS style guide, times)."""
    if moment.minute == 0 and moment.hour in (0, 12):
        return "midday" if moment.hour else "midnight"
    minutes = f":{moment:%M}" if moment.minute else ""
    return f"{moment.hour % 12 or 12}{minutes}{'am' if moment.hour < 12 else 'pm'}"


def where_words(session: LearningSession) -> str:
    place = session.place or session.offering.place
    if session.online and "online" not in place.lower():
        return f"{place}, or online" if place else "Online"
    return place or "Ask when you book"


def cost_words(offering: LearningOffering) -> str:
    """Return what it costs. Never empty: a cost that is not known is said so."""
    unknown = "Ask the provider what it costs"
    words = unknown if offering.cost == Cost.ASK else offering.get_cost_display()
    return (offering.cost_text or words).rstrip(".")


def hours_words(hours: Decimal | None) -> str:
    """Return "1 hour", "3.5 hours", "None" for nought, "Not stated" for nothing."""
    if hours is None:
        return "Not stated"
    if not hours:
        return "None"
    plain = f"{hours.normalize():f}"
    return f"{plain} {'hour' if plain == '1' else 'hours'}"


def no_dates_words(offering: LearningOffering) -> str:
    return "Start at any time" if offering.any_time else "No date set yet"


def labels(choices: type[Choices], values: Iterable[str]) -> str:
    """Return the labels of the values, as "Health staff, Care home staff"."""
    known = dict(choices.choices)
    return ", ".join(str(known[value]) for value in values if value in known)
