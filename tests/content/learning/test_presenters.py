"""The words of rows and pages, at their borders; no database but for subjects."""

from datetime import UTC, date, datetime, timedelta

import pytest
import time_machine

from content.learning.models import LearningOffering, LearningSession
from content.learning.models.words import ANY_TIME, Kind
from content.learning.presenters import OfferingPage, date_row, offering_page, offering_row
from content.learning.queries import published
from tests.content.learning.makers import make_offering, make_subject

STARTS = datetime(2026, 6, 30, 23, 30, tzinfo=UTC)  # half past midnight of 1 July in London


def offering(**values: object) -> LearningOffering:
    facts = {
        "title": "A class",
        "slug": "a-class",
        "provider": "X",
        "kind": "study_day",
        "mode": "in_person",
        "cost": "free",
        "audiences": ["health"],
        "checked": date(2026, 6, 1),
    }
    return LearningOffering(**(facts | values))


def session(**values: object) -> LearningSession:
    ends = STARTS + timedelta(hours=2)
    return LearningSession(offering=offering(), starts=STARTS, ends=ends, **values)


def page_of(made: LearningOffering) -> OfferingPage:
    return offering_page(published().get(pk=made.pk), [])


@pytest.mark.parametrize(
    ("status", "word", "colour", "off"),
    [
        ("scheduled", "", "grey", False),
        ("full", "Full", "info", False),
        ("postponed", "Postponed", "warn", True),
        ("cancelled", "Cancelled", "urgent", True),
    ],
)
def test_a_date_has_a_word_only_when_something_is_amiss(status, word, colour, off):
    row = date_row(session(status=status))
    assert (row.status, row.colour, row.off) == (word, colour, off)


@pytest.mark.parametrize(("status", "places"), [("full", ""), ("scheduled", "12 places")])
def test_a_full_date_does_not_speak_of_places(status, places):
    assert date_row(session(status=status, capacity_text="12 places")).places == places


def test_the_day_of_a_date_is_the_day_it_is_here():
    row = date_row(session())
    assert (row.day, row.times) == (date(2026, 7, 1), "12:30am to 2:30am")


@pytest.mark.parametrize("kind", list(Kind))
def test_what_waits_for_nobody_is_started_and_the_rest_is_booked(kind):
    row = offering_row(offering(kind=kind), [])
    any_time = kind in ANY_TIME
    assert row.next_words == ("Start at any time" if any_time else "No date set yet")
    assert (row.next_day, row.full, row.then) == (None, False, None)


def test_a_row_names_a_later_date_only_when_the_next_is_full():
    free, full = session(), session(status="full")
    assert offering_row(offering(), [free, free]).then is None
    assert offering_row(offering(), [full, free]).then == date(2026, 7, 1)
    assert offering_row(offering(), [full, full]).then is None
    assert offering_row(offering(), [full]).full


@pytest.mark.parametrize(
    ("text", "cost"), [("", ""), ("Free.", ""), ("Free for staff", "Free for staff")]
)
def test_a_cost_is_said_beside_the_tag_only_when_it_says_more(text, cost):
    assert offering_row(offering(cost_text=text), []).cost == cost


@pytest.mark.django_db
@pytest.mark.parametrize(("days", "stale"), [(365, False), (366, True)])
def test_an_entry_is_stale_when_it_was_checked_over_a_year_ago(days, stale):
    made = make_offering(checked=date(2026, 6, 1))
    day = datetime(2026, 6, 1, 12, tzinfo=UTC) + timedelta(days=days)
    with time_machine.travel(day, tick=False):
        assert page_of(made).stale is stale


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("audiences", "public"),
    [(["public"], True), (["all"], True), (["health", "public"], True), (["health"], False)],
)
def test_a_page_knows_whether_the_public_may_come(audiences, public):
    assert page_of(make_offering(audiences=audiences)).public is public


@pytest.mark.django_db
@pytest.mark.parametrize(("kind", "verb"), [("e_learning", "Start"), ("webinar", "Book a place")])
def test_the_verb_of_the_link_fits_the_kind(kind, verb):
    assert page_of(make_offering(kind=kind)).booking_verb == verb


@pytest.mark.django_db
def test_facts_that_nobody_gave_are_said_or_left_out_never_shown_empty():
    facts = {row["key"]: row["value"] for row in page_of(make_offering()).facts}
    assert all(facts.values())
    assert not {"Where", "Level", "Stages of care"} & set(facts)
    assert facts["Before you start"] == "Nothing needed"
    assert facts["Access"] == "Ask when you book"


@pytest.mark.django_db
def test_subjects_stand_under_their_framework_and_only_an_old_one_tells_its_status():
    made = make_offering()
    old = make_subject("2017", status="replaced")
    made.subjects = [make_subject("2027"), make_subject("2027", key="other"), old]
    made.save()
    shown = {name: (status, len(kept)) for name, status, kept in page_of(made).frameworks}
    assert shown == {"Core Skills, 2017": ("Replaced", 1), "Core Skills, 2027": ("", 2)}
