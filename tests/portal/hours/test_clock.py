from datetime import datetime
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from portal.hours.clock import add_working_days, is_working_day

LONDON = ZoneInfo("Europe/London")


def at(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=LONDON)


@pytest.mark.parametrize(
    ("start", "days", "due"),
    [
        ("2026-11-23 10:00", 1, "2026-11-24 10:00"),
        ("2026-11-27 10:00", 1, "2026-11-30 10:00"),
        ("2026-11-27 18:00", 1, "2026-12-01 09:00"),
        ("2026-11-28 12:00", 2, "2026-12-02 09:00"),
        ("2026-11-23 06:00", 0, "2026-11-23 09:00"),
        ("2026-12-24 15:00", 1, "2026-12-29 15:00"),
    ],
)
def test_working_days_skip_nights_weekends_and_bank_holidays(start, days, due):
    assert add_working_days(at(start), days) == at(due)


def test_boxing_day_kept_on_the_monday_is_no_working_day():
    assert not is_working_day(at("2026-12-28 10:00").date())


@given(
    st.datetimes(datetime(2025, 1, 1), datetime(2027, 12, 1)).map(
        lambda naive: naive.replace(tzinfo=LONDON)
    ),
    st.integers(1, 15),
)
def test_a_promise_always_falls_on_a_later_working_day(start, days):
    due = add_working_days(start, days)
    assert due > start
    assert is_working_day(due.date())
    assert due > add_working_days(start, days - 1)
