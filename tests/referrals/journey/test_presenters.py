from datetime import UTC, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from referrals.journey import presenters
from referrals.journey.contents import Contents
from referrals.pathways.answers import open_steps, shown_steps
from tests.referrals.conftest import SLUGS, pathway

PUBLIC = pathway()
ME = {"who-it-is-for": {"who_for": "me"}}
THEM = {"who-it-is-for": {"who_for": "someone"}}
# What opens and closes steps, step by step; and steps left out altogether.
STATES = st.fixed_dictionaries(
    {},
    optional={
        "who-it-is-for": st.sampled_from([{"who_for": "me"}, {"who_for": "someone"}]),
        "language-and-access": st.sampled_from([{"interpreter": "yes"}, {"interpreter": "no"}]),
        "do-you-know-the-nhs-number": st.sampled_from(
            [{"nhs_number_known": "yes"}, {"nhs_number_known": "no"}]
        ),
        **{slug: st.just({}) for slug in ("name", "gp", "background")},
    },
)
WRONG = st.sets(st.sampled_from(["name", "gp", "nhs-number"]))


def step_after(url: str) -> str:
    return url.split("/step/")[1].strip("/") if "/step/" in url else "check"


@settings(max_examples=60, deadline=None)
@given(STATES, WRONG, st.sampled_from(PUBLIC.steps), st.booleans())
def test_one_is_never_led_to_a_page_that_is_not_shown(given_, wrong, step, from_check):
    contents = Contents(given_, {slug: {} for slug in wrong})
    shown = [each.slug for each in shown_steps(PUBLIC, given_)]
    to = step_after(presenters.next_url(PUBLIC, contents, "t", step, from_check))
    assert to in [*shown, "check"]


@settings(max_examples=60, deadline=None)
@given(STATES, WRONG)
def test_coming_back_leads_to_the_first_open_page_or_to_the_check(given_, wrong):
    contents = Contents(given_, {slug: {} for slug in wrong})
    still = [each.slug for each in open_steps(PUBLIC, given_, wrong)]
    to = step_after(presenters.next_url(PUBLIC, contents, "t", None))
    assert to == (still[0] if still else "check")


@settings(max_examples=60, deadline=None)
@given(STATES, st.data())
def test_going_on_leads_one_page_further_even_over_pages_already_done(given_, data):
    shown = shown_steps(PUBLIC, given_)
    step = data.draw(st.sampled_from(shown[:-1]))
    to = step_after(presenters.next_url(PUBLIC, Contents(given_), "t", step))
    assert to == shown[shown.index(step) + 1].slug


def test_after_the_last_page_what_was_passed_over_comes_next():
    given_ = {**ME, **{step.slug: {} for step in PUBLIC.steps if step.slug not in ("gp", *ME)}}
    last = shown_steps(PUBLIC, given_)[-1]
    assert step_after(presenters.next_url(PUBLIC, Contents(given_), "t", last)) == "gp"


def test_after_the_last_page_of_a_whole_form_comes_the_check():
    given_ = {step.slug: {} for step in PUBLIC.steps} | ME
    last = shown_steps(PUBLIC, given_)[-1]
    for from_check in (True, False):
        url = presenters.next_url(PUBLIC, Contents(given_), "t", last, from_check)
        assert url == "/refer/form/t/check/"


@pytest.mark.parametrize("slug", SLUGS)
def test_each_page_knows_its_number_and_the_way_back(slug):
    whole, contents = pathway(slug), Contents()
    steps = shown_steps(whole, {})
    places = [presenters.where(whole, contents, step, "t") for step in steps]
    assert [place.number for place in places] == list(range(1, len(steps) + 1))
    assert {place.total for place in places} == {len(steps)}
    assert places[0].back_url == f"/refer/{slug}/begin/?form=t"
    assert [step_after(place.back_url) for place in places[1:]] == [s.slug for s in steps[:-1]]


def test_the_ways_in_are_by_who_is_asking_and_show_what_fits():
    shown = {door.heading: [p.slug for p in door.pathways] for door in presenters.doorways()}
    assert shown == {
        "I am ill": [SLUGS[0], SLUGS[4]],
        "I look after someone": [SLUGS[0], SLUGS[3], SLUGS[4]],
        "Somebody has died": [SLUGS[1]],
        "I am a professional": [SLUGS[2], SLUGS[4]],
    }


