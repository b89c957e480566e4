from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from search.understanding.crisis import Level, level, raw, read

MUST = [(row["name"], text) for row in raw()["levels"] for text in row["examples"]]
MUST_NOT = raw()["not_examples"]


@pytest.mark.parametrize(("name", "text"), MUST)
def test_each_example_of_the_file_offers_help(name: str, text: str) -> None:
    assert level(text) == Level(name)


@pytest.mark.parametrize("text", MUST_NOT)
def test_each_counter_example_of_the_file_offers_none(text: str) -> None:
    assert level(text) is None


@pytest.mark.parametrize(
    "text",
    [
        "I want to kill myself",
        "i WANT to kill my self!!",
        "i wanna kill myslef",
        "overdose",
        "taken an overdsoe",
        "can't go on",
        "can’t go on without her",
        "cant go on",
        "sucide",
        "suicidel",
    ],
)
def test_help_is_offered_whatever_the_spelling(text: str) -> None:
    assert level(text) is not None


@pytest.mark.parametrize(
    "text",
    [
        "bereaved by suicide",
        "Bereaved by suiside",
        "want to die at home",
        "dad wants to die at home",
        "how will he die",
        "assisted dying bill",
        "suicide bereavement support near WY3 1AB",
        "bereavement group for children",
        "when to stop eating and drinking",
        "",
        "🕯",
    ],
)
def test_grief_and_dying_are_not_taken_for_danger(text: str) -> None:
    assert level(text) is None


def test_a_counter_phrase_hides_only_its_own_words() -> None:
    assert level("bereaved by suicide, now I want to kill myself") == Level.URGENT


def test_the_most_urgent_level_wins() -> None:
    assert level("suicidal and taken an overdose") == Level.EMERGENCY


def test_every_level_has_phrases_and_examples_and_a_reviewer() -> None:
    assert [name for name, _ in read().levels] == list(Level)
    for row in raw()["levels"]:
        assert row["phrases"]
        assert row["examples"]
    assert raw()["owner"]
    assert isinstance(raw()["next_review"], date)


@given(st.text(max_size=400))
def test_no_text_is_too_odd_to_read(text: str) -> None:
    assert level(text) in {None, *Level}
    assert level(f"{text[:10]} . I want to kill myself") is not None
