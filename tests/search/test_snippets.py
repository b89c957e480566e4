import re

from hypothesis import given
from hypothesis import strategies as st

from search.documents import Document
from search.snippets import LENGTH, snippet, stems_of
from search.understanding.request import Alternative, Term


def made(summary: str = "", body: str = "", *words: str) -> str:
    document = Document(id="page:1", kind="page", title="T", url="/", summary=summary, body=body)
    stems = stems_of([Term((Alternative((word,)),)) for word in words])
    return snippet(document, stems)


def test_a_summary_with_a_searched_word_is_shown_with_the_word_marked() -> None:
    assert made("Help after a death.", "x", "death") == "Help after a <mark>death</mark>."


def test_other_endings_of_the_word_are_marked_too() -> None:
    assert made("Bereaved? Groups help.", "", "group") == "Bereaved? <mark>Groups</mark> help."
    assert "<mark>Carer’s</mark>" in made("Carer’s café", "", "carers")


def test_small_words_of_a_phrase_are_not_marked() -> None:
    stems = stems_of([Term((Alternative(("do", "not", "resuscitate")),))])
    assert stems == {"resuscit"}


def test_if_only_the_body_has_the_word_the_place_in_it_is_shown() -> None:
    body = "Nothing to see. " * 30 + "The driver is a small pump. " + "More words. " * 30
    found = made("A summary without it.", body, "pump")
    assert "small <mark>pump</mark>" in found
    assert found.startswith("… ")
    assert found.endswith(" …")
    assert len(re.sub("<[^>]+>", "", found)) <= LENGTH + 10


def test_without_any_searched_word_the_summary_is_shown() -> None:
    assert made("Just the summary.", "And a body.", "other") == "Just the summary."


def test_without_a_summary_the_beginning_of_the_body_is_shown() -> None:
    assert made("", "Come in. Sit down.", "other") == "Come in. Sit down."
    assert made("", "", "other") == ""


def test_markup_in_a_text_is_shown_as_text() -> None:
    found = made("<script>alert('death')</script> & death", "", "death")
    assert "<script>" not in found
    assert found.count("<mark>death</mark>") == 2
    assert "&lt;script&gt;" in found
    assert "&amp;" in found


@given(st.text(max_size=400), st.text(max_size=400))
def test_no_text_breaks_out_of_the_marks(summary: str, body: str) -> None:
    found = made(summary, body, "death", "a", "script", "amp", "lt")
    left = found.replace("<mark>", "").replace("</mark>", "")
    assert "<" not in left
    assert ">" not in left
    assert found.count("<mark>") == found.count("</mark>")
