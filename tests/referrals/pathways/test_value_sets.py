"""The values under which answers are stored and sent: to change one is to make a new version."""

import pytest

from referrals.pathways.declare import Kind, Section
from tests.referrals.conftest import SLUGS, pathway
from tests.referrals.pathways.declared import DECLARED, cases

PUBLIC, BEREAVED, PROFESSIONAL, CARER, DAY = SLUGS


def test_the_five_pathways_and_no_others_are_written_down():
    assert set(DECLARED) == set(SLUGS)


@pytest.mark.parametrize(("slug", "key", "values"), cases("values"))
def test_the_values_of_each_choice_are_these(slug, key, values):
    options = pathway(slug).questions()[key].options
    assert " ".join(option.value for option in options) == values


# What may be left empty, because nobody should be kept from help by not having it.
@pytest.mark.parametrize("slug", SLUGS)
def test_only_these_may_be_left_empty(slug):
    free = {key for key, q in pathway(slug).questions().items() if not q.required}
    assert free == set(DECLARED[slug]["may be left empty"].split())


@pytest.mark.parametrize("slug", SLUGS)
def test_only_these_are_sealed_apart(slug):
    secret = {key for key, q in pathway(slug).questions().items() if q.secret}
    assert secret == set(DECLARED[slug]["secret"].split())


@pytest.mark.parametrize("slug", SLUGS)
def test_every_date_asked_is_in_the_past(slug):
    dates = [q for q in pathway(slug).questions().values() if q.kind is Kind.DATE]
    assert dates
    assert all(question.in_the_past for question in dates)


@pytest.mark.parametrize("slug", SLUGS)
def test_the_answers_that_cannot_wait_are_these(slug):
    questions = pathway(slug).questions().values()
    cannot_wait = [f"{q.key} {o.value}" for q in questions for o in q.options if o.help_now]
    assert cannot_wait == DECLARED[slug]["help at once"]


@pytest.mark.parametrize("slug", SLUGS)
def test_only_these_pages_and_questions_wait_for_an_answer(slug):
    steps = pathway(slug).steps
    waiting = [(step.slug, when) for step in steps for when in step.shown_if]
    waiting += [(q.key, when) for step in steps for q in step.questions for when in q.shown_if]
    said = {name: " ".join([when.question, *when.values]) for name, when in waiting}
    assert said == DECLARED[slug]["waits for"]


@pytest.mark.parametrize(
    ("slug", "days"), [(PUBLIC, 2), (BEREAVED, 5), (PROFESSIONAL, 2), (CARER, 5), (DAY, 5)]
)
def test_the_promise_of_each_pathway(slug, days):
    assert pathway(slug).promise == days


@pytest.mark.parametrize(
    ("slug", "audience"),
    [
        (PUBLIC, "public"),
        (BEREAVED, "public"),
        (PROFESSIONAL, "professional"),
        (CARER, "public"),
        (DAY, "anyone"),
    ],
)
def test_whom_each_pathway_is_for(slug, audience):
    assert pathway(slug).audience == audience


@pytest.mark.parametrize("slug", SLUGS)
def test_the_first_milestone_is_now_and_none_comes_before_another(slug):
    days = [milestone.working_days for milestone in pathway(slug).what_next]
    assert days[0] == 0
    assert days == sorted(days)


@pytest.mark.parametrize("slug", SLUGS)
def test_nobody_is_sent_without_a_question_about_agreement(slug):
    asked = [step for step in pathway(slug).steps if step.section is Section.AGREEMENT]
    assert all(question.required for step in asked for question in step.questions)
    assert {q.key for step in asked for q in step.questions} & {"agree", "they_agree"}


@pytest.mark.parametrize("slug", SLUGS)
def test_no_text_is_left_with_its_alternatives_half_written(slug):
    for step in pathway(slug).steps:
        texts = [step.heading, step.why]
        texts += [t for q in step.questions for t in (q.label, q.hint, q.missing)]
        for text in texts:
            assert text.count("[") == text.count("|") == text.count("]")
