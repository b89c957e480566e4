from datetime import UTC, datetime, timedelta

import pytest
import time_machine
from icalendar import Calendar

from tests.content.learning.makers import LONDON, in_days, london, make_offering, make_session

pytestmark = pytest.mark.django_db


def read(client, address: str) -> Calendar:
    response = client.get(address)
    assert response.status_code == 200
    assert response["Content-Type"] == "text/calendar; charset=utf-8"
    return Calendar.from_ical(response.content)


def address_of(session) -> str:
    return f"/learning/{session.offering.slug}/{session.uid}.ics"


def event_of(client, session):
    (event,) = read(client, address_of(session)).walk("VEVENT")
    return event


def test_one_date_is_one_file_with_a_stable_uid(client):
    session = make_session(make_offering(), place="Carrow Library")
    event = event_of(client, session)
    assert str(event["UID"]) == str(session.uid)
    assert event["SEQUENCE"] == 0
    assert str(event["SUMMARY"]) == "Talking about dying"
    assert str(event["LOCATION"]) == "Carrow Library"
    assert str(event["URL"]) == "http://testserver/learning/talking-about-dying/"
    assert str(event["STATUS"]) == "CONFIRMED"
    assert f"{session.offering.slug}.ics" in client.get(address_of(session))["Content-Disposition"]


def test_a_change_raises_the_sequence_and_the_time_of_change(client):
    session = make_session(make_offering())
    before = event_of(client, session)
    with time_machine.travel(datetime.now(UTC) + timedelta(hours=1), tick=False):
        session.starts += timedelta(minutes=30)
        session.save()
    after = event_of(client, session)
    assert after["SEQUENCE"] == 1
    assert after["UID"] == before["UID"]
    assert after["LAST-MODIFIED"].dt > before["LAST-MODIFIED"].dt
    assert after["DTSTAMP"].dt == after["LAST-MODIFIED"].dt


@pytest.mark.parametrize(
    ("status", "word"), [("cancelled", "Cancelled"), ("postponed", "Postponed")]
)
def test_a_date_that_is_off_is_cancelled_in_calendars_too(client, status, word):
    session = make_session(make_offering(), status=status, note="Tutor not available.")
    event = event_of(client, session)
    assert str(event["STATUS"]) == "CANCELLED"
    assert str(event["SUMMARY"]) == f"{word}: Talking about dying"
    assert "Tutor not available." in event["DESCRIPTION"]


def test_a_full_date_still_takes_place(client):
    session = make_session(make_offering(), status="full")
    assert str(event_of(client, session)["STATUS"]) == "CONFIRMED"


@pytest.mark.parametrize(
    ("local", "utc"),
    [
        ("2027-01-20T19:00", "2027-01-20T19:00"),
        ("2027-07-01T09:30", "2027-07-01T08:30"),
        ("2027-03-28T00:30", "2027-03-28T00:30"),
        ("2027-03-28T02:00", "2027-03-28T01:00"),
        ("2027-10-31T00:30", "2027-10-30T23:30"),
        ("2027-10-31T02:00", "2027-10-31T02:00"),
    ],
)
def test_the_moment_is_right_on_both_sides_of_a_change_of_clocks(client, local, utc):
    starts = london(local)
    session = make_session(make_offering(), starts=starts, ends=starts + timedelta(hours=9))
    event = event_of(client, session)
    assert event["DTSTART"].params["TZID"] == "Europe/London"
    assert event["DTSTART"].dt.astimezone(UTC) == datetime.fromisoformat(utc).replace(tzinfo=UTC)
    assert event["DTSTART"].dt.replace(tzinfo=None) == datetime.fromisoformat(local)


def test_the_rules_of_summer_time_in_the_file_are_those_of_london(client):
    calendar = read(client, "/learning/calendar.ics")
    (rules,) = calendar.walk("VTIMEZONE")
    zone = rules.to_tz()
    hour = datetime(2026, 1, 1, tzinfo=UTC)
    while hour.year < 2028:
        assert hour.astimezone(zone).utcoffset() == hour.astimezone(LONDON).utcoffset(), hour
        hour += timedelta(hours=1)


