"""Each kind of question as a field of the design system."""

from collections.abc import Callable
from datetime import date
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone

from portal.design import fields
from referrals import nhs_number
from referrals.pathways.answers import in_words
from referrals.pathways.declare import Kind, Question

EARLIEST = date(1900, 1, 1)
LONGEST_LINE = 200
LONGEST_TEXT = 4000


class NhsNumberField(fields.CharField):
    """An NHS number in any grouping, returned as ten digits."""

    wrong = "Check the NHS number. It has 10 digits, like 999 000 0018"

    def clean(self, value: Any) -> str:
        typed = str(super().clean(nhs_number.normalise(value or "")))
        if typed and not nhs_number.is_valid(typed):
            raise ValidationError(self.wrong, code="invalid")
        return typed


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
    if not own:
        common |= _no_autocomplete(question)
    elif question.autocomplete:
        common["autocomplete"] = question.autocomplete
    if question.width:
        common["width"] = int(question.width)
    return _MAKERS[question.kind](question, common)


def _no_autocomplete(question: Question) -> dict[str, Any]:
    """Somebody else's details are not the ones that the browser would fill in."""
    typed = {Kind.TEXT, Kind.LONG_TEXT, Kind.PHONE, Kind.EMAIL, Kind.POSTCODE}
    return {"autocomplete": "off"} if question.kind in typed else {}


def _text(question: Question, common: dict[str, Any]) -> forms.Field:
    return fields.CharField(max_length=LONGEST_LINE, **common)


def _long_text(question: Question, common: dict[str, Any]) -> forms.Field:
    return fields.TextAreaField(max_length=LONGEST_TEXT, **common)


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
    Kind.PHONE: lambda question, common: fields.PhoneField(**common),
    Kind.POSTCODE: lambda question, common: fields.PostcodeField(**common),
    Kind.DATE: _date,
    Kind.CHOICE: _one,
    Kind.SELECT: _select,
    Kind.CHOICES: _many,
    Kind.CONFIRM: _confirm,
    Kind.NHS_NUMBER: lambda question, common: NhsNumberField(inputmode="numeric", **common),
}
