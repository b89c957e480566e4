"""Fields that are typed into."""

import re
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.core.validators import EmailValidator

from portal.design.fields.base import DesignField

_PHONE = re.compile(r"^[+0-9 ()./-]{6,40}$")
# The shapes of Royal Mail's PAF postcodes; whether one exists is for portal.places to say.
_POSTCODE = re.compile(r"^([A-Z]{1,2}[0-9][A-Z0-9]?)([0-9][A-Z]{2})$")


class CharField(DesignField, forms.CharField):
    """One line of text."""


class TextAreaField(CharField):
    """Several lines of text; `rows` is the height shown."""

    def __init__(self, *, rows: int = 5, **kwargs: Any) -> None:
        kwargs.setdefault("widget", forms.Textarea(attrs={"rows": rows}))
        super().__init__(**kwargs)


class EmailField(DesignField, forms.EmailField):
    """An e-mail address."""

    default_validators = [
        EmailValidator("Enter an email address in the right form, like name@example.com")
    ]

    def __init__(self, **kwargs: Any) -> None:
        usual: dict[str, Any] = {"autocomplete": "email", "inputmode": "email", "width": 20}
        super().__init__(**usual | kwargs)

    def widget_attrs(self, widget: forms.Widget) -> dict[str, Any]:
        return super().widget_attrs(widget) | {"spellcheck": "false"}


class PhoneField(CharField):
    """A phone number, kept as it was typed but for stray spaces."""

    widget = forms.TextInput(attrs={"type": "tel"})
    wrong = "Enter a phone number, like 01632 960 001"

    def __init__(self, **kwargs: Any) -> None:
        usual: dict[str, Any] = {"autocomplete": "tel", "width": 20}
        super().__init__(**usual | kwargs)

    def clean(self, value: Any) -> str:
        number = " ".join(super().clean(value).split())
        digits = sum(letter.isdigit() for letter in number)
        if number and (not _PHONE.match(number) or not 6 <= digits <= 15):
            raise ValidationError(self.error_messages.get("invalid", self.wrong), code="invalid")
        return number


class PostcodeField(CharField):
    """A full UK postcode, returned as "WY3 1AB"."""

    wrong = "Enter a full postcode, like WY3 1AB"

    def __init__(self, **kwargs: Any) -> None:
        usual: dict[str, Any] = {"autocomplete": "postal-code", "width": 10}
        super().__init__(**usual | kwargs)

    def clean(self, value: Any) -> str:
        typed = super().clean(value)
        if not typed:
            return ""
        match = _POSTCODE.match(re.sub(r"[^A-Za-z0-9]", "", typed).upper())
        if match is None:
            raise ValidationError(self.error_messages.get("invalid", self.wrong), code="invalid")
        return f"{match[1]} {match[2]}"


class IntegerField(DesignField, forms.IntegerField):
    """A whole number, typed into a plain box: no arrows to turn by accident."""

    widget = forms.TextInput
    default_error_messages = {"invalid": "Enter a whole number, like 3"}

    def __init__(self, **kwargs: Any) -> None:
        usual: dict[str, Any] = {"inputmode": "numeric", "width": 3}
        super().__init__(**usual | kwargs)
