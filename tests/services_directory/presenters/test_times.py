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
        service = build.service(mode_phone=True)
        build.opens(service, "TU", 14, 16)
        words = [opening(service, NOON - timedelta(days=days)).words for days in (0, 1, 2)]
        assert words == [
            "Closed now. Opens 2 pm",
            "Closed now. Opens 2 pm tomorrow",
            "Closed now. Opens Tuesday 24 November, 2 pm",
        ]

    def test_of_a_group_it_says_when_it_meets_next_and_never_that_anything_is_closed(self):
        service = build.service()
        build.opens(service, "TU", 14, 16)
        states = [opening(service, NOON - timedelta(days=days)) for days in (0, 1, 2)]
        assert [state.words for state in states] == [
            "Next: today, 2 pm",
            "Next: 2 pm tomorrow",
            "Next: Tuesday 24 November, 2 pm",
        ]
        assert all(state.meets for state in states)

    @pytest.mark.parametrize(
        ("fields", "byday", "attending", "meets"),
        [
            ({}, "MO,TU", "", True),
            ({}, "MO,TU,WE", "", False),
            ({"mode_online": True}, "TU", "online", True),
            ({"mode_phone": True}, "TU", "", False),
            ({"mode_phone": True}, "TU", "in_person", True),
            ({}, "TU", "phone", False),
            ({"mode_in_person": False}, "TU", "", False),
        ],
    )
    def test_a_group_meets_in_person_or_online_on_one_or_two_days(
        self, fields, byday, attending, meets
    ):
        service = build.service(**fields)
        build.opens(service, byday, 14, 16, attending_type=attending)
        assert opening(service, NOON).meets is meets

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
        service = build.service(mode_phone=True)
        build.opens(service, "FR")
        christmas = datetime(2026, 12, 25, 12, 0, tzinfo=build.LONDON)
        assert opening(service, christmas).words == "Closed now. Opens Friday 8 January 2027, 9 am"


@pytest.mark.parametrize(
    ("byday", "words"),
    [
        ("-2FR", "Second last Friday of the month"),
        ("-5MO", "Fifth last Monday of the month"),
        ("5TU,-1TU", "Fifth Tuesday and last Tuesday of the month"),
    ],
)
def test_days_counted_from_the_end_of_the_month_have_words(byday, words):
    assert days_in_words(Schedule(byday=byday, freq="MONTHLY")) == words


@pytest.mark.parametrize(
    ("byday", "words"),
    [
        ("FR,MO", "Monday and Friday"),
        ("MO,MO,WE", "Monday and Wednesday"),
        ("MO,TU", "Monday and Tuesday"),
        ("SA,SU,MO", "Monday, Saturday and Sunday"),
        ("TH,FR,SA,SU", "Thursday to Sunday"),
    ],
)
def test_a_run_of_days_is_only_said_of_a_run(byday, words):
    assert days_in_words(Schedule(byday=byday)) == words


@pytest.mark.parametrize(("interval", "nth"), [(2, "second"), (4, "fourth"), (6, "6th")])
def test_weeks_that_are_skipped_are_counted_in_words(interval, nth):
    assert days_in_words(Schedule(byday="MO", interval=interval)) == f"Every {nth} Monday"


def test_a_line_of_the_timetable_says_from_and_until_when():
    schedule = Schedule(
        byday="MO", opens_at=time(22), closes_at=time(7), valid_from=build.TUESDAY_NOON.date(),
        valid_to=datetime(2027, 1, 3).date(),
    )  # fmt: skip
    line = timetable([schedule])[0]
    assert line.hours == "10 pm to 7 am"
    assert line.notes == ("from 24 November 2026", "until 3 January 2027")


@pytest.mark.django_db
@pytest.mark.parametrize(("confidential", "notes"), [(False, ("at The hall",)), (True, ())])
def test_a_private_place_is_not_named_in_the_timetable(confidential, notes):
    service = build.service()
    location = build.place(service, confidential=confidential)
    build.opens(service, location=location)
    assert timetable(service.schedules.all())[0].notes == notes


@pytest.mark.django_db
class TestMoments:
    def test_a_night_is_open_until_the_morning_after(self):
        service = build.service()
        build.opens(service, "TU", 9, 7)
        assert opening(service, NOON).words == "Open now until 7 am tomorrow"

    def test_what_never_opens_again_is_only_closed(self):
        service = build.service()
        build.opens(service, "TU", valid_to=NOON.date() - timedelta(days=1))
        assert opening(service, NOON).words == "Closed now"

    def test_a_service_opens_and_closes_on_the_minute(self):
        service = build.service()
        build.opens(service, "TU", 12, 13)
        minute = timedelta(minutes=1)
        moments = (NOON - minute, NOON, NOON + 59 * minute, NOON + 60 * minute)
        assert [opening(service, at).is_open for at in moments] == [False, True, True, False]

    def test_the_last_closed_day_is_still_closed_and_the_next_is_not(self):
        service = build.service(open_24_hours=True, closed_to=NOON.date())
        assert opening(service, NOON).is_open is False
        assert opening(service, NOON + timedelta(days=1)).is_open is True
