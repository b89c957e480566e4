"""Events for any moment of the year: both changes of clocks, no database."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from icalendar import Calendar

from content.learning.calendars import calendar, event
from content.learning.models import LearningOffering, LearningSession
from tests.content.learning.makers import LONDON

CHANGED = datetime(2026, 1, 1, tzinfo=UTC)


def make(starts: datetime, length: timedelta, **offering: object) -> LearningSession:
    facts = {"title": "A class", "slug": "a-class", "provider": "X", "cost": "free"}
    return LearningSession(
        offering=LearningOffering(**(facts | offering)),
        starts=starts,
        ends=starts + length,
        changed=CHANGED,
    )


def written(session: LearningSession):
    whole = Calendar.from_ical(calendar([session], "X", lambda path: f"https://x.example{path}"))
    [found] = whole.walk("VEVENT")
    return found


# An hour on each side of both changes, and of two years' ends. In the hour that comes twice (1am
# to 2am on the last Sunday of October) RFC 5545 can only name the first: nothing begins there.
BORDERS = st.sampled_from(
    [datetime(2027, 3, 28, 1), datetime(2026, 10, 25, 1), datetime(2027, 1, 1)]
)
NEAR = st.builds(
    lambda border, minutes: border.replace(tzinfo=UTC) + timedelta(minutes=minutes),
    BORDERS,
    st.integers(-60 * 30, 60 * 30),
)
ANY = st.datetimes(datetime(2026, 1, 1), datetime(2030, 1, 1)).map(
    lambda moment: moment.replace(microsecond=0, tzinfo=UTC)
)


def twice(moment: datetime) -> bool:
    return moment.astimezone(LONDON).fold == 1


@given(NEAR | ANY, st.integers(1, 60 * 48))
def test_a_class_keeps_its_moment_and_its_length_at_any_time_of_year(starts, minutes):
    length = timedelta(minutes=minutes)
    if twice(starts) or twice(starts + length):
        return
    found = written(make(starts, length))
    assert found["DTSTART"].dt.astimezone(UTC) == starts
    assert found["DTEND"].dt.astimezone(UTC) == starts + length


@given(st.text(alphabet=st.characters(categories=("L", "P", "Zs", "S")), min_size=1, max_size=200))
def test_any_title_comes_back_whole_from_folded_lines(title):
    session = make(CHANGED, timedelta(hours=1), title=title)
    raw = calendar([session], "X", str)
    assert all(len(line) <= 75 for line in raw.split(b"\r\n"))
    assert str(written(session)["SUMMARY"]) == title


@pytest.mark.parametrize("hours", [-1, 0, 1])
def test_the_time_of_change_is_the_later_of_the_date_s_and_the_course_s(hours):
    published = CHANGED + timedelta(hours=hours)
    session = make(CHANGED, timedelta(hours=1), last_published_at=published)
    assert event(session, str)["DTSTAMP"].dt == max(published, CHANGED)


@pytest.mark.parametrize(
    ("status", "state", "shown"),
    [
        ("scheduled", "CONFIRMED", "OPAQUE"),
        ("full", "CONFIRMED", "OPAQUE"),
        ("postponed", "CANCELLED", "TRANSPARENT"),
        ("cancelled", "CANCELLED", "TRANSPARENT"),
    ],
)
def test_a_date_that_is_off_leaves_the_hour_free_in_calendars(status, state, shown):
    session = make(CHANGED, timedelta(hours=1))
    session.status = status
    found = event(session, str)
    assert (str(found["STATUS"]), str(found["TRANSP"])) == (state, shown)


def test_a_note_stands_first_and_empty_lines_are_left_out():
    session = make(CHANGED, timedelta(hours=1), summary="")
    assert str(event(session, str)["DESCRIPTION"]) == "Provided by X. Free."
    session.note = "Bring lunch."
    assert str(event(session, str)["DESCRIPTION"]) == "Bring lunch.\nProvided by X. Free."
