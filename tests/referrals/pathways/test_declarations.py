import re

import pytest
from django.http import QueryDict

from referrals.flags import FLAGS
from referrals.journey.forms import StepForm
from referrals.pathways import PATHWAYS, newest_pathways, pathway_at
from referrals.pathways.declare import When
from tests.referrals.conftest import SLUGS

EVERY = [
    pytest.param(pathway, question, id=f"{pathway.slug}/{pathway.version}/{question.key}")
    for pathway in PATHWAYS
    for question in pathway.questions().values()
]


PUBLIC = [slug for slug in SLUGS if newest_pathways()[slug].audience != "professional"]


def test_the_five_pathways_are_there():
    assert {slug for slug, pathway in newest_pathways().items() if pathway.doors} == set(SLUGS)


def test_an_unknown_version_is_an_error():
    with pytest.raises(LookupError):
        pathway_at(SLUGS[0], 999)


@pytest.mark.parametrize(("pathway", "question"), EVERY)
def test_every_question_says_what_it_is_for(pathway, question):
    assert len(question.purpose.split()) >= 5


@pytest.mark.parametrize(("pathway", "question"), EVERY)
def test_a_question_that_must_be_answered_says_how_to_put_it_right(pathway, question):
    assert not question.required or re.match(r"Enter|Choose|Tick", question.missing)


@pytest.mark.parametrize(("pathway", "question"), EVERY)
def test_words_are_plain_and_calm(pathway, question):
    texts = [question.label, question.hint, question.missing, question.purpose]
    texts += [option.label + option.hint for option in question.options]
    assert not [text for text in texts if "!" in text or "passed away" in text.lower()]


@pytest.mark.parametrize(("pathway", "question"), EVERY)
def test_the_values_of_choices_are_distinct(pathway, question):
    values = [option.value for option in question.options]
    assert len(values) == len(set(values))


@pytest.mark.parametrize(
    "pathway", PATHWAYS, ids=lambda pathway: f"{pathway.slug}/{pathway.version}"
)
def test_each_step_says_why_it_is_asked(pathway):
    assert all(step.why for step in pathway.steps)


@pytest.mark.parametrize(
    "pathway", PATHWAYS, ids=lambda pathway: f"{pathway.slug}/{pathway.version}"
)
def test_the_last_promise_is_the_promise(pathway):
    assert max(milestone.working_days for milestone in pathway.what_next) == pathway.promise


@pytest.mark.parametrize("slug", PUBLIC)
def test_the_public_is_never_made_to_know_an_nhs_number(slug):
    steps = [step for step in newest_pathways()[slug].steps if step.slug == "nhs-number"]
    assert all(step.shown_if for step in steps)
    assert not any(question.required for step in steps for question in step.questions)


@pytest.mark.parametrize("slug", SLUGS)
def test_only_who_knows_an_nhs_number_is_asked_for_it(slug):
    steps = newest_pathways()[slug].steps
    asking = [step for step in steps if "nhs_number" in {each.key for each in step.questions}]
    assert [step.shown_if for step in asking] in ([], [(When("nhs_number_known", ("yes",)),)])


@pytest.mark.parametrize("slug", ["palliative-care-support", "specialist-palliative-care"])
@pytest.mark.parametrize("about_me", [True, False])
def test_gender_ethnic_group_and_belief_are_one_page_that_may_stay_empty(slug, about_me):
    step = newest_pathways()[slug].step("background")
    keys = [question.key for question in step.questions]
    assert keys == ["gender", "pronouns", "ethnic_group", "faith"]
    form = StepForm(step, about_me, data=QueryDict())
    assert form.is_valid()
    assert form.answers() == dict.fromkeys(keys, "")
    assert "You can leave this page empty" in step.why


def test_professionals_give_phase_akps_and_who_rated_when():
    questions = newest_pathways()["specialist-palliative-care"].questions()
    assert [option.value for option in questions["phase"].options][:4] == [
        "stable", "unstable", "deteriorating", "dying",
    ]  # fmt: skip
    tens = [int(o.value) for o in questions["akps"].options if o.value.isdigit()]
    assert tens == list(range(100, 0, -10))
    for measure in ("phase", "akps", "prognosis", "main_concerns"):
        assert {f"{measure}_by", f"{measure}_on"} <= set(questions)


@pytest.mark.parametrize("slug", SLUGS)
def test_access_needs_are_coded(slug):
    options = newest_pathways()[slug].questions()["access_needs"].options
    assert all(option.code.startswith("https://fhir.nhs.uk/") for option in options)


@pytest.mark.parametrize("slug", SLUGS)
def test_every_flag_that_can_be_raised_is_known(slug):
    questions = newest_pathways()[slug].questions().values()
    raised = {option.flag for question in questions for option in question.options}
    assert raised - {""} <= set(FLAGS)
    assert "interpreter" in raised


def test_a_confirmation_never_says_that_nobody_else_has_the_answers():
    """Where a receiver is set, they go to its system within the minute."""
    said = [each.text for pathway in newest_pathways().values() for each in pathway.what_next]
    assert said
    assert not [text for text in said if "Nobody else" in text]
