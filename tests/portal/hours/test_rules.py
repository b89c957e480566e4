from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from hypothesis import given
from hypothesis import strategies as st

from portal.hours.rules import Rule, opening_state, sessions_on

LONDON = ZoneInfo("Europe/London")


def at(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=LONDON)


def weekly(byday: str, opens: int = 9, closes: int = 17, **more: object) -> Rule:
    return Rule(byday, time(opens), time(closes), **more)


def test_a_weekday_service_is_open_on_a_monday_morning():
    state = opening_state([weekly("MO")], at("2026-11-23 10:00"))
    assert state.is_open
    assert state.until == at("2026-11-23 17:00")


def test_it_is_closed_at_the_minute_it_closes():
    assert not opening_state([weekly("MO")], at("2026-11-23 17:00")).is_open


def test_it_is_open_at_the_minute_it_opens():
    assert opening_state([weekly("MO")], at("2026-11-23 09:00")).is_open


def test_a_closed_service_says_when_it_opens_next():
    state = opening_state([weekly("MO"), weekly("WE")], at("2026-11-23 20:00"))
    assert state.opens_next == at("2026-11-25 09:00")


def test_several_days_may_stand_in_one_rule():
    assert opening_state([weekly("MO,TU,WE")], at("2026-11-24 09:30")).is_open


def test_a_night_service_stays_open_past_midnight():
    night = weekly("SU", opens=22, closes=7)
    state = opening_state([night], at("2026-11-23 03:00"))
    assert state.is_open
    assert state.until == at("2026-11-23 07:00")


def test_a_bank_holiday_closes_a_service_unless_its_rule_says_otherwise():
    christmas_day = at("2026-12-25 10:00")
    assert not opening_state([weekly("FR")], christmas_day).is_open
    assert opening_state([weekly("FR", open_on_bank_holidays=True)], christmas_day).is_open


def test_the_first_tuesday_of_the_month_recurs():
    rule = Rule("1TU", time(10), time(12), freq="MONTHLY")
    assert opening_state([rule], at("2026-12-01 11:00")).is_open
    assert not opening_state([rule], at("2026-12-08 11:00")).is_open


def test_the_last_friday_of_the_month_recurs():
    rule = Rule("-1FR", time(10), time(12), freq="MONTHLY")
    assert opening_state([rule], at("2026-11-27 11:00")).is_open


def test_a_fortnightly_group_skips_a_week():
    rule = Rule("TU", time(10), time(12), interval=2, dtstart=date(2026, 11, 3))
    assert opening_state([rule], at("2026-11-17 11:00")).is_open
    assert not opening_state([rule], at("2026-11-24 11:00")).is_open


def test_a_rule_counts_only_between_its_dates():
    rule = weekly("MO", valid_from=date(2026, 12, 1), valid_to=date(2026, 12, 31))
    assert not opening_state([rule], at("2026-11-23 10:00")).is_open
    assert opening_state([rule], at("2026-12-07 10:00")).is_open
    assert not opening_state([rule], at("2027-01-04 10:00")).is_open


def test_without_rules_nothing_is_claimed():
    state = opening_state([], at("2026-11-23 10:00"))
    assert (state.is_open, state.until, state.opens_next) == (False, None, None)


def test_closing_time_is_right_on_the_night_the_clocks_change():
    night = weekly("SA", opens=22, closes=7)
    state = opening_state([night], at("2026-10-25 05:00"))
    assert state.until == at("2026-10-25 07:00")


DAYS = st.sampled_from(["MO", "TU", "WE", "TH", "FR", "SA", "SU"])
HOURS = st.integers(0, 23)
RULES = st.builds(
    lambda day, opens, closes, holidays: Rule(
        day, time(opens), time(closes), open_on_bank_holidays=holidays
    ),
    DAYS,
    HOURS,
    HOURS,
    st.booleans(),
)
MOMENTS = st.datetimes(datetime(2025, 1, 1), datetime(2028, 1, 1)).map(
    lambda naive: naive.replace(tzinfo=LONDON)
)


@given(st.lists(RULES, max_size=5), MOMENTS)
def test_open_now_agrees_with_the_sessions_of_today_and_yesterday(rules, moment):
    sessions = [
        pair
        for days in (-1, 0)
        for pair in sessions_on(rules, moment.date() + timedelta(days=days), moment)
    ]
    assert opening_state(rules, moment).is_open == any(s <= moment < e for s, e in sessions)


@given(st.lists(RULES, min_size=1, max_size=5), MOMENTS)
def test_it_is_open_at_the_moment_it_said_it_would_open(rules, moment):
    state = opening_state(rules, moment)
    if state.opens_next:
        assert state.opens_next > moment
        assert opening_state(rules, state.opens_next).is_open
