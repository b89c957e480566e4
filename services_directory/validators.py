"""Checks of single values, each with words that say how to put it right."""

import re
from datetime import date

from django.core.exceptions import ValidationError
from django.utils import timezone

_PHONE = re.compile(r"\+?[0-9][0-9 ()-]*[0-9]")
_BYDAY = re.compile(r"(-?[1-5])?(MO|TU|WE|TH|FR|SA|SU)")
_MOST_DIGITS = 15  # ITU-T E.164


def validate_phone(value: str) -> None:
    """Accept any dialable number, three-digit ones included; raise ValidationError otherwise."""
    digits = sum(character.isdigit() for character in value)
    if not _PHONE.fullmatch(value) or not 3 <= digits <= _MOST_DIGITS:
        raise ValidationError("Enter a phone number in figures, like 01632 960 001.")


def validate_byday(value: str) -> None:
    """Accept RFC 5545 days with commas (MO,TU or 1TU or -1FR); raise ValidationError otherwise."""
    if not all(_BYDAY.fullmatch(day) for day in value.split(",")):
        raise ValidationError("Enter days as MO,TU,WE or, for monthly times, 1TU or -1FR.")


def validate_not_in_future(value: date) -> None:
    """Raise ValidationError for a day after today."""
    if value > timezone.localdate():
        raise ValidationError("Enter today or a day in the past.")
