"""Each kind of question as a field: what it takes, what it says, what it returns."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
import time_machine
from django import forms
from django.core.exceptions import ValidationError

from portal.design import fields
from referrals.journey.fields import (
    LONGEST_LINE,
    LONGEST_TEXT,
    MonthField,
    NhsNumberField,
    NumberField,
    field_for,
)
from referrals.journey.phone_field import ReachField
from referrals.pathways.declare import Kind, Option, Question

OPTIONS = (Option("a", "The first", "A hint"), Option("b", "The second"))
CHOSEN = {Kind.CHOICE, Kind.SELECT, Kind.CHOICES}
CLASSES = {
    Kind.TEXT: fields.CharField,
    Kind.LONG_TEXT: fields.TextAreaField,
    Kind.EMAIL: fields.EmailField,
    Kind.PHONE: ReachField,
    Kind.POSTCODE: fields.PostcodeField,
    Kind.DATE: fields.DateField,
    Kind.MONTH: MonthField,
    Kind.NUMBER: NumberField,
    Kind.CHOICE: fields.ChoiceField,
    Kind.SELECT: fields.SelectField,
    Kind.CHOICES: fields.MultipleChoiceField,
    Kind.CONFIRM: fields.BooleanField,
    Kind.NHS_NUMBER: NhsNumberField,
    Kind.GP_PRACTICE: fields.CharField,
    Kind.ORGANISATION: fields.CharField,
    Kind.ADDRESS: fields.TextAreaField,
}
NOTHING = {Kind.CHOICES: [], Kind.DATE: ["", "", ""], Kind.CONFIRM: False}


def question(kind: Kind = Kind.TEXT, **more) -> Question:
    options = OPTIONS if kind in CHOSEN else ()
    whole = Question("q", kind, "[Your|Their] word", purpose="Test.", options=options)
    return replace(whole, **more)


def error_of(field: forms.Field, value) -> str:
    with pytest.raises(ValidationError) as raised:
        field.clean(value)
    return " ".join(raised.value.messages)


@pytest.mark.parametrize("kind", Kind)
def test_every_kind_has_its_field(kind):
    assert type(field_for(question(kind), True, own=True)) is CLASSES[kind]


@pytest.mark.parametrize("kind", Kind)
def test_an_answer_that_must_be_given_says_how_in_the_words_declared(kind):
    field = field_for(question(kind, missing="Enter [your|their] word"), False, own=True)
    assert error_of(field, NOTHING.get(kind, "")) == "Enter their word"


@pytest.mark.parametrize("kind", Kind)
def test_an_answer_that_may_be_left_out_may_be_left_out(kind):
    field = field_for(question(kind, required=False), True, own=True)
    assert not field.clean(NOTHING.get(kind, ""))


@pytest.mark.parametrize(("about_me", "word"), [(True, "Your"), (False, "Their")])
def test_label_and_hint_are_worded_for_who_fills_it_in(about_me, word):
    asked = question(hint="[Your|Their] hint")
    field = field_for(asked, about_me, own=about_me)
    assert (field.label, field.help_text) == (f"{word} word", f"{word} hint")


@pytest.mark.parametrize(
    ("kind", "longest"), [(Kind.TEXT, LONGEST_LINE), (Kind.LONG_TEXT, LONGEST_TEXT)]
)
def test_a_text_may_be_as_long_as_said_and_no_longer(kind, longest):
    field = field_for(question(kind), True, own=True)
    assert field.clean("x" * longest) == "x" * longest
    assert str(longest) in error_of(field, "x" * (longest + 1))


def test_nothing_is_cut_off_by_the_browser():
    for kind in (Kind.TEXT, Kind.LONG_TEXT):
        assert "maxlength" not in field_for(question(kind), True, own=True).widget.attrs


@pytest.mark.parametrize(
    ("kind", "typed", "kept"),
    [
        (Kind.TEXT, "  a word ", "a word"),
        (Kind.POSTCODE, "wy11aa", "WY1 1AA"),
        (Kind.PHONE, " 01632  960 001 ", "01632 960 001"),
        (Kind.DATE, ["1", "Feb", "1950"], date(1950, 2, 1)),
        (Kind.NHS_NUMBER, "999 000-0018", "9990000018"),
        (Kind.MONTH, "june 2026", "2026-06"),
        (Kind.MONTH, "6/2026", "2026-06"),
        (Kind.MONTH, "06 - 2026", "2026-06"),
        (Kind.MONTH, " Sept 1999 ", "1999-09"),
        (Kind.MONTH, "1999", "1999"),
        (Kind.NUMBER, " 2.5 ", Decimal("2.5")),
        (Kind.GP_PRACTICE, " Quayside  ", "Quayside"),
        (Kind.CHOICES, ["b", "a"], ["b", "a"]),
        (Kind.CONFIRM, "on", True),
    ],
)
def test_what_is_typed_is_kept_in_one_form(kind, typed, kept):
    assert field_for(question(kind), True, own=True).clean(typed) == kept


@pytest.mark.parametrize("kind", sorted(CHOSEN))
def test_what_is_not_on_the_list_is_refused(kind):
    field = field_for(question(kind), True, own=True)
    wrong = ["z"] if kind is Kind.CHOICES else "z"
    assert error_of(field, wrong) == "Choose one of the answers on the list"


@pytest.mark.parametrize("kind", [Kind.CHOICE, Kind.CHOICES])
def test_hints_stand_under_the_choices_that_have_one(kind):
    assert field_for(question(kind), True, own=True).choice_hints == {"a": "A hint"}


def test_a_drop_down_begins_with_no_choice_made():
    field = field_for(question(Kind.SELECT), True, own=True)
    assert list(field.choices) == [("", "Choose"), ("a", "The first"), ("b", "The second")]


@pytest.mark.parametrize("kind", [Kind.CHOICE, Kind.CHOICES])
def test_other_choices_offer_nothing_but_the_answers(kind):
    field = field_for(question(kind), True, own=True)
    assert [value for value, _ in field.choices] == ["a", "b"]


class TestDates:
    def field(self, in_the_past: bool) -> forms.Field:
        return field_for(question(Kind.DATE, in_the_past=in_the_past), True, own=True)

    @time_machine.travel("2026-11-20 12:00", tick=False)
    def test_today_is_past_enough_and_tomorrow_is_not(self):
        assert self.field(True).clean(["20", "11", "2026"]) == date(2026, 11, 20)
        said = error_of(self.field(True), ["21", "11", "2026"])
        assert said == "The date must be 20 November 2026 or earlier"

    @time_machine.travel("2026-06-30T23:30:00+00:00", tick=False)
    def test_today_is_the_day_in_london(self):
        assert self.field(True).clean(["1", "7", "2026"]) == date(2026, 7, 1)

    @time_machine.travel("2026-11-20 12:00", tick=False)
    def test_a_field_once_made_knows_a_later_day(self):
        field = self.field(True)
        with time_machine.travel("2026-11-21 12:00", tick=False):
            assert field.clean(["21", "11", "2026"]) == date(2026, 11, 21)

    def test_a_date_to_come_is_taken_where_it_makes_sense(self):
        assert self.field(False).clean(["1", "1", "2999"]) == date(2999, 1, 1)

    def test_nobody_is_older_than_1900(self):
        assert self.field(True).clean(["1", "1", "1900"]) == date(1900, 1, 1)
        assert "1 January 1900 or later" in error_of(self.field(True), ["31", "12", "1899"])


class TestNhsNumber:
    @pytest.mark.parametrize("typed", ["999 000 0019", "12", "999 000 001", "abc"])
    def test_a_wrong_one_says_what_to_check(self, typed):
        field = field_for(question(Kind.NHS_NUMBER), True, own=True)
        assert error_of(field, typed) == NhsNumberField.wrong

    def test_only_separators_are_no_number_and_no_error_where_none_is_needed(self):
        field = field_for(question(Kind.NHS_NUMBER, required=False), True, own=True)
        assert field.clean(" - ") == ""

    def test_only_separators_are_missing_where_it_is_needed(self):
        field = field_for(question(Kind.NHS_NUMBER, missing="Enter the number"), True, own=True)
        assert error_of(field, " - ") == "Enter the number"

    def test_a_phone_shows_its_number_keys(self):
        field = field_for(question(Kind.NHS_NUMBER), True, own=True)
        assert field.widget.attrs["inputmode"] == "numeric"


TYPED = {Kind.TEXT, Kind.LONG_TEXT, Kind.PHONE, Kind.EMAIL, Kind.POSTCODE, Kind.GP_PRACTICE,
         Kind.ORGANISATION, Kind.ADDRESS}  # fmt: skip


@pytest.mark.parametrize("kind", sorted(TYPED))
def test_the_browser_offers_nothing_for_somebody_else(kind):
    field = field_for(question(kind, autocomplete="name"), False, own=False)
    assert field.widget.attrs["autocomplete"] == "off"


@pytest.mark.parametrize("kind", [kind for kind in Kind if kind not in TYPED])
def test_what_is_not_typed_needs_no_such_word(kind):
    field = field_for(question(kind), False, own=False)
    assert "autocomplete" not in field.widget.attrs


@pytest.mark.parametrize(
    ("kind", "declared", "offered"),
    [
        (Kind.TEXT, "name", "name"),
        (Kind.LONG_TEXT, "street-address", "street-address"),
        (Kind.PHONE, "", "tel"),
        (Kind.EMAIL, "", "email"),
        (Kind.POSTCODE, "", "postal-code"),
    ],
)
def test_the_browser_offers_what_is_ones_own(kind, declared, offered):
    field = field_for(question(kind, autocomplete=declared), True, own=True)
    assert field.widget.attrs["autocomplete"] == offered


def test_a_width_is_a_number_of_characters():
    assert field_for(question(width="10"), True, own=True).width == 10
    assert field_for(question(), True, own=True).width == "full"


@pytest.mark.parametrize("heading", [True, False])
def test_the_one_question_of_a_page_can_be_its_heading(heading):
    assert field_for(question(), True, own=True, page_heading=heading).page_heading is heading


class TestMonths:
    def field(self) -> forms.Field:
        return field_for(question(Kind.MONTH, required=False), True, own=True)

    @pytest.mark.parametrize("typed", ["13 2026", "0/2026", "Juno 2026x", "soon", "26", "June 26",
                                       "Mai 2026", "1899", "6 20266", "²⁰²⁶"])  # fmt: skip
    def test_what_is_no_month_says_how_to_write_one(self, typed):
        assert error_of(self.field(), typed) == MonthField.wrong

    @time_machine.travel("2026-11-20 12:00", tick=False)
    @pytest.mark.parametrize(("typed", "right"), [("11 2026", True), ("12 2026", False),
                                                  ("2026", True), ("2027", False)])  # fmt: skip
    def test_this_month_is_past_enough_and_the_next_is_not(self, typed, right):
        if right:
            assert self.field().clean(typed)
        else:
            assert error_of(self.field(), typed) == MonthField.to_come

    @pytest.mark.parametrize(("kept", "shown"), [("2026-06", "June 2026"), ("1999", "1999"),
                                                 ("junk", "junk"), (None, None),
                                                 ("2026-13", "2026-13"), ("0000-05", "0000-05"),
                                                 ("2026-00", "2026-00")])  # fmt: skip
    def test_what_was_kept_is_shown_in_words(self, kept, shown):
        assert self.field().prepare_value(kept) == shown


class TestNumbers:
    def field(self, **limits: float | None) -> forms.Field:
        asked = question(Kind.NUMBER, **{"least": 0.5, "most": 60, "required": False} | limits)
        return field_for(asked, True, own=True)

    @pytest.mark.parametrize("typed", ["0.4", "61", "2.55", "two", "1e400", "NaN", "-1", "9" * 400])
    def test_another_number_says_from_where_to_where(self, typed):
        assert error_of(self.field(), typed) == "Enter a number from 0.5 to 60, like 2"

    @pytest.mark.parametrize("typed", ["0.5", "60", "2", "2.0"])
    def test_the_ends_are_numbers_too(self, typed):
        assert self.field().clean(typed) == Decimal(typed)

    def test_without_limits_any_number_will_do(self):
        assert self.field(least=None, most=None).clean("1000") == 1000
        assert error_of(self.field(least=None, most=None), "x") == "Enter a number, like 2"


def test_a_secret_is_never_offered_by_the_browser():
    field = field_for(question(secret=True, autocomplete="name"), True, own=True)
    assert field.widget.attrs["autocomplete"] == "off"