@pytest.mark.parametrize(
    ("slug", "step", "answers", "kind"),
    [
        (SLUGS[0], "how-soon", {"how_soon": "today"}, "today"),
        (SLUGS[0], "how-soon", {"how_soon": "days"}, ""),
        (SLUGS[0], "how-soon", {}, ""),
        (SLUGS[1], "how-you-are", {"thoughts_of_suicide": "yes"}, "crisis"),
        (SLUGS[1], "how-you-are", {"thoughts_of_suicide": "sometimes"}, "crisis"),
        (SLUGS[1], "how-you-are", {"thoughts_of_suicide": "no"}, ""),
        (SLUGS[1], "how-you-are", {"thoughts_of_suicide": "rather-not"}, ""),
        (SLUGS[2], "reason", {"how_soon": "24h"}, "today"),
        (SLUGS[2], "reason", {"how_soon": "2wd", "reasons": ["last-days"]}, ""),
        (SLUGS[2], "reason", {"how_soon": "24h", "problem": "Wants to end her life"}, "words"),
        (SLUGS[2], "safety", {"safeguarding": "adult"}, ""),
        (SLUGS[1], "how-the-child-is", {"child_safety": "worried"}, "child"),
        (SLUGS[3], "contact", {"best_times": "When he is out. He hits me"}, "safety"),
        (SLUGS[3], "contact", {"best_times": "Any afternoon"}, ""),
        (SLUGS[1], "how-the-child-is", {"child_safety": "no"}, ""),
        (SLUGS[3], "coping", {"coping": "limit"}, "today"),
        (SLUGS[3], "coping", {"coping": "limit", "safe_at_home": "no"}, "safety"),
        (SLUGS[0], "what-would-help", {"in_own_words": "I cannot sleep"}, ""),
        (SLUGS[0], "what-would-help", {"in_own_words": "I want to die"}, "words"),
        (SLUGS[0], "what-would-help", {"in_own_words": "He hits me"}, "safety"),
        (SLUGS[0], "what-would-help", {"in_own_words": "He hits me. I want to die"}, "words"),
        (SLUGS[0], "private-to-visitors", {"hazard_details": "My son hits the nurses"}, ""),
    ],
)
def test_help_is_shown_for_what_cannot_wait_and_of_the_right_kind(slug, step, answers, kind):
    assert presenters.help_kind(pathway(slug).step(step), answers) == kind


class TestAnswersToCheck:
    def parts(self, given_):
        return presenters.parts(PUBLIC, Contents(given_), "t")

    def rows(self, given_):
        return {row["key"]: row for part in self.parts(given_) for row in part.rows}

    def test_there_is_a_part_for_each_page_shown(self):
        assert len(self.parts(THEM)) == len(shown_steps(PUBLIC, THEM)) == 20

    def test_a_page_not_reached_differs_from_an_answer_not_given(self):
        rows = self.rows({"gp": {"gp_practice": ""}})
        assert rows["Which GP practice are they with?"]["value"] == "Not given"
        assert rows["Full name"]["value"] == "Not answered yet"

    @pytest.mark.parametrize(
        ("given_", "words"), [(ME, "you like"), (THEM, "they like"), ({}, "they like")]
    )
    def test_questions_are_worded_for_who_asks(self, given_, words):
        assert f"The name {words} to be called by" in self.rows(given_)

    def test_the_heading_of_a_page_with_one_question_is_the_question(self):
        headings = [part.heading for part in self.parts(ME)]
        assert "What is your date of birth?" in headings
        assert "Your agreement" in headings

    def test_each_answer_leads_to_its_own_box_and_back(self):
        row = self.rows(ME)["Full name"]
        assert row["change_url"] == "/refer/form/t/step/name/?from=check#id_name"

    def test_a_choice_is_read_as_words(self):
        assert self.rows(ME)["Who needs support?"]["value"] == "I do"


class TestWhatHappensNext:
    @pytest.mark.parametrize(
        ("sent", "days"),
        [
            # Friday morning; Monday and Tuesday follow.
            ((2026, 11, 20, 10), ["Monday 23 November 2026", "Tuesday 24 November 2026"]),
            # Friday evening counts as Monday.
            ((2026, 11, 20, 18), ["Tuesday 24 November 2026", "Wednesday 25 November 2026"]),
            # Christmas Eve; Christmas Day, the weekend and Monday are holidays.
            ((2026, 12, 24, 10), ["Tuesday 29 December 2026", "Wednesday 30 December 2026"]),
            # Maundy Thursday; Good Friday and Easter Monday are holidays.
            ((2026, 4, 2, 10), ["Tuesday 7 April 2026", "Wednesday 8 April 2026"]),
        ],
    )
    def test_days_are_working_days(self, sent, days):
        steps = presenters.what_happens_next(PUBLIC, datetime(*sent, tzinfo=UTC))
        assert [step["heading"] for step in steps] == ["Now", *[f"By {day}" for day in days]]
        assert [step["body"] for step in steps] == [m.text for m in PUBLIC.what_next]

    def test_the_clock_is_the_one_on_the_wall(self):
        """16:30 in UTC is half past five in a British summer: too late for that day."""
        steps = presenters.what_happens_next(PUBLIC, datetime(2026, 6, 1, 16, 30, tzinfo=UTC))
        assert steps[1]["heading"] == "By Wednesday 3 June 2026"
