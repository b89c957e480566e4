"""The finder and portal.hours must agree on what is open."""

from datetime import date, datetime, time, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from portal.hours.rules import opening_state
from services_directory.board import current
from services_directory.choices import Status
from services_directory.finder.opening import open_now
from services_directory.models import Schedule, Service
from tests.services_directory import build

pytestmark = pytest.mark.django_db
NOON = build.TUESDAY_NOON
FIRST = date(2026, 1, 1)

weekly = st.sets(st.sampled_from(["MO", "TU", "WE", "TH", "FR", "SA", "SU"]), min_size=1)
monthly = st.sampled_from(["1TU", "4TU", "-1TU", "2WE", "-1FR", "5SU", "TU"])
schedules = st.builds(
    lambda days, month, freq, **fields: Schedule(
        byday=month if freq == "MONTHLY" else ",".join(sorted(days)), freq=freq, **fields
    ),
    weekly,
    monthly,
    st.sampled_from(["WEEKLY", "MONTHLY"]),
    interval=st.sampled_from([1, 1, 2]),
    opens_at=st.integers(0, 23).map(time),
    closes_at=st.integers(0, 23).map(time),
    dtstart=st.sampled_from([FIRST, date(2026, 11, 20)]),
    valid_to=st.sampled_from([None, date(2026, 12, 1)]),
    open_on_bank_holidays=st.booleans(),
)
moments = st.integers(0, 24 * 60).map(
    lambda hours: datetime(2026, 11, 1, 0, 30, tzinfo=build.LONDON) + timedelta(hours=hours)
)


def is_open(service: Service, at: datetime) -> bool:
    board = current()
    return bool(open_now(board, at) & board.bits_of([service.pk]))


@settings(
    max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(schedule=schedules, at=moments)
def test_the_board_agrees_with_the_rules(schedule, at):
    schedule.service = build.service()
    schedule.save()
    assert is_open(schedule.service, at) == opening_state([schedule.as_rule()], at).is_open


def test_a_service_with_hours_is_open_in_them_and_closed_outside():
    service = build.service()
    build.opens(service, "TU", 9, 12)
    assert is_open(service, NOON - timedelta(minutes=1))
    assert not is_open(service, NOON)


def test_a_night_that_ends_after_midnight_is_open_in_the_small_hours():
    service = build.service()
    build.opens(service, "MO", 22, 7)
    assert is_open(service, datetime(2026, 11, 24, 6, 59, tzinfo=build.LONDON))
    assert not is_open(service, datetime(2026, 11, 25, 6, 0, tzinfo=build.LONDON))


def test_bank_holidays_close_what_does_not_say_otherwise():
    christmas = datetime(2026, 12, 25, 12, 0, tzinfo=build.LONDON)
    closed, open_ = build.service("Closed"), build.service("Open")
    build.opens(closed, "FR")
    build.opens(open_, "FR", open_on_bank_holidays=True)
    assert not is_open(closed, christmas)
    assert is_open(open_, christmas)


def test_day_and_night_is_open_save_while_temporarily_closed():
    service = build.service(open_24_hours=True)
    assert is_open(service, NOON)
    service.status = Status.TEMPORARILY_CLOSED
    service.save()
    assert not is_open(service, NOON)


@pytest.mark.parametrize("closed_from", [None, NOON.date(), NOON.date() + timedelta(days=1)])
@pytest.mark.parametrize("closed_to", [None, NOON.date() - timedelta(days=1), NOON.date()])
@pytest.mark.parametrize("status", [Status.ACTIVE, Status.TEMPORARILY_CLOSED])
def test_closing_dates_mean_the_same_in_the_finder(closed_from, closed_to, status):
    service = build.service(
        open_24_hours=True, closed_from=closed_from, closed_to=closed_to, status=status
    )
    assert is_open(service, NOON) is not service.is_closed_on(NOON.date())


several = st.lists(schedules, min_size=1, max_size=3)


@settings(
    max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(many=several, at=moments, always=st.booleans())
def test_with_several_schedules_one_that_sits_is_enough(many, at, always):
    service = build.service(open_24_hours=always)
    for schedule in many:
        schedule.service = service
        schedule.save()
    by_rules = opening_state([schedule.as_rule() for schedule in many], at).is_open
    assert is_open(service, at) is (always or by_rules)


@pytest.mark.parametrize(
    ("byday", "opens_on"),
    [
        ("1TU", [3]),
        ("4TU", [24]),
        ("-1TU", [24]),
        ("-2TU", [17]),
        ("5TU", []),
        ("TU", [3, 10, 17, 24]),
    ],
)
def test_numbered_days_are_those_of_the_calendar(byday, opens_on):
    service = build.service()
    build.opens(service, byday, freq="MONTHLY")
    days = [NOON.replace(day=number) for number in (3, 10, 17, 24)]
    assert [day.day for day in days if is_open(service, day)] == opens_on


@pytest.mark.parametrize(("week", "opens"), [(0, True), (1, False), (2, True)])
def test_every_second_week_is_counted_from_the_first_day(week, opens):
    service = build.service()
    build.opens(service, "TU", interval=2, dtstart=NOON.date())
    assert is_open(service, NOON + timedelta(weeks=week)) is opens


def test_a_schedule_of_one_service_opens_no_other():
    build.opens(build.service("One"), "TU", interval=2, dtstart=NOON.date())
    assert not is_open(build.service("Two"), NOON)


@pytest.mark.parametrize(
    ("fields", "opens"),
    [
        ({"valid_from": NOON.date()}, True),
        ({"valid_from": NOON.date() + timedelta(days=1)}, False),
        ({"valid_to": NOON.date()}, True),
        ({"valid_to": NOON.date() - timedelta(days=1)}, False),
        ({"dtstart": NOON.date() + timedelta(days=1)}, False),
    ],
)
def test_a_schedule_holds_on_its_own_days_alone(fields, opens):
    service = build.service()
    build.opens(service, "TU", **fields)
    assert is_open(service, NOON) is opens


def test_the_session_of_the_last_valid_day_runs_past_midnight():
    service = build.service()
    build.opens(service, "MO", 22, 7, valid_to=NOON.date() - timedelta(days=1))
    assert is_open(service, NOON.replace(hour=6))
