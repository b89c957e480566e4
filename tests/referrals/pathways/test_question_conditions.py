"""A question that waits for an answer is asked, kept and sent only while the answer is given."""

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from referrals.pathways.answers import (
    as_shown,
    flags_raised,
    holds,
    open_steps,
    shown_answers,
    shown_step,
    shown_steps,
)
from referrals.pathways.declare import Kind, Option, Question, Section, Step, When, declared
from tests.referrals.conftest import SLUGS, opening, pathway

FILTER = Step(
    "filter", "F", "Why.", Section.WHY,
    (Question("colour", Kind.CHOICE, "Colour", purpose="Test.",
              options=(Option("red", "Red"), Option("blue", "Blue"))),),
)  # fmt: skip
RED = (When("colour", ("red",)),)
ASKED = Question("shade", Kind.TEXT, "Shade", purpose="Test.", shown_if=RED)
ALWAYS = Question("name", Kind.TEXT, "Name", purpose="Test.")


def form(*questions: Question, shown_if: tuple[When, ...] = ()):
    step = Step("more", "M", "Why.", Section.WHY, questions, shown_if)
    return replace(pathway(), steps=(FILTER, step))


def asked(whole, given_) -> list[str]:
    return [q.key for step in shown_steps(whole, given_) for q in step.questions]


def test_a_question_is_asked_once_its_answer_is_given():
    whole = form(ALWAYS, ASKED)
    assert asked(whole, {"filter": {"colour": "red"}}) == ["colour", "name", "shade"]
    assert asked(whole, {"filter": {"colour": "blue"}}) == ["colour", "name"]


def test_a_page_of_which_no_question_is_asked_is_not_shown():
    whole = form(ASKED)
    assert shown_step(whole, {"filter": {"colour": "blue"}}, "more") is None
    assert shown_step(whole, {"filter": {"colour": "red"}}, "more") is not None


def test_the_answer_of_a_question_no_longer_asked_is_not_sent():
    whole = form(ALWAYS, ASKED)
    given_ = {"filter": {"colour": "blue"}, "more": {"name": "A", "shade": "dark"}}
    assert shown_answers(whole, given_) == {"colour": "blue", "name": "A"}


def test_a_hidden_answer_opens_nothing():
    follower = replace(ALWAYS, key="deep", shown_if=(When("shade", ("dark",)),))
    step = Step("deep", "D", "Why.", Section.WHY, (follower,))
    whole = form(replace(ASKED, kind=Kind.CHOICE, options=(Option("dark", "Dark"),)))
    whole = replace(whole, steps=(*whole.steps, step))
    given_ = {"filter": {"colour": "blue"}, "more": {"shade": "dark"}}
    assert "deep" not in asked(whole, given_)
    assert "deep" in asked(whole, given_ | {"filter": {"colour": "red"}})


def test_a_page_is_open_again_when_a_question_opens_on_it():
    whole = form(ALWAYS, ASKED)
    given_ = {"filter": {"colour": "blue"}, "more": {"name": "A"}}
    assert open_steps(whole, given_) == []
    given_["filter"] = {"colour": "red"}
    assert [step.slug for step in open_steps(whole, given_)] == ["more"]
    given_["more"]["shade"] = ""
    assert open_steps(whole, given_) == []


def test_the_step_stays_itself_where_all_of_it_is_asked():
    whole = form(ALWAYS)
    assert as_shown(whole.steps[1], {}) is whole.steps[1]


def test_a_looked_up_practice_keeps_its_code_and_loses_it_with_its_question():
    practice = replace(ASKED, key="gp_practice", kind=Kind.GP_PRACTICE)
    answers = {"gp_practice": "Quayside", "gp_practice_ods": "ZZ001", "evil": "x"}
    whole = form(practice)
    sent = shown_answers(whole, {"filter": {"colour": "red"}, "more": answers})
    assert sent == {"colour": "red", "gp_practice": "Quayside", "gp_practice_ods": "ZZ001"}
    assert shown_answers(whole, {"filter": {"colour": "blue"}, "more": answers}) == {
        "colour": "blue"
    }


def test_what_was_added_later_leaves_no_mark_where_it_says_nothing():
    assert "shown_if" not in declared(ALWAYS)
    assert declared(ASKED)["shown_if"] == [{"question": "colour", "values": ["red"]}]
    assert "secret" not in declared(ALWAYS)
    assert declared(replace(ALWAYS, secret=True))["secret"] is True
    assert "shown_if" in declared(FILTER)


def some(question: Question) -> st.SearchStrategy[Any]:
    values = [option.value for option in question.options]
    if question.kind is Kind.CHOICES:
        return st.lists(st.sampled_from(values), max_size=3, unique=True)
    return st.sampled_from([*values, ""]) if values else st.sampled_from(["", "Something"])


@st.composite
def answered(draw, slug: str) -> dict[str, dict[str, Any]]:
    """Return answers to any of the pages, whether they are shown or not."""
    steps = draw(st.lists(st.sampled_from(pathway(slug).steps), unique=True))
    return {
        step.slug: {question.key: draw(some(question)) for question in step.questions}
        for step in steps
    }


@pytest.mark.parametrize("slug", SLUGS)
@settings(max_examples=40, deadline=None)
@given(data=st.data())
def test_only_questions_that_are_asked_are_sent_and_each_for_its_reason(slug, data):
    whole, given_ = pathway(slug), data.draw(answered(slug))
    sent = shown_answers(whole, given_)
    shown = shown_steps(whole, given_)
    assert set(sent) <= {key for step in shown for q in step.questions for key in q.keys}
    for step in shown:
        assert step.questions
        for when in [*step.shown_if, *(w for q in step.questions for w in q.shown_if)]:
            assert holds(when, sent)


@pytest.mark.parametrize("slug", SLUGS)
@settings(max_examples=25, deadline=None)
@given(data=st.data())
def test_forgetting_what_is_hidden_changes_neither_pages_nor_flags(slug, data):
    whole, given_ = pathway(slug), data.draw(answered(slug))
    kept = {
        step.slug: {q.key: given_[step.slug][q.key] for q in step.questions}
        for step in shown_steps(whole, given_)
        if step.slug in given_
    }
    assert shown_steps(whole, kept) == shown_steps(whole, given_)
    assert shown_answers(whole, kept) == shown_answers(whole, given_)
    assert flags_raised(whole, shown_answers(whole, kept)) == flags_raised(
        whole, shown_answers(whole, given_)
    )


EVERY = [pytest.param(slug, step, id=f"{slug}/{step.slug}") for slug in SLUGS
         for step in pathway(slug).steps]  # fmt: skip


@pytest.mark.parametrize(("slug", "step"), EVERY)
def test_every_page_can_be_reached(slug, step):
    assert shown_step(pathway(slug), opening(pathway(slug), step), step.slug)


@pytest.mark.parametrize("slug", SLUGS)
def test_every_question_is_asked_of_somebody(slug):
    whole = pathway(slug)
    reached = set()
    for step in whole.steps:
        for question in step.questions:
            both = (*question.shown_if, *step.shown_if)
            alone = replace(step, questions=(question,), shown_if=both)
            found = shown_step(whole, opening(whole, alone), step.slug)
            reached |= {q.key for q in found.questions} if found else set()
    assert reached == set(whole.questions())
