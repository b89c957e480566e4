"""At what times of day a service is open, against asking hour by hour."""

from datetime import date, datetime, time, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from portal.hours.rules import Rule, opening_state
from services_directory.finder.times_of_day import TIMES_OF_DAY
from services_directory.models import Service
from tests.services_directory import build

pytestmark = pytest.mark.django_db
CONDITIONS = {value: condition for value, _, condition in TIMES_OF_DAY}
HOURS = {"day": range(9, 17), "evening": range(17, 22), "night": [22, 23, 0, 1, 2, 3, 4, 5]}
# A week without a bank holiday.
MONDAY = datetime(2026, 11, 2, tzinfo=build.LONDON)


def parts_of(service: Service) -> set[str]:
    return {
        value
        for value, condition in CONDITIONS.items()
        if Service.objects.filter(condition, pk=service.pk).exists()
    }


def asked_by_the_hour(rule: Rule) -> set[str]:
    open_hours = {
        (MONDAY + timedelta(hours=number, minutes=30)).hour
        for number in range(24 * 8)
        if opening_state([rule], MONDAY + timedelta(hours=number, minutes=30)).is_open
    }
    return {part for part, hours in HOURS.items() if open_hours & set(hours)}


@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(st.integers(0, 23), st.integers(0, 23))
def test_the_database_agrees_with_asking_hour_by_hour(start, end):
    Service.objects.all().delete()
    service = build.service()
    schedule = build.opens(service, "WE", start, end)
    assert parts_of(service) == asked_by_the_hour(schedule.as_rule())


@pytest.mark.parametrize(
    ("days", "is_weekend"), [("SA", True), ("SU", True), ("MO,FR", False), ("MO,SA", True)]
)
def test_a_weekend_is_saturday_or_sunday(days, is_weekend):
    service = build.service()
    build.opens(service, days)
    assert ("weekend" in parts_of(service)) is is_weekend


def test_a_weekday_of_the_month_is_a_weekend_too():
    service = build.service()
    build.opens(service, "-1SU", freq="MONTHLY")
    assert "weekend" in parts_of(service)


def test_day_and_night_is_every_part():
    assert parts_of(build.service(open_24_hours=True)) == set(CONDITIONS)


def test_without_hours_nothing_is_claimed():
    assert parts_of(build.service()) == set()


def test_the_minute_at_a_border_is_not_the_next_part():
    service = build.service()
    build.opens(service, "WE", 9, 17)
    assert parts_of(service) == {"day"}


def test_one_evening_on_a_bank_holiday_makes_no_evening_service():
    service = build.service()
    boxing_day = date(2026, 12, 26)
    build.opens(service, "SA", 18, 20, valid_from=boxing_day, valid_to=boxing_day)
    assert parts_of(service) == set()
    build.opens(service, "MO", 18, 20, valid_from=boxing_day)
    assert parts_of(service) == {"evening"}


def test_every_part_has_its_hours_in_its_label():
    labels = {value: label for value, label, _ in TIMES_OF_DAY}
    assert labels["evening"] == "Evening, after 5 pm"
    assert all(label[0].isupper() or label[0].isdigit() for label in labels.values())
    assert time(17).hour == HOURS["evening"][0]
