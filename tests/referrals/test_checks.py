from dataclasses import replace

import pytest
from cryptography.fernet import Fernet
from django.core.checks import run_checks

from referrals import checks
from referrals.pathways.declare import Kind, Option, Question, Section, Step, When
from tests.referrals.conftest import SLUGS, pathway

GOOD = Fernet.generate_key().decode()
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


def test_a_condition_that_no_answer_can_meet_is_named():
    condition = (When("who_for", ()),)
    assert "never given" in checks.faults_of(with_step(SOUND, shown_if=condition))[0]


def test_a_sound_condition_on_an_earlier_answer_is_no_fault():
    condition = (When("who_for", ("me", "someone")), When("interpreter", ("yes",)))
    assert checks.faults_of(with_step(SOUND, shown_if=condition)) == []


def test_a_flag_of_an_option_must_be_known():
    options = (Option("a", "A", flag="hazard"), Option("b", "B", flag="no-such-flag"))
    faults = checks.faults_of(with_step(replace(SOUND, kind=Kind.CHOICE, options=options)))
    assert faults == ["the question colour raises no-such-flag, which is no flag."]


def test_two_steps_of_one_name_are_named():
    whole = pathway()
    step = replace(whole.step("gp"), questions=(SOUND,))
    faults = checks.faults_of(replace(whole, steps=(*whole.steps, step)))
    assert faults == ["two steps are called gp."]


@pytest.mark.parametrize("key", sorted(checks.NEEDED))
def test_each_answer_that_intake_reads_must_be_asked(key):
    whole = pathway()
    steps = tuple(
        replace(step, questions=tuple(q for q in step.questions if q.key != key))
        for step in whole.steps
    )
    faults = checks.faults_of(replace(whole, steps=steps))
    assert f"the question {key} is missing." in faults


def test_a_fault_names_its_pathway_and_stops_the_start(monkeypatch):
    edited = replace(pathway(), title="Something else")
    monkeypatch.setattr(checks, "PATHWAYS", (edited,))
    (fault,) = checks.check_pathways()
    assert fault.id == "referrals.E001"
    assert fault.is_serious()
    assert fault.msg.startswith("palliative-care-support/3: was edited")


def test_the_checks_are_run_at_the_start(settings):
    settings.REFERRALS_ENCRYPTION_KEYS = []
    assert "referrals.E002" in {fault.id for fault in run_checks()}


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


@pytest.mark.parametrize("keys", [[], ["not a key"], [""], ["schlüssel"], [GOOD, "not a key"]])
def test_a_site_without_a_key_does_not_start(settings, keys):
    settings.REFERRALS_ENCRYPTION_KEYS = keys
    assert [fault.id for fault in checks.check_keys()] == ["referrals.E002"]


def test_what_is_missing_says_how_to_make_one(settings):
    settings.REFERRALS_ENCRYPTION_KEYS = []
    (fault,) = checks.check_keys()
    assert "the newest first" in fault.msg
    assert "generate_key" in fault.hint


def test_a_right_key_is_enough():
    assert checks.check_keys() == []


def test_hazards_and_answers_must_not_share_a_key(settings):
    settings.REFERRALS_SECRETS_KEYS = settings.REFERRALS_ENCRYPTION_KEYS
    (fault,) = checks.check_keys()
    assert "must not share a key" in fault.msg


def test_a_short_index_key_is_refused(settings):
    settings.REFERRALS_INDEX_KEYS = ["short"]
    (fault,) = checks.check_keys()
    assert "REFERRALS_INDEX_KEYS" in fault.msg


SECRET = replace(SOUND, key="key_safe", secret=True)


@pytest.mark.parametrize(
    "question",
    [
        replace(SECRET, flag="hazard"),
        replace(SECRET, kind=Kind.CHOICE, options=(Option("a", "A", flag="hazard"),)),
    ],
)
def test_a_secret_never_raises_a_flag(question):
    assert checks.faults_of(with_step_alone(question)) == [
        "the question key_safe is secret, and must raise no flag."
    ]


def with_step_alone(*questions: Question):
    """Return a pathway that asks nothing about a visit but these questions."""
    whole = with_step(*questions)
    keys = {question.key for question in questions}
    steps = [
        replace(step, questions=tuple(q for q in step.questions if q.key not in keys))
        for step in whole.steps[:-1]
    ]
    return replace(whole, steps=(*steps, whole.steps[-1]))


@pytest.mark.parametrize("key", sorted(checks.ALWAYS_SECRET))
def test_what_lets_somebody_into_a_home_must_be_secret(key):
    faults = checks.faults_of(with_step_alone(replace(SOUND, key=key)))
    assert faults == [f"the question {key} must be secret."]
    assert checks.faults_of(with_step_alone(replace(SOUND, key=key, secret=True))) == []


@pytest.mark.parametrize("missing", ["_date", "_recorder", "_location"])
def test_a_plan_has_four_parts(missing):
    parts = [part for part in ("_status", *checks.PLAN_PARTS) if part != missing]
    questions = tuple(replace(SOUND, key="acp" + part) for part in parts)
    step = Step("acp", "Plans", "Because.", Section.PLANS, questions)
    whole = replace(pathway(), steps=(*pathway().steps, step))
    assert checks.faults_of(whole) == [f"acp_status has no acp{missing}."]
    elsewhere = replace(whole, steps=(*pathway().steps, replace(step, section=Section.PERSON)))
    assert checks.faults_of(elsewhere) == []


def test_a_rating_has_its_day_beside_who_rated():
    questions = [replace(SOUND, key="akps"), replace(SOUND, key="akps_by")]
    assert checks.faults_of(with_step(*questions)) == ["akps has no akps_on."]


@pytest.mark.parametrize("condition", [When("who_for", ("the queen",)), When("hue", ("red",))])
def test_a_question_must_not_wait_for_what_is_never_given(condition):
    faults = checks.faults_of(with_step(replace(SOUND, shown_if=(condition,))))
    assert faults == ["the question colour waits for an answer never given before it."]


def test_a_question_must_not_wait_for_another_on_its_own_page():
    choice = replace(SOUND, key="hue", kind=Kind.CHOICE, options=(Option("red", "Red"),))
    waiting = replace(SOUND, shown_if=(When("hue", ("red",)),))
    assert "never given before it" in checks.faults_of(with_step(choice, waiting))[0]


def test_a_number_that_nothing_fits_is_named():
    question = replace(SOUND, kind=Kind.NUMBER, least=5, most=1)
    assert checks.faults_of(with_step(question)) == ["the question colour takes no number at all."]


def test_a_way_in_that_is_not_there_is_named():
    assert checks.faults_of(replace(pathway(), doors=("window",))) == [
        "no way in is called window."
    ]


@pytest.mark.parametrize("slug", SLUGS)
def test_every_newest_pathway_can_be_come_by(slug):
    assert pathway(slug).doors
