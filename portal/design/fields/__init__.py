"""Form fields of the design system. Use them with portal.design.forms.Form."""

from portal.design.fields.base import DesignField
from portal.design.fields.choices import (
    BooleanField,
    ChoiceField,
    MultipleChoiceField,
    SelectField,
)
from portal.design.fields.dates import DateField
from portal.design.fields.text import (
    CharField,
    EmailField,
    IntegerField,
    PhoneField,
    PostcodeField,
    TextAreaField,
)

__all__ = [
    "BooleanField",
    "CharField",
    "ChoiceField",
    "DateField",
    "DesignField",
    "EmailField",
    "IntegerField",
    "MultipleChoiceField",
    "PhoneField",
    "PostcodeField",
    "SelectField",
    "TextAreaField",
]
