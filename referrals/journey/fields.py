"""Each kind of question as a field of the design system."""

import re
from collections.abc import Callable
from datetime import date
from decimal import Decimal
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone

from portal.design import fields
from referrals import nhs_number
from referrals.journey.phone_field import ReachField
from referrals.pathways.answers import in_words
from referrals.pathways.declare import Kind, Question
from referrals.pathways.words import month_in_words

EARLIEST = date(1900, 1, 1)
LONGEST_LINE = 200
LONGEST_TEXT = 4000

_STORED_MONTH = re.compile(r"^\d{4}(-\d{2})?$")
_TYPED_MONTH = re.compile(r"^(?:(?P<month>[^\W\d_]{3,9}|\d{1,2})[\s./,-]+)?(?P<year>\d{4})$")


class NhsNumberField(fields.CharField):
    """An NHS number in any grouping, returned as ten digits."""

    wrong = "Check the NHS number. It has 10 digits, like 999 000 0018"

    def clean(self, value: Any) -> str:
        typed = str(super().clean(nhs_number.normalise(value or "")))
        if typed and not nhs_number.is_valid(typed):
            raise ValidationError(self.wrong, code="invalid")
        return typed


class MonthField(fields.CharField):
    """A month and year, or a year alone, as people write it; returned as "2026-06" or "2026"."""

    wrong = "Enter a month and a year, like 6 2026 or June 2026"
    to_come = "The month must be this month or earlier"
    _months = tuple(date(2000, number, 1).strftime("%b").lower() for number in range(1, 13))

    def prepare_value(self, value: Any) -> Any:
        return month_in_words(value) if _STORED_MONTH.match(str(value or "")) else value

    def clean(self, value: Any) -> str:
        typed = super().clean(value)
        match = _TYPED_MONTH.match(str(typed).strip())
        if not typed:
            return ""
        year, month = (int(match["year"]), self._number(match["month"])) if match else (0, None)
        if match is None or month == 0 or not EARLIEST.year <= year:
            raise ValidationError(self.wrong, code="invalid")
        if (year, month or 1) > (timezone.localdate().year, timezone.localdate().month):
            raise ValidationError(self.to_come, code="too_late")
        return f"{year}-{month:02}" if month else str(year)

    def _number(self, typed: str | None) -> int | None:
        """Return 1 to 12, 0 for what is no month, and None for no month at all."""
        if not typed:
            return None
        if typed.isdigit():
            return int(typed) if 1 <= int(typed) <= 12 else 0
        return 1 + self._months.index(short) if (short := typed[:3].lower()) in self._months else 0


class NumberField(fields.DesignField, forms.DecimalField):
    """A number with at most one decimal place, typed into a plain box."""

    widget = forms.TextInput

    def __init__(self, *, least: float | None, most: float | None, **kwargs: Any) -> None:
        how = "a number" if least is None or most is None else f"a number from {least} to {most}"
        said = f"Enter {how}, like {2 if least is None else max(2, least)}"
        usual: dict[str, Any] = {"inputmode": "decimal", "width": 4}
        codes = ("invalid", "min_value", "max_value", "max_decimal_places", "max_digits",
                 "max_whole_digits")  # fmt: skip
        messages = dict.fromkeys(codes, said) | kwargs.pop("error_messages", {})
        super().__init__(
            min_value=None if least is None else Decimal(str(least)),
            max_value=None if most is None else Decimal(str(most)),
            decimal_places=1,
            error_messages=messages,
            **usual | kwargs,
        )


def field_for(
    question: Question, about_me: bool, *, own: bool, page_heading: bool = False
) -> forms.Field:
    """Return the form field of a question, worded for who fills it in.

    own: the answer is about whoever fills it in, so that the browser may offer it.
    """
    common: dict[str, Any] = {
        "label": in_words(question.label, about_me),
        "help_text": in_words(question.hint, about_me),
        "required": question.required,
        "page_heading": page_heading,
    }
    if question.missing:
        common["error_messages"] = {"required": in_words(question.missing, about_me)}
    if not own or question.secret:
        common |= _no_autocomplete(question)
    elif question.autocomplete:
        common["autocomplete"] = question.autocomplete
    if question.width:
        common["width"] = int(question.width)
    return _MAKERS[question.kind](question, common)


def _no_autocomplete(question: Question) -> dict[str, Any]:
    """Somebody else's details are not the ones that the browser would fill in."""
    typed = {Kind.TEXT, Kind.LONG_TEXT, Kind.PHONE, Kind.EMAIL, Kind.POSTCODE, Kind.GP_PRACTICE,
             Kind.ORGANISATION,
             Kind.ADDRESS}  # fmt: skip
    return {"autocomplete": "off"} if question.kind in typed else {}


def _text(question: Question, common: dict[str, Any]) -> forms.Field:
    return fields.CharField(max_length=LONGEST_LINE, **common)


def _long_text(question: Question, common: dict[str, Any]) -> forms.Field:
    return fields.TextAreaField(max_length=LONGEST_TEXT, **common)


def _address(question: Question, common: dict[str, Any]) -> forms.Field:
    return fields.TextAreaField(rows=4, max_length=LONGEST_TEXT, **common)


def _month(question: Question, common: dict[str, Any]) -> forms.Field:
    return MonthField(max_length=LONGEST_LINE, **{"width": 20} | common)


def _number(question: Question, common: dict[str, Any]) -> forms.Field:
    return NumberField(least=question.least, most=question.most, **common)


def _date(question: Question, common: dict[str, Any]) -> forms.Field:
    latest = timezone.localdate if question.in_the_past else None
    return fields.DateField(earliest=EARLIEST, latest=latest, **common)


def _choices(question: Question) -> list[tuple[str, str]]:
    return [(option.value, option.label) for option in question.options]


def _hints(question: Question) -> dict[str, str]:
    return {option.value: option.hint for option in question.options if option.hint}


def _one(question: Question, common: dict[str, Any]) -> forms.Field:
    return fields.ChoiceField(choices=_choices(question), choice_hints=_hints(question), **common)


def _many(question: Question, common: dict[str, Any]) -> forms.Field:
    return fields.MultipleChoiceField(
        choices=_choices(question), choice_hints=_hints(question), **common
    )


def _select(question: Question, common: dict[str, Any]) -> forms.Field:
    return fields.SelectField(choices=[("", "Choose"), *_choices(question)], **common)


def _confirm(question: Question, common: dict[str, Any]) -> forms.Field:
    return fields.BooleanField(**common)


_MAKERS: dict[Kind, Callable[[Question, dict[str, Any]], forms.Field]] = {
    Kind.TEXT: _text,
    Kind.LONG_TEXT: _long_text,
    Kind.EMAIL: lambda question, common: fields.EmailField(**common),
    Kind.PHONE: lambda question, common: ReachField(**common),
    Kind.POSTCODE: lambda question, common: fields.PostcodeField(**common),
    Kind.DATE: _date,
    Kind.MONTH: _month,
    Kind.NUMBER: _number,
    Kind.CHOICE: _one,
    Kind.SELECT: _select,
    Kind.CHOICES: _many,
    Kind.CONFIRM: _confirm,
    Kind.NHS_NUMBER: lambda question, common: NhsNumberField(inputmode="numeric", **common),
    Kind.GP_PRACTICE: _text,
    Kind.ORGANISATION: _text,
    Kind.ADDRESS: _address,
}
