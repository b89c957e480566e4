from referrals.pathways.answers import (
    flags_raised,
    in_words,
    open_steps,
    shown_answers,
    shown_steps,
)
from tests.referrals.conftest import pathway

PUBLIC = pathway()


def slugs(given):
    return [step.slug for step in shown_steps(PUBLIC, given)]


def test_a_step_waits_for_the_answer_that_opens_it():
    assert "nhs-number" not in slugs({})
    assert "nhs-number" in slugs({"do-you-know-the-nhs-number": {"nhs_number_known": "yes"}})


def test_what_they_know_is_asked_only_of_somebody_else():
    assert "what-they-know" in slugs({"who-it-is-for": {"who_for": "someone"}})
    assert "what-they-know" not in slugs({"who-it-is-for": {"who_for": "me"}})


def test_answers_of_a_step_no_longer_shown_are_left_out():
    given = {
        "do-you-know-the-nhs-number": {"nhs_number_known": "no"},
        "nhs-number": {"nhs_number": "9990000018"},
    }
    assert shown_answers(PUBLIC, given) == {"nhs_number_known": "no"}


def test_a_step_is_open_until_somebody_has_been_through_it():
    given = {step.slug: {} for step in PUBLIC.steps if step.slug != "gp"}
    assert [step.slug for step in open_steps(PUBLIC, given)] == ["gp"]


def test_a_step_left_with_something_wrong_is_open_again():
    given = {step.slug: {} for step in PUBLIC.steps}
    assert [step.slug for step in open_steps(PUBLIC, given, {"gp": {}})] == ["gp"]


def test_flags_come_the_gravest_first_and_once():
    answers = {
        "interpreter": "yes",
        "access_needs": ["bsl", "large-print"],
        "they_agree": "not-told",
        "visit_risk": "yes",
    }
    assert flags_raised(PUBLIC, answers) == [
        "does-not-know", "interpreter", "accessible", "hazard",
    ]  # fmt: skip


def test_words_are_settled_for_me_or_for_them():
    assert in_words("[Your|Their] name", True) == "Your name"
    assert in_words("[Your|Their] name", False) == "Their name"
    assert in_words("No choice here", True) == "No choice here"


def test_no_text_is_left_with_its_alternatives():
    for question in PUBLIC.questions().values():
        for text in (question.label, question.hint, question.missing):
            assert "|" not in in_words(text, True) + in_words(text, False)
