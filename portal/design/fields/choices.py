"""Fields that are chosen from a list."""

from collections.abc import Mapping
from typing import Any

from django import forms

from portal.design import widgets
from portal.design.fields.base import DesignField

_NOT_THERE = "Choose one of the answers on the list"


class _ChosenField(DesignField):
    """Hints stand under single choices: choice_hints={value: hint}."""

    ask = "Choose"

    def __init__(self, *, choice_hints: Mapping[Any, str] | None = None, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.choice_hints = dict(choice_hints or {})
        if isinstance(self.widget, widgets.HintedChoices):
            self.widget.choice_hints = self.choice_hints


class ChoiceField(_ChosenField, forms.ChoiceField):
    """One of a few, as radios."""

    template = "forms/group.html"
    widget = widgets.Radios
    default_error_messages = {"invalid_choice": _NOT_THERE}


class SelectField(DesignField, forms.ChoiceField):
    """One of many, as a drop-down list. Prefer ChoiceField below about ten."""

    ask = "Choose"
    default_error_messages = {"invalid_choice": _NOT_THERE}


class MultipleChoiceField(_ChosenField, forms.MultipleChoiceField):
    """Any number of a few, as checkboxes."""

    template = "forms/group.html"
    widget = widgets.Checkboxes
    default_error_messages = {"invalid_choice": _NOT_THERE, "invalid_list": _NOT_THERE}


class BooleanField(DesignField, forms.BooleanField):
    """One checkbox."""

    template = "forms/boolean.html"
    ask = "Tick"

    def __init__(self, **kwargs: Any) -> None:
        label = kwargs.get("label") or "this box"
        messages = {"required": f"Tick the box “{label}” to go on"}
        kwargs["error_messages"] = messages | (kwargs.get("error_messages") or {})
        super().__init__(**kwargs)
