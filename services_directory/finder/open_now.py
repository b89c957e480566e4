"""Which services are open at a moment, as a condition on Service.

The same reckoning as portal.hours.rules, done by the database. Only schedules that skip weeks or
months need arithmetic on dates; the few whose day and hour fit are asked in Python.
"""

from datetime import date, datetime, timedelta

from django.db.models import Exists, F, OuterRef, Q, QuerySet

from portal.hours.bank_holidays import is_bank_holiday
from portal.hours.rules import opening_state
from services_directory.choices import Status
from services_directory.models import Schedule


def open_at(at: datetime) -> Q:
    """Return the condition for being open at this local time."""
    schedules = sitting_at(at)
    skipping = schedules.filter(interval__gt=1)
    open_ones = [s.pk for s in skipping if opening_state([s.as_rule()], at).is_open]
    fitting = schedules.filter(Q(interval=1) | Q(pk__in=open_ones), service=OuterRef("pk"))
    return not_closed_on(at.date()) & (Q(open_24_hours=True) | Q(Exists(fitting)))


def not_closed_on(day: date) -> Q:
    """Return the condition for not being temporarily closed; see Service.is_closed_on."""
    undated = Q(closed_from__isnull=True, closed_to__isnull=True)
    before = Q(closed_from__isnull=False, closed_from__gt=day)
    after = Q(closed_to__isnull=False, closed_to__lt=day)
    return (undated & ~Q(status=Status.TEMPORARILY_CLOSED)) | before | after


def sitting_at(at: datetime) -> QuerySet[Schedule]:
    """Schedules whose weekday and hours hold the moment, weeks that are skipped left aside."""
    now, today = at.time(), at.date()
    overnight = Q(closes_at__lte=F("opens_at"))
    began_today = Q(opens_at__lte=now) & (Q(closes_at__gt=now) | overnight)
    began_yesterday = overnight & Q(closes_at__gt=now)
    return Schedule.objects.filter(
        (_on(today) & began_today) | (_on(today - timedelta(days=1)) & began_yesterday)
    )


def _on(day: date) -> Q:
    from_then = Q(dtstart__isnull=True) | Q(dtstart__lte=day)
    valid = (Q(valid_from__isnull=True) | Q(valid_from__lte=day)) & (
        Q(valid_to__isnull=True) | Q(valid_to__gte=day)
    )
    falls = Q(byday__regex=_days(day))
    if is_bank_holiday(day):
        falls &= Q(open_on_bank_holidays=True)
    return falls & from_then & valid


def _days(day: date) -> str:
    """Return a pattern of the names that RFC 5545 has for the day: TU, 4TU, -1TU."""
    weekday = day.strftime("%a")[:2].upper()
    from_start = (day.day - 1) // 7 + 1
    next_month = (day.replace(day=28) + timedelta(days=4)).replace(day=1)
    from_end = ((next_month - day).days - 1) // 7 + 1
    return rf"(^|,)({from_start}|-{from_end})?{weekday}(,|$)"
