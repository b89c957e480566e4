from datetime import date

import pytest
from django.core.exceptions import ValidationError

from portal.design import fields


def message(value, **options):
    with pytest.raises(ValidationError) as wrong:
        fields.DateField(label="Date of birth", **options).clean(value)
    return wrong.value.messages[0]


@pytest.mark.parametrize(
    "typed", [["24", "11", "1948"], [" 24", "nov ", "1948"], ["24", "November", "1948"]]
)
def test_a_date_is_taken_as_people_write_it(typed):
    assert fields.DateField(label="Date").clean(typed) == date(1948, 11, 24)


@pytest.mark.parametrize(
    ("typed", "wrong"),
    [
        (["", "", ""], "Enter date of birth"),
        (["24", "", "1948"], "The date must have a month"),
        (["", "11", ""], "The date must have a day and a year"),
        (["31", "2", "1948"], "Enter a real date, like 24 11 2026"),
        (["one", "2", "1948"], "Enter a real date, like 24 11 2026"),
        (["24", "11", "48"], "Enter the year as four numbers, like 1948"),
        (["24", "11", "²"], "Enter a real date, like 24 11 2026"),
        (["9" * 400, "11", "1948"], "Enter a real date, like 24 11 2026"),
    ],
)
def test_what_is_no_date_says_how_to_put_it_right(typed, wrong):
    assert message(typed) == wrong


def test_an_optional_date_may_be_empty():
    field = fields.DateField(label="Date", required=False)
    assert field.clean(["", "", ""]) is None
    assert field.clean(None) is None


def test_limits_are_said_in_words():
    limits = {"earliest": date(1900, 1, 1), "latest": lambda: date(2026, 11, 24)}
    assert message(["25", "11", "2026"], **limits) == "The date must be 24 November 2026 or earlier"
    assert message(["31", "12", "1899"], **limits) == "The date must be 1 January 1900 or later"


def test_a_stored_date_fills_the_boxes():
    widget = fields.DateField(label="Date").widget
    assert widget.decompress(date(1948, 11, 24)) == [24, 11, 1948]
    assert widget.decompress("1948-11-24") == [24, 11, 1948]
    assert widget.decompress(None) == ["", "", ""]


def test_a_date_has_changed_only_when_it_is_another_day():
    field = fields.DateField(label="Date", required=False)
    assert not field.has_changed(date(1948, 11, 24), ["24", "11", "1948"])
    assert field.has_changed(date(1948, 11, 24), ["25", "11", "1948"])
    assert field.has_changed(None, ["31", "2", "1948"])
