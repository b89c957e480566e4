"""The days of a rule in one go are those that it gives when asked day by day."""

from datetime import date, datetime, time, timedelta

from dateutil.rrule import rrulestr
from hypothesis import given, settings
from hypothesis import strategies as st

from portal.hours.rules import Rule

FIRST = date(2026, 11, 1)
days = st.dates(date(2025, 6, 1), date(2027, 6, 1))
rules = st.builds(
    lambda weekly, monthly, freq, **fields: Rule(
        byday=monthly if freq == "MONTHLY" else ",".join(sorted(weekly)),
        opens_at=time(9),
        closes_at=time(17),
        freq=freq,
        **fields,
    ),
    st.sets(st.sampled_from(["MO", "TU", "SA", "SU"]), min_size=1),
    st.sampled_from(["1TU", "-1FR", "5SU", "MO", "2WE,-2TH"]),
    st.sampled_from(["WEEKLY", "MONTHLY"]),
    interval=st.integers(1, 4),
    dtstart=days,
    valid_from=st.none() | days,
    valid_to=st.none() | days,
    open_on_bank_holidays=st.booleans(),
)


@settings(max_examples=80, deadline=None)
@given(rules, st.integers(-5, 120))
def test_all_days_at_once_are_the_days_one_by_one(rule, length):
    last = FIRST + timedelta(days=length)
    each = [FIRST + timedelta(days=number) for number in range(max(length + 1, 0))]
    assert rule.days(FIRST, last) == [day for day in each if rule.applies_on(day)]


@settings(max_examples=80, deadline=None)
@given(rules)
def test_the_pattern_is_that_of_rfc_5545(rule):
    """Weeks that are skipped are counted here by hand, and there by dateutil."""
    open_ended = Rule(
        rule.byday, rule.opens_at, rule.closes_at, rule.freq, rule.interval, rule.dtstart
    )
    text = f"FREQ={rule.freq};INTERVAL={rule.interval};BYDAY={rule.byday};UNTIL=20270701"
    expected = {moment.date() for moment in rrulestr(text, dtstart=_midnight(rule.dtstart))}
    last = date(2027, 7, 1)
    assert set(open_ended.recurrences(rule.dtstart, last)) == expected


def test_bank_holidays_are_days_of_the_pattern_but_not_days_of_the_rule():
    fridays = Rule("FR", time(9), time(17))
    week = (date(2026, 12, 21), date(2026, 12, 27))
    assert fridays.recurrences(*week) == [date(2026, 12, 25)]
    assert fridays.days(*week) == []


def _midnight(day: date) -> datetime:
    return datetime.combine(day, time())