def test_long_and_awkward_words_are_folded_and_come_back_whole(client):
    title = "Grief, loss; and “what next?” – a day with cafés \\ quiet " + "ö" * 60
    session = make_session(make_offering(title, slug="grief", summary="Line one.\nLine two."))
    raw = client.get(address_of(session)).content
    assert all(len(line) <= 75 for line in raw.split(b"\r\n"))
    assert b"\n" not in raw.replace(b"\r\n", b"")
    event = event_of(client, session)
    assert str(event["SUMMARY"]) == title
    assert "Line one.\nLine two." in str(event["DESCRIPTION"])


def test_every_property_that_must_be_there_is_there_once(client):
    make_session(make_offering())
    calendar = read(client, "/learning/calendar.ics")
    assert str(calendar["VERSION"]) == "2.0"
    assert str(calendar["PRODID"])
    assert calendar["REFRESH-INTERVAL"].params["VALUE"] == "DURATION"
    for event in calendar.walk("VEVENT"):
        for name in ("UID", "DTSTAMP", "DTSTART", "DTEND", "SEQUENCE", "STATUS", "LAST-MODIFIED"):
            assert not isinstance(event[name], list)


def test_the_feed_honours_the_filters(client):
    make_session(make_offering("For staff"))
    make_session(make_offering("For anyone", audiences=["public"], cost="paid", cost_text="£5"))
    assert names(client, "?audience=public") == ["For anyone"]
    assert names(client, "?free=free") == ["For staff"]
    assert names(client, "?audience=nonsense&from=soon") == ["For staff", "For anyone"]


def test_the_feed_honours_the_range_of_dates_for_cancelled_dates_too(client):
    offering = make_offering()
    make_session(offering, days=5, status="cancelled")
    make_session(offering, days=50)
    last = in_days(10).date().isoformat()
    assert names(client, f"?to={last}") == ["Cancelled: Talking about dying"]


def names(client, query: str) -> list[str]:
    events = read(client, f"/learning/calendar.ics{query}").walk("VEVENT")
    return [str(event["SUMMARY"]) for event in events]


def test_a_feed_without_dates_is_still_a_calendar(client):
    calendar = read(client, "/learning/calendar.ics?q=nothinglikeit")
    assert calendar.walk("VEVENT") == []
    assert calendar.subcomponents


def test_all_dates_of_one_offering_are_one_calendar(client):
    offering = make_offering()
    wanted = [make_session(offering, days=days) for days in (3, 9)]
    make_session(make_offering("Another"))
    events = read(client, "/learning/talking-about-dying/calendar.ics").walk("VEVENT")
    assert [str(event["UID"]) for event in events] == [str(each.uid) for each in wanted]


def test_a_calendar_that_has_the_newest_feed_is_told_so(client):
    make_session(make_offering())
    first = client.get("/learning/calendar.ics")
    again = client.get("/learning/calendar.ics", headers={"if-none-match": first["ETag"]})
    assert again.status_code == 304


def test_dates_of_drafts_and_wrong_addresses_are_not_found(client):
    draft = make_session(make_offering(live=False))
    assert client.get(address_of(draft)).status_code == 404
    session = make_session(make_offering("Open"))
    other = make_offering("Other")
    assert client.get(f"/learning/{other.slug}/{session.uid}.ics").status_code == 404
    assert client.get("/learning/open/not-a-uid.ics").status_code == 404
    assert client.get("/learning/no-such/calendar.ics").status_code == 404
    assert client.post("/learning/calendar.ics").status_code == 405


def test_the_feed_costs_the_same_however_many_dates_there_are(
    client, django_assert_max_num_queries
):
    offering = make_offering()
    for days in range(1, 20):
        make_session(offering, days=days)
    with django_assert_max_num_queries(6):
        client.get("/learning/calendar.ics")
