"""The words of the form, its limits, and any text in it."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from content.feedback.forms import LONGEST, PageFeedbackForm
from tests.portal.design.soup import render


def test_the_question_that_may_be_left_says_so_once() -> None:
    page = render("{% form_fields form %}", form=PageFeedbackForm())
    label = page.select_one('label[for="id_words"]').get_text()
    assert label == "What could be better? (optional)"
    assert "We cannot reply." in page.get_text()


@pytest.mark.parametrize(("length", "taken"), [(LONGEST, True), (LONGEST + 1, False)])
def test_words_have_a_longest_length_that_is_told(length: int, taken: bool) -> None:
    form = PageFeedbackForm({"useful": "no", "words": "x" * length})
    assert form.is_valid() is taken
    assert form.errors.get("words", []) == ([] if taken else ["Use 1000 letters or fewer"])


def test_a_wrong_choice_is_answered_with_the_list() -> None:
    form = PageFeedbackForm({"useful": "maybe"})
    assert form.errors == {"useful": ["Choose one of the answers on the list"]}


@settings(max_examples=30, deadline=None)
@given(st.text(max_size=80), st.text(max_size=1200))
def test_any_answer_is_taken_or_told_and_stays_in_its_box(useful: str, words: str) -> None:
    form = PageFeedbackForm({"useful": useful, "words": words})
    assert form.is_valid() == (not form.error_list)
    assert form["words"].value() == words
