from datetime import datetime, time
from zoneinfo import ZoneInfo

import pytest

from portal.contacts.models import ContactHours, ContactPoint
from portal.contacts.presenters import call_now, name_of_moment
from portal.contacts.queries import who_to_call

pytestmark = pytest.mark.django_db
LONDON = ZoneInfo("Europe/London")


def at(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=LONDON)


@pytest.fixture
def office():
    office = ContactPoint(
        key="office", name="the care office", what_for="x", phone="01632 960 001", header_order=1
    )
    office.hours.set(
        [ContactHours(byday=day, opens_at=time(9), closes_at=time(17)) for day in ("MO", "TU")]
    )
    office.save()
    return office


@pytest.fixture
def night_line():
    return ContactPoint.objects.create(
        key="night",
        name="the night line",
        what_for="x",
        phone="01632 960 002",
        header_order=2,
        open_24_hours=True,
    )


def test_in_working_hours_the_office_answers(office, night_line):
    assert who_to_call(at("2026-11-23 10:00")) == office


def test_at_night_the_line_that_is_always_open_answers(office, night_line):
    assert who_to_call(at("2026-11-23 03:00")) == night_line


def test_without_anyone_there_nobody_is_named(office):
    assert who_to_call(at("2026-11-22 10:00")) is None


def test_a_contact_without_an_order_is_never_in_the_header():
    ContactPoint.objects.create(
        key="samaritans", name="Samaritans", what_for="x", phone="116 123", open_24_hours=True
    )
    assert who_to_call(at("2026-11-22 10:00")) is None


def test_the_number_of_queries_does_not_grow_with_contacts(
    office, night_line, django_assert_num_queries
):
    for number in range(5):
        ContactPoint.objects.create(
            key=f"c{number}", name="c", what_for="x", phone="1", header_order=3
        )
    with django_assert_num_queries(2):
        who_to_call(at("2026-11-22 03:00"))


def test_the_sentence_names_the_moment_and_the_number(night_line):
    words = call_now(night_line, at("2026-11-22 19:00"))
    assert words.moment == "It is Sunday evening."
    assert words.sentence == "Ring the night line, day or night:"
    assert words.phone == "01632 960 002"


def test_a_line_with_hours_does_not_claim_day_and_night(office):
    assert call_now(office, at("2026-11-23 10:00")).sentence == "Ring the care office:"


@pytest.mark.parametrize(
    ("moment", "words"),
    [
        ("2026-11-23 03:00", "early Monday morning"),
        ("2026-11-23 06:00", "Monday morning"),
        ("2026-11-23 12:00", "Monday afternoon"),
        ("2026-11-23 23:59", "Monday night"),
        ("2026-12-25 09:00", "Friday morning, a bank holiday"),
    ],
)
def test_the_moment_has_the_name_that_people_use(moment, words):
    assert name_of_moment(at(moment)) == words
