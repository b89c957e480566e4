"""Clocks that count working time: promises such as "within 2 working days"."""

from datetime import date, datetime, time, timedelta

from portal.hours.bank_holidays import is_bank_holiday

DAY_STARTS = time(9)
DAY_ENDS = time(17)


def is_working_day(day: date) -> bool:
    """Monday to Friday, bank holidays of England excepted."""
    return day.weekday() < 5 and not is_bank_holiday(day)


def add_working_days(start: datetime, days: int) -> datetime:
    """Return the moment `days` working days after `start`.

    A clock that starts outside working hours starts at the next 9am of a working day.
    """
    moment = _into_working_hours(start)
    for _ in range(days):
        moment = moment.replace(tzinfo=start.tzinfo) + timedelta(days=1)
        while not is_working_day(moment.date()):
            moment += timedelta(days=1)
    return moment


def _into_working_hours(moment: datetime) -> datetime:
    if is_working_day(moment.date()) and DAY_STARTS <= moment.time() < DAY_ENDS:
        return moment
    if moment.time() >= DAY_ENDS or not is_working_day(moment.date()):
        moment += timedelta(days=1)
    while not is_working_day(moment.date()):
        moment += timedelta(days=1)
    return datetime.combine(moment.date(), DAY_STARTS, tzinfo=moment.tzinfo)
