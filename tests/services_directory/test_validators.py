from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError
from django.utils import timezone
from hypothesis import given
from hypothesis import strategies as st

from services_directory.models import Schedule
from services_directory.presenters.times import days_in_words
from services_directory.validators import (
    validate_byday,
    validate_not_in_future,
    validate_phone,
)

DAYS = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"]
ORDINALS = ["", "1", "2", "3", "4", "5", "-1", "-2", "-3", "-4", "-5"]


def accepts(validate, value) -> bool:
    try:
        validate(value)
    except ValidationError:
        return False
    return True


@pytest.mark.parametrize(
    ("number", "fits"),
    [
        ("111", True),
        ("99", False),
        ("0" * 15, True),
        ("0" * 16, False),
        ("01632 (960) 001", True),
        ("01632-960-001", True),
        ("+44 1632 960001", True),
        ("44+1632 960001", False),
        ("01632 960 001 ", False),
        ("", False),
        ("٠١٦٣٢", False),
        ("tel:01632960001", False),
    ],
)
def test_a_phone_number_is_what_can_be_dialled(number, fits):
    assert accepts(validate_phone, number) is fits


@given(st.lists(st.tuples(st.sampled_from(ORDINALS), st.sampled_from(DAYS)), min_size=1))
def test_days_that_are_accepted_can_be_said_in_words(pairs):
    byday = ",".join(ordinal + day for ordinal, day in pairs)
    assert accepts(validate_byday, byday)
    assert days_in_words(Schedule(byday=byday, freq="MONTHLY")).endswith("of the month")


@given(st.lists(st.sampled_from(DAYS), min_size=1))
def test_weekly_days_are_said_once_each_in_whatever_order_they_come(days):
    words = days_in_words(Schedule(byday=",".join(days)))
    assert words == days_in_words(Schedule(byday=",".join(sorted(set(days)))))


@pytest.mark.parametrize("byday", ["", ",", "mo", "MO, TU", "-MO", "-0MO", "10MO", "MO;TU", "MO\n"])
def test_other_days_are_refused(byday):
    assert not accepts(validate_byday, byday)


@pytest.mark.parametrize(("days", "fits"), [(-1, True), (0, True), (1, False)])
def test_today_is_the_last_day_that_has_been(days, fits, tuesday_noon):
    assert accepts(validate_not_in_future, timezone.localdate() + timedelta(days=days)) is fits
