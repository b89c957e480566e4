"""LIX by block, with Wagtail's thresholds."""

import pytest

from content.models import HomePage
from content.review.readability import lix, text_blocks, verdict
from tests.content.builders import add_information, text


def test_lix_is_sentence_length_plus_share_of_long_words() -> None:
    # 8 words, 2 sentences, 3 words of over 6 letters
    assert lix(["Ring the hospice nurse. She brings medicine tonight."]) == pytest.approx(
        8 / 2 + 100 * 3 / 8
    )


def test_words_of_six_letters_are_not_long() -> None:
    assert lix(["Please listen."]) == 2.0


def test_each_block_ends_its_sentence() -> None:
    items = ["keys for the house", "a list of the tablets", "a warm coat"]
    assert lix(items) < lix([" ".join(items)])


def test_no_words_score_nothing() -> None:
    assert lix([]) == 0.0
    assert lix(["", "…"]) == 0.0


@pytest.mark.parametrize(
    ("score", "word"), [(34.9, "Good"), (35, "Fair"), (44.9, "Fair"), (45, "Complex")]
)
def test_the_verdict_is_the_one_wagtail_gives(score: float, word: str) -> None:
    assert verdict(score) == word


@pytest.mark.django_db
def test_all_words_that_readers_read_are_counted_and_no_others(home: HomePage) -> None:
    body = [
        text("<h2>Ask</h2><p>Ring <b>now</b> &amp; ask.</p>"),
        text("<ul><li>one<ul><li>two</li></ul></li></ul>"),
        {"type": "steps", "value": {"rows": ["<p>First</p>", "<p>Then</p>"]}},
        {"type": "urgent", "value": {"heading": "Ring if:", "body": "<ul><li>pain</li></ul>"}},
        {"type": "services", "value": {"need": "night-care"}},
    ]
    page = add_information(home, "P", body=body)
    assert text_blocks(page.body) == [
        "Ask", "Ring now & ask.", "one", "two", "First", "Then", "Ring if:", "pain",
    ]  # fmt: skip
