from hypothesis import given
from hypothesis import strategies as st

from portal.places.queries import Place
from search.understanding.crisis import Level
from search.understanding.reading import Understood, understand
from search.understanding.spelling import Speller

HERE = Place("WY3 1AB", 54.0, 1.5, ("east",))
SPELLER = Speller({"bereavement": 9, "group": 5, "children": 4, "night": 4})


def find_here(text: str) -> Place | None:
    return HERE if text.upper() == HERE.name else None


def read(text: str, speller: Speller | None = SPELLER) -> Understood:
    return understand(text, find_here, speller)


def test_words_place_and_correction_are_read_from_one_line() -> None:
    found = read("Breavement group, near WY3 1AB")
    assert found.words == ("bereavement", "group")
    assert found.place == HERE
    assert found.correction == "bereavement group, near WY3 1AB"
    assert found.without_place == "Breavement group,"
    assert found.text == "Breavement group, near WY3 1AB"


def test_without_a_slip_there_is_no_correction() -> None:
    assert read("bereavement group").correction is None


def test_without_a_speller_words_stay_as_typed() -> None:
    found = read("breavement", speller=None)
    assert (found.words, found.correction) == (("breavement",), None)


def test_danger_is_read_before_spelling_and_place_change_the_words() -> None:
    assert read("can't go on WY3 1AB").crisis == Level.LISTEN
    assert read("children").crisis is None


def test_a_text_without_words_asks_for_nothing() -> None:
    assert read(' " ? ') == Understood(text='" ?', without_place='" ?')


@given(st.text(max_size=500))
def test_any_text_is_understood_somehow(text: str) -> None:
    found = read(text)
    assert len(found.terms) <= 80
    for term in found.terms:
        for way in term.alternatives:
            assert way.words
            assert all(word and " " not in word for word in way.words)
            assert 0 < way.weight <= 1
