import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from services_directory.imports.cleaning import text
from services_directory.imports.cleaning.text import first_sentence, line, paragraphs


@pytest.mark.parametrize("value", [None, "", "   ", "\n\t", "\u200b", [], "<p> </p>", "&nbsp;"])
def test_blanks_are_nothing(value):
    assert paragraphs(value)[0] == ""


@pytest.mark.parametrize(
    "value", ["N/A", "n/a", "None", "null", "-", "TBC", "Unknown", " na ", "<p>N/A</p>"]
)
def test_placeholders_are_nothing_and_it_is_said(value):
    assert paragraphs(value) == ("", text.PLACEHOLDER)


@pytest.mark.parametrize("value", ["Nonesuch House", "Nathan", "N/A to adults", "Unknown soldier"])
def test_words_that_begin_like_a_placeholder_stay(value):
    assert paragraphs(value) == (value, "")


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("<p>One</p><p>Two</p>", "One\n\nTwo"),
        ("One<br>Two<br/>Three", "One\nTwo\nThree"),
        ("<ul><li>Tea</li><li>Talk</li></ul>", "- Tea\n- Talk"),
        ("<p>We give:</p><ul><li>Tea</li></ul><p>Come</p>", "We give:\n\n- Tea\n\nCome"),
        ("<h2>Who</h2>All <strong>adults</strong>", "Who\n\nAll adults"),
        ("Tea &amp; talk", "Tea & talk"),
        ("Tea &amp;amp; talk", "Tea & talk"),
        ("&lt;p&gt;One&lt;/p&gt;", "One"),
        ("<script>alert(1)</script>Hello<style>p{}</style>", "Hello"),
        ('<a href="https://a.example/x">our page</a>', "our page (https://a.example/x)"),
        ('<a href="https://a.example">https://a.example</a>', "https://a.example"),
        ('<a href="javascript:alert(1)">here</a>', "here"),
        ("<p>Half <b>open", "Half open"),
        ("<table><tr><td>Mon</td><td>9</td></tr></table>", "Mon 9"),
        ("a<!-- hidden -->b", "ab"),
        ("It&rsquo;s free &ndash; come", "It\u2019s free \u2013 come"),
        ("<img src=x onerror=alert(1)>Hi", "Hi"),
    ],
)
def test_html_becomes_plain_text_and_it_is_said(value, expected):
    assert paragraphs(value) == (expected, text.WAS_HTML)


@pytest.mark.parametrize(
    "value", ["a < b and b > c", "under <18 years", "Q&A", "R&D; more", "x <3 y"]
)
def test_plain_text_with_odd_signs_is_left_alone(value):
    assert paragraphs(value) == (value, "")


@pytest.mark.parametrize("sign", ["\x00", "\x07", "\x1b", "\x85", "\ud800", "\u202e", "\ufeff"])
def test_signs_that_cannot_be_shown_go_and_it_is_said(sign):
    assert paragraphs(f"Te{sign}a") == ("Tea", text.BAD_CHARACTERS)


@pytest.mark.parametrize("value", [{"a": 1}, True, False, {"nested": {}}])
def test_what_is_no_text_is_said(value):
    assert line(value) == ("", text.NO_TEXT)


@pytest.mark.parametrize(
    ("value", "expected"), [(5, "5"), (5.5, "5.5"), (["a", "b"], "a, b"), (["a", 1], "a, 1")]
)
def test_numbers_and_lists_of_words_are_text(value, expected):
    assert line(value) == (expected, "")


def test_a_list_that_holds_more_than_words_loses_the_rest_and_says_so():
    assert line(["a", {"b": 1}]) == ("a", text.NO_TEXT)


def test_line_breaks_of_any_kind_are_kept_in_paragraphs_and_lost_in_a_line():
    assert paragraphs("a\r\nb\rc\u2028d") == ("a\nb\nc\nd", "")
    assert line("a\r\nb\n\n c") == ("a b c", "")


def test_many_blank_lines_are_one():
    assert paragraphs("a\n\n\n\n\nb  \n") == ("a\n\nb", "")


def test_long_text_is_cut_at_a_word_and_it_is_said():
    assert line("one two three four", 12) == ("one two\u2026", text.TOO_LONG)
    assert line("x" * 30, 10) == ("x" * 9 + "\u2026", text.TOO_LONG)
    assert line("x" * 10, 10) == ("x" * 10, "")


def test_the_first_sentence_is_the_summary():
    assert first_sentence("We meet. You talk.\n\nMore.", 100) == "We meet."
    assert first_sentence("We meet at St. Mary's", 100) == "We meet at St."
    assert first_sentence("A long one without an end " * 9, 30).endswith("\u2026")
    assert first_sentence("", 10) == ""


@given(st.text(max_size=300), st.integers(min_value=5, max_value=50))
def test_no_text_is_longer_than_its_field_or_holds_what_a_database_refuses(value, longest):
    for cleaner in (line, paragraphs):
        made, note = cleaner(value, longest)
        assert len(made) <= longest
        made.encode()
        assert "\x00" not in made
        assert made == made.strip()
        assert isinstance(note, str)


@given(st.text(max_size=200))
def test_clean_text_stays_as_it_is(value):
    made, _ = paragraphs(value)
    assert paragraphs(made)[0] == made


HTML = st.lists(
    st.sampled_from(
        ["<p>", "</p>", "<li>", "</li>", "<br>", "tea", " ", "&amp;", "&lt;", "\n", "<b>", "<!--"]
    ),
    max_size=30,
).map("".join)


@given(HTML)
def test_html_cleans_to_text_without_tags_whatever_is_left_open(value):
    made, _ = paragraphs(value)
    assert "<p>" not in made
    assert "<li>" not in made
    assert "\x01" not in made
    assert paragraphs(made)[0] == made


def test_a_very_deep_page_is_read_in_time():
    made, note = paragraphs("<div>" * 20_000 + "tea" + "</div>" * 20_000)
    assert made == "tea"
    assert note


@pytest.mark.parametrize("tag", ["<p>", "<div>", "<b>", "<li>", "<!--", "<p "])
def test_tags_within_tags_without_end_take_no_time(tag):
    began = time.process_time()
    shown, _ = paragraphs("Tea and talk. " + tag * 40_000)
    assert shown.startswith("Tea and talk.")
    assert time.process_time() - began < 5
