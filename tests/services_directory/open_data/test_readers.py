"""What is understood, to its last allowed value, and what is refused just beyond."""

from datetime import UTC, datetime, time
from uuid import UUID

import pytest

from services_directory.open_data import readers
from services_directory.open_data.readers import BadParameter


@pytest.mark.parametrize(
    ("typed", "utc"),
    [
        ("2026-11-22T10:00:00Z", datetime(2026, 11, 22, 10, tzinfo=UTC)),
        ("2026-11-22T10:00:00+01:00", datetime(2026, 11, 22, 9, tzinfo=UTC)),
        ("2026-11-22T10:00:00 01:00", datetime(2026, 11, 22, 9, tzinfo=UTC)),
        ("2026-11-22T10:00:00.5 0130", datetime(2026, 11, 22, 8, 30, 0, 500_000, tzinfo=UTC)),
        ("2026-07-01T10:00:00", datetime(2026, 7, 1, 9, tzinfo=UTC)),
        ("2026-07-01 10:00", datetime(2026, 7, 1, 9, tzinfo=UTC)),
        ("2026-07-01", datetime(2026, 6, 30, 23, tzinfo=UTC)),
        ("2026-01-01", datetime(2026, 1, 1, tzinfo=UTC)),
        ("1900-01-01T00:00:00Z", datetime(1900, 1, 1, tzinfo=UTC)),
        ("2999-12-31T00:00:00Z", datetime(2999, 12, 31, tzinfo=UTC)),
    ],
)
def test_a_time_is_that_of_its_zone_and_without_one_that_of_the_site(typed, utc):
    assert readers.moment("since", typed) == utc


@pytest.mark.parametrize(
    "typed", ["1899-12-31", "3000-01-01", "2026-02-30", "2026-13-01T00:00:00Z", "22/11/2026", "now"]
)
def test_what_is_no_time_of_our_age_is_refused(typed):
    with pytest.raises(BadParameter, match=r"^since must be .*2026-11-22T10:00:00Z\.$"):
        readers.moment("since", typed)


@pytest.mark.parametrize(("typed", "number"), [("1", 1), ("9", 9), ("0000009", 9)])
def test_a_number_may_be_the_least_or_the_most(typed, number):
    assert readers.whole_number("page", typed, 1, 9) == number


@pytest.mark.parametrize("typed", ["0", "10", "-1", "1.0", "²", "٣", "00000009", "1" * 5_000])
def test_a_number_outside_its_limits_is_refused_with_the_limits(typed):
    with pytest.raises(BadParameter, match=r"^page must be a whole number from 1 to 9\.$"):
        readers.whole_number("page", typed, 1, 9)


@pytest.mark.parametrize(
    ("typed", "flag"), [("true", True), ("TRUE", True), ("1", True), ("False", False), ("0", False)]
)
def test_yes_and_no_are_read_in_words_and_figures(typed, flag):
    assert readers.yes_or_no("full", typed) is flag


@pytest.mark.parametrize("typed", ["maybe", "2", "yes", "t"])
def test_neither_yes_nor_no_is_refused(typed):
    with pytest.raises(BadParameter, match=r"^full must be true or false\.$"):
        readers.yes_or_no("full", typed)


@pytest.mark.parametrize(
    ("typed", "clock"), [("09:30", time(9, 30)), ("23:59:59", time(23, 59, 59)), ("00:00", time(0))]
)
def test_a_clock_has_hours_minutes_and_perhaps_seconds(typed, clock):
    assert readers.clock("start_time", typed) == clock


@pytest.mark.parametrize("typed", ["9:30", "24:00", "09:60", "09", "09:30+01:00", "0٩:30", "noon"])
def test_what_is_no_clock_is_refused(typed):
    with pytest.raises(BadParameter, match=r"^start_time must be a time of day such as 09:30\.$"):
        readers.clock("start_time", typed)


@pytest.mark.parametrize(
    "day", ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]
)
def test_a_day_is_read_in_two_letters_in_three_and_in_full(day):
    code = day[:2].upper()
    for typed in (code, code.lower(), day[:3], day, day.upper()):
        assert readers.weekday("day", typed) == code


@pytest.mark.parametrize("typed", ["M", "mond", "1MO", "MO,TU", "day"])
def test_half_a_day_is_refused(typed):
    with pytest.raises(BadParameter, match=r"^day must be"):
        readers.weekday("day", typed)


def test_a_key_is_read_in_its_usual_form_alone():
    key = UUID("33321271-17bf-4a6b-b720-f800b295acd8")
    assert readers.key("id", str(key)) == readers.key("id", str(key).upper()) == key
    for typed in (key.hex, f"{{{key}}}", f"urn:uuid:{key}", f"{key}0", str(key)[:-1]):
        with pytest.raises(BadParameter, match=r"^id must be a UUID\.$"):
            readers.key("id", typed)
