from datetime import date, timedelta

import pytest
from django.core.exceptions import ValidationError
from django.db.models import ProtectedError
from django.utils import timezone
from hypothesis import given
from hypothesis import strategies as st

from services_directory.choices import Status
from services_directory.models import Service
from services_directory.models.service_rules import errors_in
from tests.services_directory import build

pytestmark = pytest.mark.django_db


def errors_of(**fields: object) -> dict[str, list[str]]:
    service = build.service()
    for name, value in fields.items():
        setattr(service, name, value)
    with pytest.raises(ValidationError) as raised:
        service.full_clean()
    return raised.value.message_dict


def test_a_plain_service_has_no_errors():
    build.service().full_clean()


def test_a_waiting_time_needs_the_day_on_which_it_was_stated():
    assert "stated this waiting time" in errors_of(wait_weeks=0)["wait_stated_on"][0]
    assert "wait_stated_on" in errors_of(wait_time="About 3 weeks")


def test_a_waiting_time_is_not_stated_in_the_future():
    tomorrow = timezone.localdate() + timedelta(days=1)
    assert "wait_stated_on" in errors_of(wait_weeks=3, wait_stated_on=tomorrow)


def test_the_last_closed_day_is_not_before_the_first():
    errors = errors_of(closed_from=date(2026, 12, 24), closed_to=date(2026, 12, 23))
    assert "must not be before" in errors["closed_to"][0]


def test_ages_are_in_order_and_possible():
    assert "maximum_age" in errors_of(minimum_age=18, maximum_age=17)
    assert "minimum_age" in errors_of(minimum_age=131)


def test_a_check_names_the_role_that_made_it():
    assert "assurer_role" in errors_of(assured_date=date(2026, 1, 1))


def test_a_check_is_not_in_the_future():
    tomorrow = timezone.localdate() + timedelta(days=1)
    assert "assured_date" in errors_of(assured_date=tomorrow, assurer_role="Administrator")


def test_a_staff_number_must_be_a_number():
    assert "like 01632 960 001" in errors_of(staff_phone="bleep me")["staff_phone"][0]


@pytest.mark.parametrize(
    ("fields", "closed"),
    [
        ({}, False),
        ({"status": Status.TEMPORARILY_CLOSED}, True),
        ({"closed_from": date(2026, 11, 24), "closed_to": date(2026, 11, 24)}, True),
        ({"closed_from": date(2026, 11, 25)}, False),
        ({"closed_from": date(2026, 11, 1)}, True),
        ({"closed_to": date(2026, 11, 23), "status": Status.TEMPORARILY_CLOSED}, False),
        ({"closed_to": date(2026, 11, 30)}, True),
    ],
)
def test_dates_decide_whether_a_service_is_closed(fields, closed):
    assert build.service(**fields).is_closed_on(date(2026, 11, 24)) is closed


def test_only_live_and_running_services_are_public():
    shown = build.service("Shown")
    closed = build.service("Closed for a while", status=Status.TEMPORARILY_CLOSED)
    hidden = [
        build.service("Draft", live=False),
        build.service("Not running", status=Status.INACTIVE),
        build.service("Ended", status=Status.DEFUNCT),
        build.service("Hidden, for nobody has checked it", hidden_since=date(2026, 11, 2)),
    ]
    assert set(Service.objects.public()) == {shown, closed}
    assert shown.is_public
    assert not any(service.is_public for service in hidden)


def test_modes_and_routes_are_in_the_order_of_their_lists():
    service = build.service(mode_online=True, referral_gp=True, referral_self=True)
    assert service.modes == ["in_person", "online"]
    assert service.referral_routes == ["self", "gp"]


DAY = date(2026, 11, 24)
days = st.none() | st.integers(-3, 3).map(lambda number: DAY + timedelta(days=number))


@given(start=days, end=days, status=st.sampled_from(Status.values))
def test_a_service_is_closed_on_the_days_between_and_on_no_other(start, end, status):
    service = Service(closed_from=start, closed_to=end, status=status)
    if start is None and end is None:
        assert service.is_closed_on(DAY) is (status == Status.TEMPORARILY_CLOSED)
    else:
        inside = (start is None or start <= DAY) and (end is None or end >= DAY)
        assert service.is_closed_on(DAY) is inside


ages = st.none() | st.integers(0, 130)


@given(low=ages, high=ages, start=days, end=days)
def test_only_pairs_that_run_backwards_are_errors(low, high, start, end):
    found = errors_in(Service(minimum_age=low, maximum_age=high, closed_from=start, closed_to=end))
    fields = set(found.message_dict) if found else set()
    backwards = {
        "maximum_age": low is not None and high is not None and high < low,
        "closed_to": start is not None and end is not None and end < start,
    }
    assert fields == {name for name, wrong in backwards.items() if wrong}


def test_all_contradictions_are_named_at_once():
    errors = errors_of(
        minimum_age=9, maximum_age=8, wait_weeks=2, assured_date=date(2026, 1, 1),
        closed_from=date(2026, 2, 2), closed_to=date(2026, 2, 1),
    )  # fmt: skip
    assert set(errors) == {"maximum_age", "wait_stated_on", "assurer_role", "closed_to"}


def test_a_wait_and_a_check_that_say_when_and_who_are_fine(tuesday_noon):
    service = build.service(
        wait_weeks=0, wait_stated_on=DAY, assured_date=DAY, assurer_role="Administrator"
    )
    service.full_clean()


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("cost", "cheap"),
        ("status", "closed"),
        ("email", "office"),
        ("url", "our page"),
        ("pathway", "two words"),
        ("wait_weeks", 521),
        ("maximum_age", 131),
        ("summary", "x" * 241),
        ("name", ""),
    ],
)
def test_nonsense_is_refused_in_its_own_field(field, value):
    assert field in errors_of(**{field: value})


def test_parts_are_fetched_in_as_many_queries_however_many_services(django_assert_num_queries):
    for number in range(4):
        service = build.service(f"S{number}")
        build.place(service)
        build.opens(service)
        build.covers(service, "east")
    with django_assert_num_queries(6):
        for service in Service.objects.with_parts():
            assert service.organization.name
            assert service.service_areas.all()[0].area.name
            assert not service.service_at_locations.all()[0].location.is_confidential
            assert list(service.schedules.all())
            assert not list(service.phones.all())


def test_a_provider_with_services_is_not_deleted():
    with pytest.raises(ProtectedError):
        build.service().organization.delete()
