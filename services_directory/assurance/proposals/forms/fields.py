"""Boxes that the design system does not have: web pages, pounds, times of day."""

from datetime import time
from decimal import Decimal
from typing import Any

from django import forms

from portal.design.fields import CharField, DesignField, TextAreaField
from services_directory.assurance.proposals.facts import FIELDS
from services_directory.models import Service

LONGEST_TEXT = 5000
_TIMES = ["%H:%M", "%H.%M", "%H:%M:%S", "%I%p", "%I:%M%p", "%I.%M%p", "%H"]


class WebField(DesignField, forms.URLField):
    """A web address; https is taken for granted."""

    default_error_messages = {"invalid": "Enter a web address, like https://www.example.org"}

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**{"assume_scheme": "https", "autocomplete": "url", **kwargs})


class PoundsField(DesignField, forms.DecimalField):
    """An amount in pounds; a pound sign does no harm."""

    widget = forms.TextInput
    default_error_messages = {"invalid": "Enter an amount in pounds, like 4.50"}

    def __init__(self, **kwargs: Any) -> None:
        limits = {"min_value": 0, "max_digits": 9, "decimal_places": 2}
        super().__init__(**{"inputmode": "decimal", "width": 5, **limits, **kwargs})

    def to_python(self, value: Any) -> Decimal | None:  # type: ignore[override]
        return super().to_python(str(value or "").replace("£", "").replace(",", "").strip())


class TimeField(DesignField, forms.TimeField):
    """A time of day, as 09:30, 9.30am or 9am."""

    default_error_messages = {"invalid": "Enter a time, like 09:30 or 5pm"}

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**{"input_formats": _TIMES, "width": 5, **kwargs})

    def to_python(self, value: Any) -> time | None:
        return super().to_python(str(value or "").replace(" ", "").upper())


def line(name: str, **more: Any) -> CharField:
    """Return the box of one line for a text of the entry, as long as the entry can hold."""
    most = getattr(Service._meta.get_field(name), "max_length", None) or LONGEST_TEXT
    return CharField(**_text(FIELDS[name], most), **more)


def paragraphs(name: str, **more: Any) -> TextAreaField:
    """Return the box of several lines for a text of the entry."""
    return TextAreaField(**_text(FIELDS[name], LONGEST_TEXT), **more)


def short(label: str, most: int, **more: Any) -> CharField:
    """Return the box of one line of a row."""
    return CharField(**_text(label, most), **{"required": False, **more})


def _text(label: str, most: int) -> dict[str, Any]:
    too_long = f"{label} must be {most} characters or fewer"
    return {"label": label, "max_length": most, "error_messages": {"max_length": too_long}}
