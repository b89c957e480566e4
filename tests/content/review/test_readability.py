"""LIX by block, with Wagtail's thresholds."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

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


TEXTS = st.lists(st.text(max_size=80), max_size=6)


@given(TEXTS)
def test_any_text_has_a_score(blocks: list[str]) -> None:
    score = lix(blocks)
    assert score == 0 or score >= 1
    assert verdict(score) in {"Good", "Fair", "Complex"}


@given(TEXTS)
def test_the_order_of_the_blocks_and_empty_ones_change_nothing(blocks: list[str]) -> None:
    assert lix(["", *reversed(blocks), "…"]) == pytest.approx(lix(blocks))


@given(TEXTS)
def test_the_same_text_twice_reads_as_easily_as_once(blocks: list[str]) -> None:
    assert lix([*blocks, *blocks]) == pytest.approx(lix(blocks))


WORD = st.text(alphabet="abcdefgh", min_size=1, max_size=12)


@given(st.lists(WORD, min_size=2, max_size=20), st.data())
def test_a_full_stop_more_never_makes_a_text_harder(words: list[str], data: st.DataObject) -> None:
    at = data.draw(st.integers(1, len(words) - 1))
    shorter = f"{' '.join(words[:at])}. {' '.join(words[at:])}"
    assert lix([shorter]) < lix([" ".join(words)])


@pytest.mark.parametrize(
    ("text", "score"),
    [
        ("It costs 3.50 a day.", 6.0),
        ("Ring us! Now? Yes...", 4 / 3),
        ("don't end-of-life 24-hour", 3 + 100 * 2 / 3),
        ("...", 0.0),
    ],
)
def test_points_in_numbers_end_no_sentence_and_hyphens_join_words(text: str, score: float) -> None:
    assert lix([text]) == pytest.approx(score)
