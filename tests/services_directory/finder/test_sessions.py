"""The calendar of a service holds the sessions that portal.hours knows, and gives no place away."""

from datetime import UTC, date, datetime, time, timedelta

import pytest
from dateutil.rrule import rrulestr
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from icalendar import Calendar, Event

from portal.hours.rules import sessions_on
from services_directory.finder.sessions import DAYS_AHEAD, sessions_calendar
from services_directory.models import Phone, Schedule, Service
from tests.services_directory import build

pytestmark = pytest.mark.django_db
NOON = build.TUESDAY_NOON
TODAY = NOON.date()
weekly = st.sets(st.sampled_from(["MO", "TU", "WE", "TH", "FR", "SA", "SU"]), min_size=1)
monthly = st.sets(st.sampled_from(["1TU", "-1FR", "2WE", "5SU", "MO"]), min_size=1, max_size=2)
some_day = st.dates(date(2026, 1, 1), date(2027, 6, 1))
schedules = st.builds(
    lambda days, month, freq, **fields: Schedule(
        byday=",".join(sorted(month if freq == "MONTHLY" else days)), freq=freq, **fields
    ),
    weekly,
    monthly,
    st.sampled_from(["WEEKLY", "MONTHLY"]),
    interval=st.sampled_from([1, 2, 3]),
    opens_at=st.integers(0, 23).map(time),
    closes_at=st.integers(0, 23).map(time),
    dtstart=st.dates(date(2025, 1, 1), date(2027, 1, 1)),
    valid_from=st.none() | some_day,
    valid_to=st.none() | some_day,
    open_on_bank_holidays=st.booleans(),
)
closures = st.none() | st.tuples(some_day, st.integers(0, 90))


def events(service: Service, today: date = TODAY) -> list[Event]:
    full = Service.objects.with_everything().get(pk=service.pk)
    text = sessions_calendar(full, today, lambda path: f"https://frontdoor.example{path}")
    return list(Calendar.from_ical(text).walk("VEVENT"))


def expanded(event: Event) -> set[datetime]:
    """Read the event as a calendar does: its rule from its start, less its exceptions."""
    rule = rrulestr(event["RRULE"].to_ical().decode(), dtstart=event["DTSTART"].dt)
    dropped = event.get("EXDATE")
    return set(rule) - ({each.dt for each in dropped.dts} if dropped else set())


def known(service: Service) -> set[datetime]:
    """Return the starts that the rules give for the coming year."""
    rules = [schedule.as_rule() for schedule in service.schedules.all()]
    days = [TODAY + timedelta(days=number) for number in range(DAYS_AHEAD + 1)]
    return {
        start
        for day in days
        if not service.is_closed_on(day)
        for start, _ in sessions_on(rules, day, NOON)
    }


@settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(schedules, closures)
def test_a_calendar_shows_the_sessions_of_the_rules_for_a_year(schedule, closure):
    Service.objects.all().delete()
    service = build.service()
    if closure:
        service.closed_from = closure[0]
        service.closed_to = closure[0] + timedelta(days=closure[1])
        service.save()
    schedule.service = service
    schedule.save()
    found = events(service)
    assert len(found) <= 1
    assert (expanded(found[0]) if found else set()) == known(service)


def test_a_session_has_its_length_and_one_past_midnight_ends_the_next_day():
    service = build.service()
    build.opens(service, "TU", 22, 7)
    (event,) = events(service)
    assert event["DTSTART"].dt == datetime(2026, 11, 24, 22, tzinfo=build.LONDON)
    assert event["DTEND"].dt == datetime(2026, 11, 25, 7, tzinfo=build.LONDON)


def test_times_are_told_in_the_zone_of_london_with_its_rules():
    service = build.service()
    build.opens(service)
    full = Service.objects.with_everything().get(pk=service.pk)
    text = sessions_calendar(full, TODAY, str).decode()
    assert "DTSTART;TZID=Europe/London:20261124T090000" in text
    assert text.count("BEGIN:VTIMEZONE") == 1
    assert "UNTIL=20271123T090000Z" in text


