from decimal import Decimal

import pytest

from content.learning.models import LearningOffering, LearningSession
from content.learning.wording import (
    clock_words,
    cost_words,
    hours_words,
    time_words,
    where_words,
)
from tests.content.learning.makers import london


@pytest.mark.parametrize(
    ("clock", "words"),
    [
        ("09:00", "9am"),
        ("09:15", "9:15am"),
        ("12:00", "midday"),
        ("12:30", "12:30pm"),
        ("00:00", "midnight"),
        ("00:05", "12:05am"),
        ("16:00", "4pm"),
    ],
)
def test_times_are_written_as_people_say_them(clock, words):
    assert clock_words(london(f"2026-11-24T{clock}")) == words


@pytest.mark.parametrize(
    ("hours", "words"),
    [
        (None, "Not stated"),
        (Decimal("0.00"), "None"),
        (Decimal("1.00"), "1 hour"),
        (Decimal("0.75"), "0.75 hours"),
        (Decimal("20.00"), "20 hours"),
    ],
)
def test_hours_are_said_without_empty_decimals(hours, words):
    assert hours_words(hours) == words


@pytest.mark.parametrize(
    ("cost", "text", "words"),
    [
        ("free", "", "Free"),
        ("free", "Free for staff.", "Free for staff"),
        ("paid", "£240", "£240"),
        ("ask", "", "Ask the provider what it costs"),
    ],
)
def test_the_cost_is_always_stated(cost, text, words):
    assert cost_words(LearningOffering(cost=cost, cost_text=text)) == words


def session(starts: str, ends: str, **values: object) -> LearningSession:
    offering = LearningOffering(place="The Education Centre")
    return LearningSession(offering=offering, starts=london(starts), ends=london(ends), **values)


def test_local_time_is_said_in_summer_too():
    assert time_words(session("2026-07-01T09:30", "2026-07-01T16:00")) == "9:30am to 4pm"


def test_a_date_that_ends_on_another_day_says_so():
    two_days = session("2026-11-24T09:00", "2026-11-25T16:00")
    assert time_words(two_days) == "9am to 4pm on Wednesday 25 November"


@pytest.mark.parametrize(
    ("values", "words"),
    [
        ({}, "The Education Centre"),
        ({"place": "Carrow Library"}, "Carrow Library"),
        ({"place": "Carrow Library", "online": True}, "Carrow Library, or online"),
        ({"place": "Online", "online": True}, "Online"),
    ],
)
def test_the_place_of_a_date_comes_before_that_of_the_offering(values, words):
    assert where_words(session("2026-11-24T09:00", "2026-11-24T10:00", **values)) == words
