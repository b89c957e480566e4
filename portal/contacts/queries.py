"""Which number to ring, right now."""

from datetime import datetime

from portal.contacts.models import ContactPoint
from portal.hours.rules import Rule, opening_state


def who_to_call(at: datetime) -> ContactPoint | None:
    """Return the first header contact that answers at `at` (local time), or None."""
    points = ContactPoint.objects.filter(header_order__isnull=False).prefetch_related("hours")
    return next((point for point in points if answers_at(point, at)), None)


def day_and_night() -> ContactPoint | None:
    """Return the first header contact that answers at any hour: what paper may promise."""
    return ContactPoint.objects.filter(header_order__isnull=False, open_24_hours=True).first()


def answers_at(point: ContactPoint, at: datetime) -> bool:
    """Say whether somebody answers this contact's phone at `at` (local time)."""
    return point.open_24_hours or opening_state(_rules(point), at).is_open


def _rules(point: ContactPoint) -> list[Rule]:
    return [
        Rule(
            byday=hours.byday,
            opens_at=hours.opens_at,
            closes_at=hours.closes_at,
            open_on_bank_holidays=hours.open_on_bank_holidays,
        )
        for hours in point.hours.all()
    ]
