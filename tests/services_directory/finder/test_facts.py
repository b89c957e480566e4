"""The plain facts that the finder narrows by."""

from datetime import date, timedelta

import pytest
from dateutil.relativedelta import relativedelta

from services_directory.finder.facts import WAIT_HOLDS_MONTHS, all_filters, wait_holds
from services_directory.models import Accessibility, Service
from tests.services_directory import build

pytestmark = pytest.mark.django_db
TODAY = build.TUESDAY_NOON.date()
FILTERS = ["mode", "cost", "referral", "open_now", "hours", "wait", "age", "reach", "access"]


def fitting(key: str, value: str) -> set[str]:
    each = next(each for each in all_filters(build.TUESDAY_NOON) if each.key == key)
    option = next(option for option in each.options if option.value == value)
    found = Service.objects.filter(option.condition)
    return set(found.values_list("name", flat=True))


def test_the_facts_stand_in_the_order_of_the_page():
    keys = [each.key for each in all_filters(build.TUESDAY_NOON) if each.options]
    assert keys == FILTERS


class TestWaiting:
    @pytest.mark.parametrize(
        ("weeks", "fits"), [(0, {"1", "4", "13"}), (2, {"4", "13"}), (13, {"13"}), (14, set())]
    )
    def test_a_short_wait_is_also_a_longer_one(self, weeks, fits):
        build.service("S", wait_weeks=weeks, wait_stated_on=TODAY)
        assert {value for value in ("1", "4", "13") if fitting("wait", value)} == fits

    @pytest.mark.parametrize(("days", "counts"), [(0, True), (-1, False)])
    def test_a_wait_is_relied_on_for_six_months(self, days, counts):
        stated = TODAY - relativedelta(months=WAIT_HOLDS_MONTHS) + timedelta(days=days)
        build.service("S", wait_weeks=1, wait_stated_on=stated)
        assert Service.objects.filter(wait_holds(build.TUESDAY_NOON)).exists() is counts
        assert bool(fitting("wait", "4")) is counts

    def test_a_wait_without_a_day_or_without_weeks_is_not_claimed(self):
        build.service("A", wait_weeks=1)
        build.service("B", wait_time="Short", wait_stated_on=TODAY)
        assert fitting("wait", "13") == set()


class TestAge:
    @pytest.mark.parametrize(
        ("low", "high", "fits"),
        [
            (5, 11, {"under-12"}),
            (12, 17, {"12-17"}),
            (7, 18, {"under-12", "12-17", "18-25"}),
            (18, None, {"18-25", "26-64", "65"}),
            (55, None, {"26-64", "65"}),
            (None, 25, {"under-12", "12-17", "18-25"}),
            (None, None, {"18-25", "26-64", "65"}),
        ],
    )
    def test_an_age_fits_when_the_ages_of_the_service_reach_it(self, low, high, fits):
        build.service("S", minimum_age=low, maximum_age=high)
        values = ("under-12", "12-17", "18-25", "26-64", "65")
        assert {value for value in values if fitting("age", value)} == fits

    def test_a_service_for_children_that_states_no_ages_is_for_children(self):
        build.tag(build.service("Children"), "audience", "children")
        build.service("Anyone")
        assert fitting("age", "under-12") == {"Children"}

    def test_one_made_for_children_but_from_an_age_on_keeps_to_it(self):
        build.tag(build.service("Teens", minimum_age=13), "audience", "children", "young-people")
        assert fitting("age", "under-12") == set()
        assert fitting("age", "12-17") == {"Teens"}


class TestAccess:
    @pytest.mark.parametrize(
        ("words", "value"),
        [
            ("Step-free entrance", "step-free"),
            ("Level access from the car park", "step-free"),
            ("Changing Places toilet", "toilet"),
            ("blue badge parking", "parking"),
            ("Induction loop in the hall", "hearing-loop"),
            ("lift", "lift"),
            ("Quiet room", "quiet-room"),
        ],
    )
    def test_words_of_the_place_are_understood(self, words, value):
        service = build.service("S")
        Accessibility.objects.create(location=build.place(service), description=words)
        build.place(build.service("Bare"))
        assert fitting("access", value) == {"S"}


def test_a_date_of_the_future_is_no_old_statement():
    build.service("S", wait_weeks=1, wait_stated_on=date(2099, 1, 1))
    assert fitting("wait", "1") == {"S"}
