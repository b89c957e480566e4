"""What each block refuses, with the words that say how to put it right."""

from typing import Any

import pytest
from django.core.exceptions import ValidationError
from hypothesis import given
from hypothesis import strategies as st
from wagtail.blocks import StructBlockValidationError
from wagtail.rich_text import RichText

from content.blocks import body_blocks
from content.blocks.doors import DoorBlock
from content.blocks.lists import LONGEST_LIST, line_html
from content.blocks.local import NeedBlock
from content.blocks.rules import is_blank, is_empty_name, refuse

NO_CASES, NO_NUMBER = "Say in which cases, as a list.", 'Name the number, like "Call 999 if:"'
NO_NAME = "Name what people will find inside."
NO_KEY = "Use the term's key: small letters and hyphens, like night-care."
SHORT = {"heading": "Call 999 if:", "body": "<p>x</p>"}
LINES = {"heading": "Do", "rows": ["<p>x</p>"]}


def clean(kind: str, raw: Any) -> Any:
    block = body_blocks()[kind]
    return block.clean(block.to_python(raw))


def words(kind: str, raw: dict[str, Any]) -> dict[str, list[str]]:
    with pytest.raises(StructBlockValidationError) as refused:
        clean(kind, raw)
    errors = refused.value.block_errors
    return {name: getattr(error, "messages", [str(error)]) for name, error in errors.items()}


@pytest.mark.parametrize(
    ("kind", "raw", "refusal"),
    [
        ("urgent", {**SHORT, "body": "<ul><li> </li></ul>"}, {"body": [NO_CASES]}),
        ("emergency", {**SHORT, "heading": "Call if:"}, {"heading": [NO_NUMBER]}),
        ("details", {"summary": "Click here", "body": "<p>x</p>"}, {"summary": [NO_NAME]}),
        ("services", {"need": "Night"}, {"need": [NO_KEY]}),
    ],
)
def test_a_refusal_stands_at_its_field_and_says_what_to_do(
    kind: str, raw: dict[str, Any], refusal: dict[str, list[str]]
) -> None:
    assert words(kind, raw) == refusal


def test_only_the_card_for_danger_to_life_must_name_999() -> None:
    for kind in ("urgent", "nonurgent"):
        assert clean(kind, {**SHORT, "heading": "Ring us if:"})["heading"] == "Ring us if:"


@pytest.mark.parametrize("kind", ["emergency", "urgent", "nonurgent", "warning"])
@pytest.mark.parametrize(("length", "taken"), [(120, True), (121, False)])
def test_a_heading_has_a_longest_length(kind: str, length: int, taken: bool) -> None:
    raw = {**SHORT, "heading": "999".ljust(length, "x")}
    if taken:
        assert len(clean(kind, raw)["heading"]) == length
    else:
        assert set(words(kind, raw)) == {"heading"}


@pytest.mark.parametrize("kind", ["do", "dont", "checklist", "steps"])
@pytest.mark.parametrize(("lines", "taken"), [(0, False), (1, True), (12, True), (13, False)])
def test_a_list_has_one_to_twelve_lines(kind: str, lines: int, taken: bool) -> None:
    assert LONGEST_LIST == 12
    raw = {**LINES, "rows": ["<p>x</p>"] * lines}
    if taken:
        assert len(clean(kind, raw)["rows"]) == lines
    else:
        assert set(words(kind, raw)) == {"rows"}


@pytest.mark.parametrize(
    ("kind", "raw", "missing"),
    [
        ("warning", {"heading": "", "body": "<p>x</p>"}, "heading"),
        ("details", {"summary": "", "body": "<p>x</p>"}, "summary"),
        ("quote", {"words": "<p>x</p>", "who": ""}, "who"),
        ("checklist", {**LINES, "heading": ""}, "heading"),
        ("services", {"need": ""}, "need"),
        ("contact", {"contact": None}, "contact"),
        ("timescale", {"heading": "", "timescales": []}, "timescales"),
    ],
)
@pytest.mark.django_db
def test_a_block_without_what_it_is_about_is_refused(
    kind: str, raw: dict[str, Any], missing: str
) -> None:
    assert set(words(kind, raw)) == {missing}


@pytest.mark.parametrize(
    "kind", [name for name in body_blocks() if name not in ("contact", "timescale")]
)
def test_what_the_editor_shows_as_an_example_would_be_taken(kind: str) -> None:
    block = body_blocks()[kind]
    block.clean(block.normalize(block.get_preview_value()))  # fmt: skip


@pytest.mark.parametrize(
    ("name", "empty"),
    [
        ("Read more", True),
        (" HERE: ", True),
        ("Click here.", True),
        ("Read more...", True),
        ("Read more…", True),
        ("More about pain", False),
        ("What to have here", False),
    ],
)
def test_names_that_name_nothing_are_known(name: str, empty: bool) -> None:
    assert is_empty_name(name) is empty


@pytest.mark.parametrize(
    ("html", "blank"),
    [("", True), ("<p></p>", True), ("<p>\u00a0</p>", True), ("<p>x</p>", False)],
)
def test_text_of_tags_and_spaces_alone_is_blank(html: str, blank: bool) -> None:
    assert is_blank(RichText(html)) is blank


def test_nothing_to_refuse_refuses_nothing() -> None:
    refuse({})
    with pytest.raises(StructBlockValidationError):
        refuse({"a": "b"})


@given(st.from_regex(r"[a-z0-9]+(-[a-z0-9]+){0,3}", fullmatch=True))
def test_every_key_of_small_letters_and_hyphens_is_a_need(key: str) -> None:
    assert NeedBlock().clean(key) == key


@pytest.mark.parametrize("key", ["-a", "a-", "a--b", "é", "A", "a b"])
def test_what_is_almost_a_key_is_none(key: str) -> None:
    with pytest.raises(ValidationError, match="small letters and hyphens"):
        NeedBlock().clean(key)


@pytest.mark.parametrize(
    ("source", "line"),
    [
        ("<p>a <b>b</b></p>", "a <b>b</b>"),
        ('<p data-block-key="x">a</p>', "a"),
        ("<p>a</p><p>b</p>", "<p>a</p><p>b</p>"),
        ("a", "a"),
        ("", ""),
    ],
)
def test_one_paragraph_becomes_a_line_and_more_stay_as_they_are(source: str, line: str) -> None:
    assert line_html(RichText(source)) == line


def door(**raw: Any) -> Any:
    block = DoorBlock()
    return block.clean(block.to_python({"heading": "A", "text": "B", "page": None, **raw}))


def test_a_door_to_an_address_leads_there() -> None:
    assert door(path="/services/?need=x").address() == "/services/?need=x"


@pytest.mark.parametrize(
    ("path", "field", "refusal"),
    [
        ("", "page", "one of the two"),
        ("//evil.example", "path", "Begin with one slash"),
        ("javascript:x", "path", "Begin with one slash"),
    ],
)
def test_a_door_that_leads_elsewhere_or_nowhere_says_why(
    path: str, field: str, refusal: str
) -> None:
    with pytest.raises(StructBlockValidationError) as refused:
        door(path=path)
    assert refusal in str(refused.value.block_errors[field].messages)
