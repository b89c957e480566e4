"""The words of the queue, of a referral's history and of the trail, from real referrals."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from referrals.models import AuditEvent, Band, Outcome
from referrals.triage import presenters, queries, services
from referrals.triage.presenters import due_in_words, person_in_words
from tests.referrals.conftest import SLUGS

pytestmark = pytest.mark.django_db
NOW = datetime(2026, 11, 20, 12, tzinfo=UTC)
REDIRECT = ("s-1", "Carers’ Centre")


@pytest.fixture
def referral(make_referral):
    return make_referral(at=NOW)


def row(referral, now=NOW, **areas):
    referral.refresh_from_db()
    return presenters.row(referral, areas, now)


def history(referral):
    return presenters.history(queries.events_of(referral), queries.decisions_of(referral))


class TestRow:
    def test_a_new_one_has_no_band_owner_area_or_flags(self, referral):
        line = row(referral)
        assert (line.band, line.band_colour, line.owner) == ("Not yet set", "grey", "Nobody yet")
        assert (line.area, line.flags, line.state, line.late) == ("Not known", [], "New", False)
        assert line.pathway == "Ask for palliative care and support"
        assert line.person == "MK, 78"

    @pytest.mark.parametrize(
        ("band", "words", "colour"),
        [
            (Band.DAY, "Within 24 hours", "urgent"),
            (Band.TWO_DAYS, "Within 2 working days", "warn"),
            (Band.FIVE_DAYS, "Within 5 working days", "info"),
        ],
    )
    def test_a_band_has_words_and_a_colour(self, referral, triage, band, words, colour):
        services.set_band(referral.reference, band, triage, 1)
        assert (row(referral).band, row(referral).band_colour) == (words, colour)

    def test_owner_and_area_are_named(self, referral, triage):
        services.take(referral.reference, triage, 1)
        referral.refresh_from_db()
        referral.area_code = "vale-east"
        line = presenters.row(referral, {"vale-east": "Vale East"}, NOW)
        assert (line.owner, line.area, line.state) == ("Triage", "Vale East", "Taken")

    def test_flags_stand_the_gravest_first(self, make_referral):
        referral = make_referral(SLUGS[2], interpreter="yes", phase="dying", safeguarding="adult")
        labels = [flag.label for flag in row(referral).flags]
        assert labels == ["Safeguarding", "Last days", "Interpreter"]

    @pytest.mark.parametrize(
        ("outcome", "state"),
        [
            (Outcome.ACCEPT, "Accepted"),
            (Outcome.REDIRECT, "Redirected"),
            (Outcome.DECLINE, "Declined"),
            (Outcome.ASK, "Waiting for an answer"),
        ],
    )
    def test_what_was_decided_is_its_state(self, referral, triage, outcome, state):
        services.decide(referral.reference, outcome, "Why.", triage, 1, REDIRECT)
        line = row(referral, NOW + timedelta(days=30))
        assert line.state == state
        assert line.late == (outcome == Outcome.ASK) == bool(line.due)


@pytest.mark.parametrize(
    ("minutes", "words"),
    [
        (0, "in 0 min"), (59, "in 59 min"), (60, "in 1 h"), (119, "in 1 h"),
        (48 * 60 - 1, "in 47 h"), (48 * 60, "in 2 days"),
        (-1, "1 min late"), (-60, "1 h late"), (-48 * 60, "2 days late"),
    ],
)  # fmt: skip
def test_the_time_due_turns_from_minutes_to_hours_to_days(referral, minutes, words):
    assert due_in_words(referral, referral.due_at - timedelta(minutes=minutes)) == words


@given(st.integers(-(10**6), 10**6))
def test_the_words_are_late_just_when_the_time_is(seconds):
    from referrals.models import Referral

    referral = Referral(due_at=NOW + timedelta(seconds=seconds))
    assert due_in_words(referral, NOW).endswith(" late") == presenters.is_late(referral, NOW)


class TestPerson:
    @pytest.mark.parametrize(
        ("initials", "born", "words"),
        [
            ("", "", "Not known"),
            ("MK", "", "MK"),
            ("", "1948-03-27", "–, 78"),
            ("MK", "2026-11-20", "MK, 0"),
            ("MK", "1948-12-01", "MK, 77"),
        ],
    )
    def test_what_is_not_known_is_left_out(self, initials, born, words):
        assert person_in_words(initials, born, NOW) == words

    def test_a_birthday_begins_at_midnight_in_london(self):
        just_after = datetime(2026, 6, 30, 23, 30, tzinfo=UTC)
        assert person_in_words("MK", "1948-07-01", just_after) == "MK, 78"

    @pytest.mark.parametrize(("month", "day", "age"), [(2, 28, 26), (3, 1, 27)])
    def test_who_was_born_on_a_leap_day_is_a_year_older_in_march(self, month, day, age):
        at = datetime(2027, month, day, 12, tzinfo=UTC)
        assert person_in_words("", "2000-02-29", at) == f"–, {age}"


class TestAnswers:
    def test_sections_stand_in_the_order_of_clinical_use(self, make_referral):
        from referrals.pathways.declare import Section

        parts = presenters.answers_in_clinical_order(make_referral(SLUGS[2]))
        assert [part.heading for part in parts] == [str(section) for section in Section]

    def test_sections_without_answers_are_left_out(self, make_referral):
        headings = {p.heading for p in presenters.answers_in_clinical_order(make_referral())}
        assert "What each person knows" not in headings
        assert "Agreement" in headings

    def test_staff_read_questions_about_the_person(self, make_referral):
        parts = presenters.answers_in_clinical_order(make_referral(who_for="me"))
        keys = [line["key"] for part in parts for line in part.rows]
        assert "Which GP practice are they with?" in keys
        assert not [key for key in keys if "[" in key]

    def test_a_question_not_asked_is_not_there_and_one_left_empty_is(self, make_referral):
        parts = presenters.answers_in_clinical_order(make_referral())
        rows = {line["key"]: line["value"] for part in parts for line in part.rows}
        assert "Which language do they speak best?" not in rows
        assert rows["Is there more you want to say?"] == ""


class TestHistory:
    def test_it_tells_all_that_happened_the_newest_first(self, referral, triage):
        services.read(referral.reference, triage)
        services.take(referral.reference, triage, 1)
        services.set_band(referral.reference, Band.TWO_DAYS, triage, 2)
        services.hand_back(referral.reference, triage, 3)
        services.decide(referral.reference, Outcome.ASK, "The letter?", triage, 4)
        services.decide(referral.reference, Outcome.REDIRECT, "Fits.", triage, 5, REDIRECT)
        assert [(line.what, line.who, line.more) for line in history(referral)] == [
            ("Decided", "Triage", "Redirected to Carers’ Centre. Fits."),
            ("Asked for more", "Triage", "Asked for more. The letter?"),
            ("Handed back", "Triage", ""),
            ("How soon was set", "Triage", "Within 2 working days"),
            ("Taken", "Triage", ""),
            ("Read", "Triage", ""),
            ("Received", "The form", ""),
        ]

    def test_another_referrals_history_is_not_in_it(self, referral, make_referral, triage):
        services.take(make_referral().reference, triage, 1)
        assert [line.what for line in history(referral)] == ["Received"]

    def test_an_action_without_words_is_shown_as_it_is(self, referral):
        AuditEvent.objects.create(at=NOW, action="exported", referral=referral)
        assert "exported" in [line.what for line in history(referral)]


class TestLastDecision:
    def test_without_one_there_is_nothing_to_say(self):
        assert presenters.last_decision([]) == ""

    def test_it_names_who_what_when_and_why_by_the_clock_on_the_wall(self, referral, triage):
        decision = services.decide(
            referral.reference, Outcome.REDIRECT, "Fits.", triage, 1, REDIRECT
        )
        decision.decided_at = datetime(2026, 6, 1, 16, 5, tzinfo=UTC)
        assert presenters.last_decision([decision]) == (
            "Redirected to Carers’ Centre by Triage on 1 June at 17:05. Reason: Fits."
        )

    def test_it_is_the_newest_in_whatever_order_they_come(self, referral, triage):
        services.decide(referral.reference, Outcome.ASK, "First.", triage, 1)
        services.decide(referral.reference, Outcome.DECLINE, "Second.", triage, 2)
        decisions = queries.decisions_of(referral)
        for order in (decisions, decisions[::-1]):
            assert presenters.last_decision(order).endswith("Reason: Second.")


class TestTrail:
    def lines(self):
        return presenters.trail(queries.trail())

    def test_it_says_codes_and_leaves_out_what_is_empty(self, referral, triage):
        services.set_band(referral.reference, Band.DAY, triage, 1)
        services.set_band(referral.reference, Band.FIVE_DAYS, triage, 2)
        assert [line.detail for line in self.lines()] == [
            "before: 24h, after: 5wd",
            "after: 24h",
            f"pathway: {SLUGS[0]}, version: 3",
        ]

    def test_a_reason_never_stands_in_it(self, referral, triage):
        services.decide(referral.reference, Outcome.DECLINE, "A private reason.", triage, 1)
        assert "private" not in repr(self.lines())
        assert "outcome: decline" in self.lines()[0].detail

    def test_who_took_it_from_whom_is_kept(self, referral, triage, stranger):
        services.take(referral.reference, stranger, 1)
        services.take(referral.reference, triage, 2)
        assert self.lines()[0].detail == f"before: {stranger.pk}"
        assert self.lines()[1].detail == ""

    def test_what_is_about_no_referral_has_no_reference(self, triage):
        from referrals import audit

        audit.record("listed", None, triage, view="mine", count=0)
        line = self.lines()[0]
        assert (line.what, line.reference) == ("Looked at the queue", "")
        assert line.detail == "count: 0, view: mine"


@pytest.mark.parametrize("outcome", Outcome.values)
def test_no_detail_of_any_deed_holds_what_people_told_us(make_referral, triage, outcome):
    referral = make_referral(name="Quenelda Zygmunt", illness="xanthoastrocytoma")
    services.read(referral.reference, triage)
    services.take(referral.reference, triage, 1)
    services.set_band(referral.reference, Band.DAY, triage, 2)
    services.decide(referral.reference, outcome, "Zygmunt agrees.", triage, 3, REDIRECT)
    details = repr([event.detail for event in AuditEvent.objects.all()])
    for secret in ("Quenelda", "Zygmunt", "xantho", "1948", "WY1"):
        assert secret not in details
