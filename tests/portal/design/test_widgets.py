"""Widgets: hints tied to their choices, dates in three boxes, each with its own label and class."""

from datetime import date

import pytest
from bs4 import BeautifulSoup

from portal.design import fields
from portal.design.forms import Form
from portal.design.widget_classes import widget_class


class Answers(Form):
    number = fields.ChoiceField(
        label="How many?", choices=[(1, "One"), (2, "Two")], choice_hints={2: "The usual"}
    )
    born = fields.DateField(label="Born")
    name = fields.CharField(label="Name", width=10)
    free = fields.CharField(label="Free")
    words = fields.TextAreaField(label="Words", rows=9)
    area = fields.SelectField(label="Area", choices=[("e", "East")])
    agreed = fields.BooleanField(label="Agreed")


def html(bound) -> BeautifulSoup:
    return BeautifulSoup(str(bound), "html.parser")


def test_a_hint_is_found_by_a_value_that_is_no_text():
    page = html(Answers()["number"])
    described = page.select_one("#id_number_1")["aria-describedby"]
    assert page.select_one(f"#{described}").get_text() == "The usual"
    assert not page.select_one("#id_number_0").has_attr("aria-describedby")


def test_a_choice_is_not_called_wrong_where_its_question_is():
    assert not html(Answers({})["number"]).select("[aria-invalid]")


def test_a_date_has_three_labelled_boxes_that_bring_up_the_numbers():
    page = html(Answers(initial={"born": date(1948, 11, 24)})["born"])
    boxes = page.select("input")
    assert [box["value"] for box in boxes] == ["24", "11", "1948"]
    assert [page.select_one(f'label[for="{b["id"]}"]').get_text() for b in boxes] == [
        "Day",
        "Month",
        "Year",
    ]
    assert {box["inputmode"] for box in boxes} == {"numeric"}
    assert "nhsuk-input--width-4" in boxes[2]["class"]


@pytest.mark.parametrize(
    ("name", "calm", "wrong"),
    [
        ("name", "nhsuk-input nhsuk-input--width-10", " nhsuk-input--error"),
        ("free", "nhsuk-input", " nhsuk-input--error"),
        ("words", "nhsuk-textarea", " nhsuk-textarea--error"),
        ("area", "nhsuk-select", " nhsuk-select--error"),
        ("agreed", "nhsuk-checkboxes__input", ""),
        ("number", "", ""),
        ("born", "", ""),
    ],
)
def test_a_widget_wears_its_kind_its_width_and_its_error(name, calm, wrong):
    assert widget_class(Answers()[name]) == calm
    assert widget_class(Answers({})[name]) == calm + wrong


def test_a_text_area_is_as_high_as_was_asked():
    assert html(Answers()["words"]).textarea["rows"] == "9"


@pytest.mark.parametrize(
    ("field", "fills"),
    [
        (fields.EmailField, "email"),
        (fields.PhoneField, "tel"),
        (fields.PostcodeField, "postal-code"),
    ],
)
def test_a_browser_may_fill_in_what_it_knows_unless_told_otherwise(field, fills):
    assert field(label="X").widget.attrs["autocomplete"] == fills
    assert field(label="X", autocomplete="off").widget.attrs["autocomplete"] == "off"


def test_the_browser_does_not_mark_an_address_as_a_spelling_mistake():
    assert fields.EmailField(label="X").widget.attrs["spellcheck"] == "false"
