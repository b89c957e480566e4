import pytest

from referrals.demo.answers import USUAL, finished
from referrals.pathways.answers import shown_steps
from tests.referrals.conftest import PERSON, SLUGS, pathway


@pytest.mark.parametrize("slug", SLUGS)
def test_every_question_shown_gets_an_answer_and_no_other(slug):
    whole = finished(pathway(slug), PERSON)
    shown = shown_steps(pathway(slug), {s.slug: whole for s in pathway(slug).steps})
    assert set(whole) == {question.key for step in shown for question in step.questions}


def test_what_is_given_stands_before_what_is_usual():
    assert finished(pathway(), {"phone": "07700 900 999"})["phone"] == "07700 900 999"
    assert finished(pathway(), {})["phone"] == USUAL["phone"]


def test_what_may_be_left_out_is_left_empty():
    whole = finished(pathway(), {})
    assert (whole["gp_practice"], whole["plans_made"]) == ("", [])


def test_without_a_usual_answer_the_first_choice_is_taken():
    assert finished(pathway(), {})["who_for"] == "me"


def test_a_conditional_page_is_answered_only_when_it_is_open():
    assert "language" not in finished(pathway(), {"language": "Polish"})
    opened = finished(pathway(), {"interpreter": "yes", "language": "Polish"})
    assert opened["language"] == "Polish"
