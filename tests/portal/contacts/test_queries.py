"""Who answers at a moment: hours at their borders, nights, bank holidays, changes of clocks."""

from datetime import UTC, datetime, time
from zoneinfo import ZoneInfo

import pytest

from portal.contacts.models import ContactHours, ContactPoint
from portal.contacts.queries import answers_at, who_to_call

pytestmark = pytest.mark.django_db
LONDON = ZoneInfo("Europe/London")


def at(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=LONDON)


def point(order: int | None, *hours: ContactHours, **more: object) -> ContactPoint:
    number = ContactPoint.objects.count()
    made = ContactPoint(
        key=f"point-{number}", name=f"P{number}", phone="111", header_order=order, **more
    )
    made.hours.set(hours)
    made.save()
    return made


def hours(byday: str, opens: int, closes: int, **more: bool) -> ContactHours:
    return ContactHours(byday=byday, opens_at=time(opens), closes_at=time(closes), **more)


@pytest.mark.parametrize(
    ("moment", "answers"),
    [
        ("2026-11-23 08:59:59", False),
        ("2026-11-23 09:00", True),
        ("2026-11-23 16:59:59", True),
        ("2026-11-23 17:00", False),
        ("2026-11-24 10:00", False),
    ],
)
def test_hours_begin_on_the_minute_and_end_before_it(moment, answers):
    assert answers_at(point(1, hours("MO", 9, 17)), at(moment)) is answers


@pytest.mark.parametrize(
    ("moment", "answers"),
    [
        ("2026-11-21 21:59", False),
        ("2026-11-22 00:30", True),
        ("2026-11-22 06:59", True),
        ("2026-11-22 07:00", False),
    ],
)
def test_a_night_belongs_to_the_day_on_which_it_begins(moment, answers):
    assert answers_at(point(1, hours("SA", 22, 7)), at(moment)) is answers


@pytest.mark.parametrize(
    ("utc", "answers"),
    [
        ("2027-03-28 05:59", True),  # 6:59 in London, where the night was an hour shorter
        ("2027-03-28 06:00", False),
        ("2027-10-31 06:59", True),  # 6:59 in London, where it was an hour longer
        ("2027-10-31 07:00", False),
    ],
)
def test_a_night_ends_by_the_clock_on_the_wall_when_the_clocks_change(utc, answers):
    moment = datetime.fromisoformat(utc).replace(tzinfo=UTC).astimezone(LONDON)
    assert answers_at(point(1, hours("SA", 22, 7)), moment) is answers


@pytest.mark.parametrize("open_on_bank_holidays", [True, False])
def test_a_bank_holiday_is_answered_only_where_the_hours_say_so(open_on_bank_holidays):
    line = point(1, hours("FR", 9, 17, open_on_bank_holidays=open_on_bank_holidays))
    assert answers_at(line, at("2026-12-25 10:00")) is open_on_bank_holidays


def test_a_line_for_day_and_night_answers_without_any_hours():
    assert answers_at(point(1, open_24_hours=True), at("2026-12-25 03:00"))
    assert not answers_at(point(1), at("2026-11-23 10:00"))


def test_of_two_that_answer_the_lowest_number_is_named_however_they_were_made():
    later = point(9, open_24_hours=True)
    first = point(2, hours("MO", 9, 17))
    assert who_to_call(at("2026-11-23 10:00")) == first
    assert who_to_call(at("2026-11-23 18:00")) == later


def test_the_lowest_number_may_be_nought():
    nought = point(0, open_24_hours=True)
    point(1, open_24_hours=True)
    assert who_to_call(at("2026-11-23 10:00")) == nought
