import pytest

from search.understanding.request import Alternative, Term
from search.understanding.synonyms import PAIR, PHRASE, WEIGHT, known_words, read, standard, terms


def phrases(term: Term) -> set[str]:
    return {" ".join(way.words) for way in term.alternatives}


def found(text: str) -> set[str]:
    return set().union(*map(phrases, terms(text.split(), standard())))


def test_a_line_joins_its_phrases_both_ways() -> None:
    synonyms = read(["chemist, pharmacy  # the NHS says pharmacy"])
    assert synonyms == {("chemist",): (("pharmacy",),), ("pharmacy",): (("chemist",),)}


def test_an_arrow_goes_one_way_only() -> None:
    assert read(["drugs, tablets => medicines"]) == {
        ("drugs",): (("medicines",),),
        ("tablets",): (("medicines",),),
    }


def test_lines_about_the_same_phrase_add_up() -> None:
    assert read(["a, b", "a, c"])[("a",)] == (("b",), ("c",))


@pytest.mark.parametrize("line", ["chemist", "=> pharmacy", "chemist =>", ", ,"])
def test_a_line_that_joins_nothing_is_refused(line: str) -> None:
    with pytest.raises(ValueError, match="at least two phrases"):
        read([line])


def test_a_typed_word_counts_in_full_and_its_synonym_less() -> None:
    (term,) = terms(["chemist"], read(["chemist, pharmacy"]))
    assert term.alternatives == (Alternative(("chemist",)), Alternative(("pharmacy",), WEIGHT))
    assert WEIGHT < 1


def test_a_phrase_stands_beside_its_words() -> None:
    made = terms(["syringe", "pump"], read(["syringe pump, syringe driver"]))
    assert [phrases(term) for term in made] == [
        {"syringe"},
        {"pump"},
        {"syringe pump", "syringe driver"},
    ]


def test_small_words_make_no_term_but_count_in_a_phrase() -> None:
    made = terms(["what", "is", "do", "not", "resuscitate"], read(["do not resuscitate, dnacpr"]))
    assert [phrases(term) for term in made] == [
        {"resuscitate"},
        {"do not resuscitate", "dnacpr"},
        {"not resuscitate"},
    ]


def test_words_side_by_side_make_a_pair_unless_all_are_small() -> None:
    made = terms(["what", "if", "someone", "dies", "at", "home"], {})
    assert [phrases(term) for term in made] == [
        {"dies"},
        {"home"},
        {"someone dies"},
        {"dies at"},
        {"at home"},
    ]
    assert {way.weight for term in made[2:] for way in term.alternatives} == {PAIR}


def test_a_phrase_weighs_less_than_its_words_together() -> None:
    (_, _, term) = terms(["syringe", "pump"], read(["syringe pump, syringe driver, sd"]))
    assert [way.weight for way in term.alternatives] == [PHRASE, WEIGHT * PHRASE, WEIGHT]


def test_no_words_make_no_terms() -> None:
    assert terms([], standard()) == ()


@pytest.mark.parametrize(
    ("typed", "written"),
    [
        ("dnr form", "dnacpr"),
        ("my dad passed away", "died"),
        ("chemist", "pharmacy"),
        ("chc", "continuing healthcare"),
        ("lpa", "lasting power of attorney"),
        ("syringe pump", "syringe driver"),
        ("just in case drugs", "anticipatory medicines"),
        ("sitting service", "night sitting"),
        ("undertaker", "funeral director"),
        ("respect form", "recommended summary plan"),
    ],
)
def test_what_people_say_finds_what_we_write(typed: str, written: str) -> None:
    assert written in found(typed)


def test_a_word_of_several_meanings_is_not_widened_the_wrong_way() -> None:
    assert "recommended summary plan" not in found("respect")
    assert "hospital" not in found("hospice")


def test_words_of_the_list_are_known_to_spelling() -> None:
    known = known_words(standard())
    assert {"dnacpr", "chemist", "respite"} <= known
    assert not {"do", "not", "of"} & known
