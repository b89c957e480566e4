"""How old the last check of an entry is: green, amber or red. Pure functions of dates.

The traffic light is that of the assurance model behind Open Referral UK: check every 3 months, act
on what is not. Months are those of the calendar: 31 August and six months is the end of February.
"""

from dataclasses import dataclass
from datetime import date, timedelta

from dateutil.relativedelta import relativedelta
from django.conf import settings

from services_directory.choices import Freshness


@dataclass(frozen=True)
class Ages:
    """In months: from when a check is due, overdue, and so old that the entry is hidden."""

    amber: int
    red: int
    hide: int


def ages() -> Ages:
    """Return the ages of this portal."""
    return Ages(
        settings.DIRECTORY_AMBER_MONTHS,
        settings.DIRECTORY_RED_MONTHS,
        settings.DIRECTORY_HIDE_MONTHS,
    )


def freshness(assured: date | None, today: date, at: Ages | None = None) -> Freshness:
    """Return the light of an entry last checked on `assured`; red when nobody ever did."""
    at = at or ages()
    if assured is None or is_past(assured, at.red, today):
        return Freshness.RED
    return Freshness.AMBER if is_past(assured, at.amber, today) else Freshness.GREEN


def is_past(assured: date, months: int, today: date) -> bool:
    """Say whether a check is older than so many months; on the very day it is not yet."""
    return assured + relativedelta(months=months) < today


def first_day_past(assured: date, months: int) -> date:
    """Return the first day on which a check is older than so many months."""
    return assured + relativedelta(months=months) + timedelta(days=1)


def cutoff(today: date, months: int) -> date:
    """Return the day before which a check is older than so many months: for a database.

    `assured < cutoff(today, months)` says the same as `is_past(assured, months, today)`, which
    today less the months alone does not: 29 August less six months is 28 February.
    """
    day = today - relativedelta(months=months)
    while is_past(day, months, today):
        day += timedelta(days=1)
    return day


def hides_on(since: date, overdue_since: date | None, today: date) -> date:
    """Return the first day on which an entry can be hidden.

    since: its last check, or its publication. It stood on the work-list from `overdue_since`, or
    will from today: it is never hidden without DIRECTORY_NOTICE_DAYS there.
    """
    notice = (overdue_since or today) + timedelta(days=settings.DIRECTORY_NOTICE_DAYS)
    return max(first_day_past(since, ages().hide), notice)
