import pytest
from django.core.exceptions import ValidationError

from portal.design import fields


def message(field, value):
    with pytest.raises(ValidationError) as wrong:
        field.clean(value)
    return wrong.value.messages[0]


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("wy31ab", "WY3 1AB"),
        (" WY3  1AB ", "WY3 1AB"),
        ("ec1a 1bb", "EC1A 1BB"),
        ("m1-1ae", "M1 1AE"),
    ],
)
def test_a_postcode_is_tidied(typed, kept):
    assert fields.PostcodeField(label="Postcode").clean(typed) == kept


@pytest.mark.parametrize("typed", ["WY3", "31AB WY", "WY3 1ABC", "home"])
def test_what_is_no_postcode_is_refused_with_an_example(typed):
    wrong = message(fields.PostcodeField(label="Postcode"), typed)
    assert wrong == "Enter a full postcode, like WY3 1AB"


def test_an_optional_postcode_may_be_empty():
    assert fields.PostcodeField(label="Postcode", required=False).clean("  ") == ""


@pytest.mark.parametrize(
    "typed", ["01632 960 001", "+44 1632 960001", "(01632) 960-001", "111 111"]
)
def test_phone_numbers_are_taken_as_people_write_them(typed):
    assert fields.PhoneField(label="Phone").clean(f" {typed} ") == typed


@pytest.mark.parametrize("typed", ["none", "12345", "01632 960 001 ask for Jo", "1" * 16])
def test_what_cannot_be_rung_is_refused_with_an_example(typed):
    wrong = message(fields.PhoneField(label="Phone"), typed)
    assert wrong == "Enter a phone number, like 01632 960 001"


def test_an_email_address_is_checked_with_an_example():
    assert "like name@example.com" in message(fields.EmailField(label="Email"), "someone at home")
    assert fields.EmailField(label="Email").clean("jo@wyvernvale.example")


def test_a_whole_number_is_typed_into_a_plain_box():
    field = fields.IntegerField(label="How many?", min_value=1)
    assert field.clean("3") == 3
    assert message(field, "two") == "Enter a whole number, like 3"
    assert field.widget.input_type == "text"
    assert field.widget.attrs["inputmode"] == "numeric"


@pytest.mark.parametrize(
    ("label", "wrong"),
    [
        ("Your name", "Enter your name"),
        ("NHS number", "Enter NHS number"),
        ("What would help?", "Enter an answer to “What would help?”"),
        ("", "Enter an answer"),
    ],
)
def test_a_missing_answer_is_asked_for_by_name(label, wrong):
    assert message(fields.CharField(label=label), "") == wrong


def test_an_own_message_wins():
    field = fields.CharField(label="Name", error_messages={"required": "Enter the child’s name"})
    assert message(field, "") == "Enter the child’s name"


def test_too_long_is_said_and_never_cut_off_by_the_browser():
    field = fields.CharField(label="Name", max_length=5)
    assert "maxlength" not in field.widget.attrs
    said = message(field, "Bartholomew")
    assert said == "Write at most 5 characters. There are 11 now"


def test_nul_characters_are_refused():
    assert message(fields.TextAreaField(label="Words"), "a\x00b")
