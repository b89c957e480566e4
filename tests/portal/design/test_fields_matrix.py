"""Every kind of field, required and optional, left empty, answered wrongly and answered well."""

from datetime import date

import pytest
from django.core.exceptions import ValidationError

from portal.design import fields
from portal.design.forms import Form

CHOICES = [("east", "East"), ("west", "West")]
KINDS = {
    "text": (fields.CharField, {"max_length": 5}),
    "area": (fields.TextAreaField, {"max_length": 5}),
    "email": (fields.EmailField, {}),
    "phone": (fields.PhoneField, {}),
    "postcode": (fields.PostcodeField, {}),
    "number": (fields.IntegerField, {"min_value": 0}),
    "date": (fields.DateField, {}),
    "radios": (fields.ChoiceField, {"choices": CHOICES}),
    "select": (fields.SelectField, {"choices": CHOICES}),
    "several": (fields.MultipleChoiceField, {"choices": CHOICES}),
}
EMPTY = {"number": None, "date": None, "several": []}
ASKED = {"radios": "Choose", "select": "Choose", "several": "Choose"}
RIGHT = [
    ("text", {"x": " Jo "}, "Jo"),
    ("area", {"x": "a\r\nb"}, "a\r\nb"),
    ("email", {"x": " jo@wyvernvale.example "}, "jo@wyvernvale.example"),
    ("phone", {"x": "01632  960001"}, "01632 960001"),
    ("postcode", {"x": "wy31ab"}, "WY3 1AB"),
    ("number", {"x": " 3 "}, 3),
    ("number", {"x": "0"}, 0),
    ("date", {"x_0": "29", "x_1": "2", "x_2": "2028"}, date(2028, 2, 29)),
    ("radios", {"x": "east"}, "east"),
    ("select", {"x": "west"}, "west"),
    ("several", {"x": ["west", "east"]}, ["west", "east"]),
]
WRONG = [
    ("text", {"x": "abcdef"}, "at most 5 characters. There are 6 now"),
    ("area", {"x": "abcdef"}, "at most 5 characters. There are 6 now"),
    ("email", {"x": "jo@"}, "like name@example.com"),
    ("phone", {"x": "ring me"}, "like 01632 960 001"),
    ("phone", {"x": "( ) - - -"}, "like 01632 960 001"),
    ("postcode", {"x": "WY3"}, "like WY3 1AB"),
    ("postcode", {"x": "---"}, "like WY3 1AB"),
    ("number", {"x": "3.5"}, "Enter a whole number, like 3"),
    ("number", {"x": "-1"}, "greater than or equal to 0"),
    ("number", {"x": "9" * 5000}, "Enter a whole number, like 3"),
    ("date", {"x_0": "29", "x_1": "2", "x_2": "2027"}, "Enter a real date"),
    ("date", {"x_0": "29"}, "must have a month and a year"),
    ("radios", {"x": "north"}, "Choose one of the answers on the list"),
    ("select", {"x": "north"}, "Choose one of the answers on the list"),
    ("several", {"x": ["east", "north"]}, "Choose one of the answers on the list"),
]
REQUIRED = pytest.mark.parametrize("required", [True, False], ids=["required", "optional"])


def form(kind, data, required):
    field, options = KINDS[kind]
    asking = type("Asking", (Form,), {"x": field(label="Answer", required=required, **options)})
    return asking(data)


@REQUIRED
@pytest.mark.parametrize(("kind", "data", "kept"), RIGHT)
def test_a_right_answer_is_kept(kind, data, kept, required):
    asking = form(kind, data, required)
    assert asking.is_valid(), asking.errors
    assert asking.cleaned_data["x"] == kept


@REQUIRED
@pytest.mark.parametrize(("kind", "data", "words"), WRONG)
def test_a_wrong_answer_is_told_once_with_what_would_be_right(kind, data, words, required):
    [error] = form(kind, data, required).errors["x"]
    assert words in error


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("data", [{}, {"x": "", "x_0": "", "x_1": "", "x_2": ""}])
def test_no_answer_is_asked_for_where_one_is_wanted(kind, data):
    assert form(kind, data, required=True).errors == {"x": [f"{ASKED.get(kind, 'Enter')} answer"]}


@pytest.mark.parametrize("kind", KINDS)
def test_no_answer_is_an_answer_where_none_is_wanted(kind):
    asking = form(kind, {}, required=False)
    assert asking.is_valid()
    assert asking.cleaned_data["x"] == EMPTY.get(kind, "")


@pytest.mark.parametrize("kind", ["text", "area", "email", "phone", "postcode"])
def test_spaces_alone_are_no_answer(kind):
    assert form(kind, {"x": " \t "}, required=False).is_valid()
    assert not form(kind, {"x": " \t "}, required=True).is_valid()


def test_boxes_of_a_date_with_spaces_alone_are_no_answer():
    data = {"x_0": " ", "x_1": " ", "x_2": " "}
    assert form("date", data, required=True).errors == {"x": ["Enter answer"]}
    assert form("date", data, required=False).is_valid()


@pytest.mark.parametrize("digits", [5, 6, 15, 16])
def test_a_phone_number_has_six_to_fifteen_digits(digits):
    assert form("phone", {"x": "1" * digits}, True).is_valid() is (6 <= digits <= 15)


def test_a_box_that_must_not_be_ticked_may_be_left():
    field = fields.BooleanField(label="Ring me", required=False)
    assert field.clean(False) is False


@pytest.mark.parametrize("kind", [fields.PhoneField, fields.PostcodeField])
def test_an_own_word_for_a_wrong_answer_wins(kind):
    field = kind(label="X", error_messages={"invalid": "Look at the letter"})
    with pytest.raises(ValidationError, match="Look at the letter"):
        field.clean("zz")


@pytest.mark.parametrize(
    ("label", "words"),
    [
        ("Do you live alone?", "Enter an answer to “Do you live alone?”"),
        ("x" * 60, f"Enter {'x' * 60}"),
        ("x" * 61, f"Enter an answer to “{'x' * 61}”"),
    ],
)
def test_a_question_and_a_long_label_are_quoted(label, words):
    with pytest.raises(ValidationError) as wrong:
        fields.CharField(label=label).clean("")
    assert wrong.value.messages == [words]
