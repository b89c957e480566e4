import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from services_directory.imports.cleaning import numbers


@pytest.mark.parametrize(
    ("value", "expected"),
    [(0, 0), (18, 18), ("18", 18), (18.0, 18), ("18+", 18), ("18 years", 18), (130, 130)],
)
def test_ages_are_read(value, expected):
    assert numbers.age(value) == (expected, "")


@pytest.mark.parametrize("value", [-1, "-1", 131, 999, "adult", 18.5, "1e3", 10**30])
def test_invented_ages_go_and_it_is_said(value):
    assert numbers.age(value) == (None, numbers.BAD_AGE)


@pytest.mark.parametrize("value", [None, "", "N/A"])
def test_no_age_is_nothing_to_speak_of(value):
    assert numbers.age(value) == (None, "")


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (35, 35.0), ("35.50", 35.5), ("£35", 35.0), ("£1,250.00", 1250.0), ("35 GBP", 35.0),
        ("free", 0.0), ("No charge", 0.0), (0, 0.0), (2.675, 2.67),
    ],
)  # fmt: skip
def test_amounts_are_read(value, expected):
    found, note = numbers.amount(value)
    assert math.isclose(found, expected, abs_tol=0.01)
    assert note == ""


@pytest.mark.parametrize("value", [-5, "from £5", "$5", 1e12, "5-10", float("inf"), "1,2,3"])
def test_amounts_that_cannot_be_read_go_and_it_is_said(value):
    assert numbers.amount(value) == (None, numbers.BAD_AMOUNT)


def test_a_point_on_these_islands_is_kept():
    expected = {"latitude": 54.01, "longitude": -1.5}
    assert numbers.point(54.01, "-1.5") == (expected, "")


def test_a_point_the_wrong_way_round_is_turned_and_it_is_said():
    expected = {"latitude": 54.0, "longitude": -1.5}
    assert numbers.point(-1.5, 54.0) == (expected, numbers.SWAPPED)


@pytest.mark.parametrize(
    ("latitude", "longitude"),
    [(0, 0), (100, 101), (None, -1.5), (54, None), ("x", "y"), (99.999999, 0), (40.7, -74.0),
     (float("nan"), 1), (float("inf"), 1), ("54.0N", "1.5W")],
)  # fmt: skip
def test_points_that_cannot_be_go_and_it_is_said(latitude, longitude):
    assert numbers.point(latitude, longitude) == ({}, numbers.BAD_POINT)


@pytest.mark.parametrize("empty", [None, "", "  "])
def test_no_point_is_nothing_to_speak_of(empty):
    assert numbers.point(empty, empty) == ({}, "")


@pytest.mark.parametrize(("value", "expected"), [(3, 3), ("3", 3), (3.0, 3), (0, 0)])
def test_whole_numbers_are_read(value, expected):
    assert numbers.whole(value, 10) == (expected, "")


@pytest.mark.parametrize("value", [11, -1, 1.5, "many", "9" * 500])
def test_whole_numbers_out_of_reach_go_and_it_is_said(value):
    assert numbers.whole(value, 10) == (None, numbers.BAD_NUMBER)


ANYTHING = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(),
    st.floats(),
    st.text(max_size=20),
    st.just([]),
    st.just({}),
)


@given(ANYTHING, ANYTHING)
def test_whatever_comes_in_what_comes_out_fits(first, second):
    years, _ = numbers.age(first)
    assert years is None or 0 <= years <= 130
    pounds, _ = numbers.amount(first)
    assert pounds is None or 0 <= pounds <= numbers.MOST_POUNDS
    point, _ = numbers.point(first, second)
    assert point == {} or (49 <= point["latitude"] <= 61.5 and -11 <= point["longitude"] <= 2.5)
