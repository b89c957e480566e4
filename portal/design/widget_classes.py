"""Which CSS class a widget wears."""

from django import forms
from django.forms.widgets import Input

_CLASSES: list[tuple[type[forms.Widget], str]] = [
    (forms.Textarea, "nhsuk-textarea"),
    (forms.CheckboxInput, "nhsuk-checkboxes__input"),
    (forms.Select, "nhsuk-select"),
    (Input, "nhsuk-input"),
]


def widget_class(bound: forms.BoundField) -> str:
    """Return the classes of a single-element widget: its kind, its width, whether it is wrong."""
    base = next((name for kind, name in _CLASSES if isinstance(bound.field.widget, kind)), "")
    if not base:
        return ""
    width = getattr(bound.field, "width", "full")
    classes = [base]
    if base == "nhsuk-input" and width != "full":
        classes.append(f"nhsuk-input--width-{width}")
    if bound.errors and base != "nhsuk-checkboxes__input":
        classes.append(f"{base}--error")
    return " ".join(classes)
