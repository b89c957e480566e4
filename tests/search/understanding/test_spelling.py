import pytest
from hypothesis import given
from hypothesis import strategies as st
from rapidfuzz.distance import OSA

from search.understanding.spelling import Speller, never_corrected

VOCABULARY = {
    "bereavement": 40,
    "assessment": 12,
    "hospice": 50,
    "hospital": 60,
    "medicines": 20,
    "night": 9,
    "nurse": 30,
    "pharmacy": 8,
    "right": 70,
    "syringe": 5,
    "funeral": 10,
    "care": 90,
    "form": 15,
    "from": 99,
}


@pytest.fixture(scope="module")
def speller() -> Speller:
    return Speller(VOCABULARY, known={"dnacpr", "widow"})


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("breavement", "bereavement"),
        ("bereavment", "bereavement"),
        ("berevement", "bereavement"),
        ("berievement", "bereavement"),
        ("asessment", "assessment"),
        ("assesment", "assessment"),
        ("hospise", "hospice"),
        ("hospitle", "hospital"),
        ("farmacy", "farmacy"),  # two slips in seven letters: too far to be sure
        ("pharmcy", "pharmacy"),
        ("syrnge", "syringe"),
        ("nruse", "nurse"),
        ("dnacrp", "dnacpr"),
    ],
)
def test_a_misspelt_word_becomes_the_nearest(speller: Speller, typed: str, meant: str) -> None:
    assert speller.correct([typed]) == [meant]


@pytest.mark.parametrize(
    "word",
    [
        "hospice",
        "hospital",
        "hospitals",  # the same word with another ending
        "nursing",
        "car",  # three letters or fewer
        "wy3",
        "nh5s",  # a digit
        "night",
        "what",
        "widow",
        "cruse",  # an organisation
        "mourning",
        "zzzzzzzz",
    ],
)
def test_some_words_are_left_alone(speller: Speller, word: str) -> None:
    assert speller.correct([word]) == [word]


def test_hospice_never_becomes_hospital_even_where_it_is_not_written() -> None:
    assert Speller({"hospital": 9}).correct(["hospice"]) == ["hospice"]
    assert Speller({"hospice": 9}).correct(["hospital"]) == ["hospital"]


def test_of_two_near_words_the_one_with_the_same_beginning_wins() -> None:
    assert Speller({"light": 90, "nights": 1}).correct(["nighs"]) == ["nights"]


def test_without_a_vocabulary_nothing_is_changed() -> None:
    assert Speller({}, known={"dnacpr"}).correct(["dnacrp"]) == ["dnacrp"]


def test_the_list_of_words_left_alone_keeps_the_names_of_helplines() -> None:
    assert {"cruse", "samaritans", "hospice", "hospital"} <= never_corrected()


@given(st.lists(st.text(alphabet="abcdefghijklmnoprstuvy1", min_size=1, max_size=14), max_size=5))
def test_a_correction_is_near_known_and_happens_once(words: list[str]) -> None:
    speller = Speller(VOCABULARY)
    corrected = speller.correct(words)
    assert len(corrected) == len(words)
    for typed, meant in zip(words, corrected, strict=True):
        if typed != meant:
            assert OSA.distance(typed, meant) <= (2 if len(typed) >= 8 else 1)
            assert meant in VOCABULARY
    assert speller.correct(corrected) == corrected
