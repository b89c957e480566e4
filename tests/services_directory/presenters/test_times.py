from datetime import datetime, time, timedelta

import pytest

from services_directory.models import Schedule
from services_directory.presenters.times import clock, days_in_words, opening, timetable
from tests.services_directory import build

NOON = build.TUESDAY_NOON


@pytest.mark.parametrize(
    ("at", "words"),
    [
        (time(9), "9 am"),
        (time(17, 30), "5:30 pm"),
        (time(12), "noon"),
        (time(0), "midnight"),
        (time(0, 5), "12:05 am"),
        (time(12, 15), "12:15 pm"),
    ],
)
def test_hours_are_written_as_people_say_them(at, words):
    assert clock(at) == words


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({"byday": "MO,TU,WE,TH,FR"}, "Monday to Friday"),
        ({"byday": "MO,TU,WE,TH,FR,SA,SU"}, "Every day"),
        ({"byday": "SA,SU"}, "Saturday and Sunday"),
        ({"byday": "MO,WE,FR"}, "Monday, Wednesday and Friday"),
        ({"byday": "TU"}, "Tuesday"),
        ({"byday": "TU", "interval": 2}, "Every second Tuesday"),
        ({"byday": "1SU", "freq": "MONTHLY"}, "First Sunday of the month"),
        ({"byday": "2MO,-1FR", "freq": "MONTHLY"}, "Second Monday and last Friday of the month"),
        ({"byday": "1TU", "freq": "MONTHLY", "interval": 3}, "First Tuesday of every third month"),
        ({"byday": "TU", "freq": "MONTHLY"}, "Every Tuesday of the month"),
    ],
)
def test_days_are_written_as_people_say_them(fields, words):
    assert days_in_words(Schedule(**fields)) == words


def test_a_line_of_the_timetable_says_what_is_special():
    schedule = Schedule(
        byday="MO",
        opens_at=time(9),
        closes_at=time(12),
        attending_type="phone",
        description="Ask for Ruth",
        open_on_bank_holidays=True,
    )
    line = timetable([schedule])[0]
    assert (line.days, line.hours) == ("Monday", "9 am to noon")
    assert line.notes == ("By phone", "Ask for Ruth", "bank holidays too")


@pytest.mark.django_db
class TestOpening:
    def test_it_says_until_when(self):
        service = build.service()
        build.opens(service)
        assert opening(service, NOON).words == "Open now until 5 pm"

    def test_it_says_when_it_opens_today_tomorrow_or_later(self):
        service = build.service()
        build.opens(service, "TU", 14, 16)
        words = [opening(service, NOON - timedelta(days=days)).words for days in (0, 1, 2)]
        assert words == [
            "Closed now. Opens 2 pm",
            "Closed now. Opens 2 pm tomorrow",
            "Closed now. Opens Tuesday 24 November, 2 pm",
        ]

    def test_it_says_day_and_night(self):
        assert opening(build.service(open_24_hours=True), NOON).words == "Open now, day and night"

    def test_without_hours_nothing_is_claimed(self):
        state = opening(build.service(), NOON)
        assert state.is_open is None
        assert state.words == "Ring to ask about times"

    def test_a_closed_service_is_not_open_whatever_its_hours(self):
        service = build.service(status="temporarily closed", open_24_hours=True)
        assert opening(service, NOON).words == "Temporarily closed"

    def test_bank_holidays_are_known(self):
        service = build.service()
        build.opens(service, "FR")
        christmas = datetime(2026, 12, 25, 12, 0, tzinfo=build.LONDON)
        assert opening(service, christmas).words == "Closed now. Opens Friday 8 January 2027, 9 am"
