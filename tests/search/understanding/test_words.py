import pytest
from hypothesis import given
from hypothesis import strategies as st

from search.understanding.words import (
    LONGEST_TEXT,
    LONGEST_WORD,
    MOST_WORDS,
    normalise,
    telling_words,
    tokens,
)


@pytest.mark.parametrize(
    ("typed", "tidy"),
    [
        ("  grief\t and\nloss ", "grief and loss"),
        ("carer’s ‘break’", "carer's 'break'"),
        ("“just in case”", '"just in case"'),
        ("gr\x00ie\x1bf", "gr ie f"),
        ("\u202egrief\u202c", "grief"),
        ("ｇｒｉｅｆ", "grief"),
        ("", ""),
    ],
)
def test_text_is_tidied_to_one_plain_line(typed: str, tidy: str) -> None:
    assert normalise(typed) == tidy


def test_a_very_long_text_is_cut() -> None:
    assert len(normalise("grief " * 5000)) <= LONGEST_TEXT


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Carer's assessment", ["carers", "assessment"]),
        ("can’t go on", ["cant", "go", "on"]),
        ("end-of-life care", ["end", "of", "life", "care"]),
        ("Café ÉMILE", ["cafe", "emile"]),
        ("snake_case 24/7", ["snake", "case", "24", "7"]),
        ("'quoted'", ["quoted"]),
        ('" * ~ [ ] \\', []),
    ],
)
def test_words_lose_case_accents_and_apostrophes(text: str, words: list[str]) -> None:
    assert tokens(text) == words


def test_small_words_tell_nothing_unless_there_is_nothing_else() -> None:
    assert telling_words(tokens("what should I do when my mother dies")) == ["mother", "dies"]
    assert telling_words(["who", "am", "i"]) == ["who", "am", "i"]


def test_each_word_counts_once_and_there_is_an_end() -> None:
    assert telling_words(["grief", "grief"]) == ["grief"]
    assert len(telling_words([f"word{n}" for n in range(100)])) == MOST_WORDS


@given(st.text(max_size=2000))
def test_any_text_gives_clean_words(text: str) -> None:
    tidy = normalise(text)
    assert len(tidy) <= LONGEST_TEXT
    assert normalise(tidy) == tidy or len(tidy) == LONGEST_TEXT or not tidy.isascii()
    assert tidy.isprintable() or not tidy.isascii()
    for word in tokens(tidy):
        assert word
        assert len(word) <= LONGEST_WORD
        assert " " not in word
        assert "'" not in word