def test_bank_holidays_are_left_out_by_name():
    service = build.service()
    build.opens(service, "FR")
    (event,) = events(service)
    assert date(2026, 12, 25) in {each.dt.date() for each in event["EXDATE"].dts}


def test_hours_of_a_bank_holiday_are_one_event_of_one_day():
    service = build.service()
    christmas = date(2026, 12, 25)
    build.opens(
        service, "FR", 10, 12, valid_from=christmas, valid_to=christmas, open_on_bank_holidays=True
    )
    (event,) = events(service)
    assert {start.date() for start in expanded(event)} == {christmas}


def test_a_session_keeps_its_key_so_that_calendars_change_it_and_not_double_it():
    service = build.service()
    schedule = build.opens(service)
    first = events(service)[0]
    schedule.opens_at = time(10)
    schedule.save()
    second = events(service, TODAY + timedelta(days=30))[0]
    assert first["UID"] == second["UID"] == str(schedule.pk)


def test_what_is_over_or_not_yet_within_a_year_is_no_event():
    service = build.service()
    build.opens(service, valid_to=TODAY - timedelta(days=1))
    build.opens(service, valid_from=TODAY + timedelta(days=400))
    assert events(service) == []


def test_it_says_where_whom_to_ring_and_where_to_read_more():
    service = build.service(assured_date=date(2026, 11, 9))
    Phone.objects.create(service=service, number="01632 960 001")
    build.place(service)
    build.opens(service, description="Ask for Ruth")
    (event,) = events(service)
    assert event["SUMMARY"] == "Evening group"
    assert event["LOCATION"] == "The hall, 11 Priory Walk, Hollin Bridge, WY3 1AB"
    assert event["URL"] == f"https://frontdoor.example/services/{service.pk}/"
    for part in ("Ask for Ruth", "01632 960 001", "Last checked 9 November 2026"):
        assert part in event["DESCRIPTION"]


@pytest.mark.parametrize("named", [True, False])
def test_a_private_place_is_only_its_outward_code(named):
    service = build.service()
    location = build.place(service, confidential=True)
    build.opens(service, location=location if named else None)
    (event,) = events(service)
    assert event["LOCATION"] == "WY3 area. The address is private: ask when you book."
    assert "Priory" not in event.to_ical().decode()


def test_of_several_places_none_is_guessed():
    service = build.service()
    build.place(service)
    build.place(service)
    build.opens(service)
    assert "LOCATION" not in events(service)[0]


class TestTheAddress:
    def test_it_gives_a_calendar_file_without_a_cookie(self, client):
        service = build.service()
        build.opens(service)
        response = client.get(f"{service.get_absolute_url()}sessions.ics")
        assert response["Content-Type"] == "text/calendar; charset=utf-8"
        assert "attachment" in response["Content-Disposition"]
        assert not response.cookies
        assert Calendar.from_ical(response.content).walk("VEVENT")

    @pytest.mark.parametrize("fields", [{"live": False}, {"status": "inactive"}, {}])
    def test_what_is_not_public_or_has_no_times_is_not_found(self, client, fields):
        service = build.service(**fields)
        if fields:
            build.opens(service)
        assert client.get(f"{service.get_absolute_url()}sessions.ics").status_code == 404

    def test_the_entry_leads_there_only_when_there_are_times(self, client):
        without, with_times = build.service("A"), build.service("B")
        build.opens(with_times)
        address = f"{with_times.get_absolute_url()}sessions.ics"
        assert address in client.get(with_times.get_absolute_url()).content.decode()
        assert "sessions.ics" not in client.get(without.get_absolute_url()).content.decode()

    def test_when_it_changed_is_when_the_service_changed(self):
        service = build.service()
        build.opens(service)
        changed = service.last_modified.astimezone(UTC).replace(microsecond=0)
        assert events(service)[0]["DTSTAMP"].dt == changed
