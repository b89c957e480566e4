from datetime import UTC, date, datetime, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from services_directory.imports.cleaning import times

TODAY = date(2026, 11, 22)


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("09:00", "09:00:00"), ("9:00", "09:00:00"), ("09:00:30", "09:00:30"), ("9am", "09:00:00"),
        ("9.30pm", "21:30:00"), ("12am", "00:00:00"), ("12pm", "12:00:00"), ("noon", "12:00:00"),
        ("midnight", "00:00:00"), ("24:00", "00:00:00"), ("9.30", "09:30:00"),
        ("2020-01-01T09:00:00", "09:00:00"), ("9 p.m.", "21:00:00"), ("09:00:00.123", "09:00:00"),
    ],
)  # fmt: skip
def test_times_of_day_are_read(value, expected):
    assert times.clock(value) == (expected, "")


@pytest.mark.parametrize("value", ["09:00:00Z", "09:00+00:00", "09:00:00+01:00", "09:00 BST"])
def test_a_zone_is_dropped_and_it_is_said(value):
    assert times.clock(value) == ("09:00:00", times.ZONED_TIME)


@pytest.mark.parametrize(
    "value", ["25:00", "9:75", "13pm", "soon", "9", "24:30", "0am", "-1:00", {}]
)
def test_times_that_cannot_be_read_go(value):
    assert times.clock(value)[0] == ""


@given(st.times())
def test_every_time_comes_back_to_the_second(value):
    assert times.clock(value.isoformat())[0] == value.replace(microsecond=0).isoformat()
    assert times.clock(f"{value:%I:%M %p}")[0] == time(value.hour, value.minute).isoformat()


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("2026-10-01", "2026-10-01"), ("2026-10-01T10:00:00Z", "2026-10-01"),
        ("01/10/2026", "2026-10-01"), ("1.10.2026", "2026-10-01"),
        ("2026-10-01 00:00", "2026-10-01"),
    ],
)  # fmt: skip
def test_days_are_read(value, expected):
    assert times.day(value) == (expected, "")


@pytest.mark.parametrize(
    "value",
    ["1970-01-01", "0001-01-01", "9999-12-31", "2026-02-30", "31/13/2026", "soon", "20261001", 5],
)
def test_days_that_cannot_be_go_and_it_is_said(value):
    assert times.day(value) == ("", times.BAD_DATE)


def test_a_check_that_is_still_to_come_is_none():
    assert times.past_day("2026-11-22", TODAY) == ("2026-11-22", "")
    assert times.past_day("2026-11-23", TODAY) == ("", times.BAD_DATE)


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("2026-07-01T10:00:00Z", "2026-07-01T10:00:00.000000+00:00"),
        ("2026-07-01T10:00:00+01:00", "2026-07-01T09:00:00.000000+00:00"),
        ("2026-07-01T10:00:00.1234567Z", "2026-07-01T10:00:00.123456+00:00"),
    ],
)
def test_moments_with_a_zone_are_kept_in_utc(value, expected):
    assert times.moment(value) == (expected, "")


def test_a_moment_without_a_zone_is_london_s_and_it_is_said():
    summer = ("2025-09-02T11:06:15.654000+00:00", times.NO_ZONE)
    assert times.moment("2025-09-02T12:06:15.654") == summer
    winter = ("2025-01-02T12:06:15.000000+00:00", times.NO_ZONE)
    assert times.moment("2025-01-02T12:06:15") == winter


@pytest.mark.parametrize(
    "value", ["yesterday", "0001-01-01T00:00:00", "9999-12-31T23:59:59-10:00", "x" * 99]
)
def test_moments_that_cannot_be_read_go_and_it_is_said(value):
    made, note = times.moment(value)
    assert made == ""
    assert note


@given(st.datetimes(min_value=datetime(1972, 1, 1), max_value=datetime(2100, 1, 1)))
def test_a_moment_that_was_cleaned_stays_as_it_is(value):
    made, _ = times.moment(value.replace(tzinfo=UTC).isoformat())
    assert times.moment(made) == (made, "")
    assert datetime.fromisoformat(made) == value.replace(tzinfo=UTC)
