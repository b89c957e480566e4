from dataclasses import replace

import pytest

from referrals import checks
from referrals.pathways.declare import Kind, Option, Question, Section, Step, When
from tests.referrals.conftest import pathway

SOUND = Question("colour", Kind.TEXT, "Colour", purpose="For the test.")


def with_step(*questions: Question, shown_if: tuple[When, ...] = ()):
    whole = pathway()
    step = Step("more", "More", "Because.", Section.WHY, questions, shown_if)
    return replace(whole, steps=(*whole.steps, step))


def test_what_is_declared_is_sound_and_sealed():
    assert checks.check_pathways() == []


@pytest.mark.parametrize(
    ("question", "fault"),
    [
        (replace(SOUND, purpose=" "), "no purpose"),
        (replace(SOUND, key="name"), "two questions"),
        (replace(SOUND, kind=Kind.CHOICE), "options"),
        (replace(SOUND, options=(Option("a", "A"),)), "options"),
        (replace(SOUND, flag="no-such-flag"), "no flag"),
    ],
)
def test_a_faulty_question_is_named(question, fault):
    faults = checks.faults_of(with_step(question))
    assert len(faults) == 1
    assert fault in faults[0]


def test_a_condition_on_an_answer_that_cannot_be_given_is_named():
    condition = (When("who_for", ("the queen",)),)
    assert "never given" in checks.faults_of(with_step(SOUND, shown_if=condition))[0]


def test_a_condition_on_a_later_question_is_named():
    condition = (When("colour", ("red",)),)
    assert "never given" in checks.faults_of(with_step(SOUND, shown_if=condition))[0]


def test_a_pathway_without_what_intake_needs_is_refused():
    whole = pathway()
    steps = tuple(step for step in whole.steps if step.slug != "date-of-birth")
    assert any("date_of_birth" in fault for fault in checks.faults_of(replace(whole, steps=steps)))


def test_a_version_that_was_edited_is_refused(monkeypatch):
    edited = replace(pathway(), title="Something else")
    monkeypatch.setattr(checks, "PATHWAYS", (edited,))
    assert "edited after it was published" in checks.check_pathways()[0].msg


def test_a_new_version_without_a_digest_is_refused(monkeypatch):
    monkeypatch.setattr(checks, "PATHWAYS", (replace(pathway(), version=99),))
    assert "publish_pathways" in checks.check_pathways()[0].msg


def test_two_pathways_of_one_name_are_refused(monkeypatch):
    monkeypatch.setattr(checks, "PATHWAYS", (pathway(), pathway()))
    assert "declared twice" in checks.check_pathways()[0].msg


@pytest.mark.parametrize("keys", [[], ["not a key"]])
def test_a_site_without_a_key_does_not_start(settings, keys):
    settings.REFERRALS_ENCRYPTION_KEYS = keys
    assert [fault.id for fault in checks.check_keys()] == ["referrals.E002"]


def test_a_right_key_is_enough():
    assert checks.check_keys() == []
