"""The name of the moment, at its borders."""

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from portal.contacts.models import ContactPoint
from portal.contacts.presenters import call_now, name_of_moment

LONDON = ZoneInfo("Europe/London")


@pytest.mark.parametrize(
    ("clock", "words"),
    [
        ("00:00", "early Monday morning"),
        ("05:59", "early Monday morning"),
        ("06:00", "Monday morning"),
        ("11:59", "Monday morning"),
        ("12:00", "Monday afternoon"),
        ("17:59", "Monday afternoon"),
        ("18:00", "Monday evening"),
        ("21:59", "Monday evening"),
        ("22:00", "Monday night"),
    ],
)
def test_each_part_of_the_day_begins_and_ends_on_its_hour(clock, words):
    moment = datetime.fromisoformat(f"2026-11-23 {clock}").replace(tzinfo=LONDON)
    assert name_of_moment(moment) == words


@given(st.datetimes(datetime(2020, 1, 1), datetime(2040, 1, 1)))
def test_every_moment_has_a_name_that_says_its_day(moment):
    words = name_of_moment(moment.replace(tzinfo=LONDON)).removeprefix("early ")
    assert words.startswith(f"{moment:%A} ")
    assert words.split(",")[0].split()[1] in {"morning", "afternoon", "evening", "night"}


def test_the_words_carry_name_and_number_apart_so_that_the_number_can_be_rung():
    point = ContactPoint(name="the care line", phone="01632 960 100")
    words = call_now(point, datetime(2026, 12, 25, 9, tzinfo=LONDON))
    assert (words.name, words.phone) == ("the care line", "01632 960 100")
    assert words.moment == "It is Friday morning, a bank holiday."
