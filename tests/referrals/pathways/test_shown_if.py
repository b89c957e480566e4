"""What is asked follows from what was asked before it, and from nothing else."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from referrals.pathways import pathway_at
from referrals.pathways.answers import (
    about_oneself,
    holds,
    open_steps,
    shown_answers,
    shown_steps,
)
from referrals.pathways.declare import Kind, Option, Question, Section, Step, When
from tests.referrals.conftest import SLUGS, pathway

VALUES = ("x", "y", "z")
OPTIONS = tuple(Option(value, value) for value in VALUES)
# Five steps s0..s4, each with one question q0..q4; each waits for answers of earlier ones.
WAITS = st.lists(
    st.tuples(st.integers(0, 4), st.sets(st.sampled_from(VALUES), min_size=1)), max_size=2
)


@st.composite
def forms(draw):
    steps = []
    for number in range(5):
        waits = [(of, values) for of, values in draw(WAITS) if of < number]
        when = tuple(When(f"q{of}", tuple(sorted(values))) for of, values in waits)
        question = Question(f"q{number}", Kind.CHOICE, "Q", purpose="Test.", options=OPTIONS)
        steps.append(Step(f"s{number}", "S", "Why.", Section.WHY, (question,), when))
    return replace(pathway(), steps=tuple(steps))


ANSWER = st.sampled_from(VALUES) | st.lists(st.sampled_from(VALUES), max_size=2) | st.just("")
GIVEN = st.dictionaries(st.integers(0, 4), ANSWER).map(
    lambda some: {f"s{number}": {f"q{number}": answer} for number, answer in some.items()}
)


def chosen(answer):
    return set(answer) if isinstance(answer, list) else {answer}


@given(forms(), GIVEN)
def test_a_step_is_shown_just_when_all_it_waits_for_was_shown_and_answered_so(form, given_):
    shown = {step.slug for step in shown_steps(form, given_)}
    for step in form.steps:
        met = [
            f"s{when.question[1]}" in shown
            and f"s{when.question[1]}" in given_
            and bool(chosen(given_[f"s{when.question[1]}"][when.question]) & set(when.values))
            for when in step.shown_if
        ]
        assert (step.slug in shown) == all(met)


@given(forms(), GIVEN)
def test_steps_stay_in_their_order(form, given_):
    places = [form.steps.index(step) for step in shown_steps(form, given_)]
    assert places == sorted(places)


@given(forms(), GIVEN)
def test_forgetting_what_is_hidden_changes_nothing_that_is_shown(form, given_):
    shown = {step.slug for step in shown_steps(form, given_)}
    kept = {slug: answers for slug, answers in given_.items() if slug in shown}
    assert shown_steps(form, kept) == shown_steps(form, given_)
    assert shown_answers(form, kept) == shown_answers(form, given_)


@given(forms(), GIVEN)
def test_only_answers_of_shown_steps_are_sent(form, given_):
    shown = {step.slug[1:] for step in shown_steps(form, given_)}
    assert {key[1:] for key in shown_answers(form, given_)} == shown & {s[1:] for s in given_}


@given(forms(), GIVEN, st.sets(st.sampled_from([f"s{n}" for n in range(5)])))
def test_what_is_open_is_shown_and_either_unanswered_or_wrong(form, given_, wrong):
    shown = shown_steps(form, given_)
    still = open_steps(form, given_, wrong)
    done = [step for step in shown if step not in still]
    assert all(step in shown for step in still)
    assert all(step.slug not in given_ or step.slug in wrong for step in still)
    assert all(step.slug in given_ and step.slug not in wrong for step in done)


def test_a_condition_holds_for_one_of_several_choices():
    when = When("colour", ("red", "blue"))
    assert holds(when, {"colour": ["green", "blue"]})
    assert holds(when, {"colour": "red"})
    assert not holds(when, {"colour": ["green"]})
    assert not holds(when, {"colour": []})
    assert not holds(when, {})


def test_a_word_within_an_answer_does_not_make_it_hold():
    assert not holds(When("colour", ("red",)), {"colour": "redder"})


def test_a_form_for_oneself_alone_is_always_about_oneself():
    first = pathway_at(SLUGS[1], 1)
    assert about_oneself(first, {})
    assert about_oneself(first, {"who_for": "someone"})


def test_bereavement_support_for_a_child_is_not_about_oneself():
    assert about_oneself(pathway(SLUGS[1]), {"who_for": "me"})
    assert not about_oneself(pathway(SLUGS[1]), {"who_for": "child"})


def test_the_public_form_is_about_oneself_only_when_they_say_so():
    assert about_oneself(pathway(), {"who_for": "me"})
    assert not about_oneself(pathway(), {"who_for": "someone"})
    assert not about_oneself(pathway(), {})


def test_a_professional_never_refers_themselves():
    assert not about_oneself(pathway(SLUGS[2]), {})
