"""Widgets whose HTML Django's own do not give: hints under choices, dates in three boxes."""

from datetime import date
from typing import Any

from django import forms
from django.forms.widgets import ChoiceWidget


class HintedChoices(ChoiceWidget):
    """A list of choices, each with an optional hint."""

    choice_hints: dict[Any, str]
    kind: str

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.choice_hints = {}

    def create_option(self, name: str, value: Any, *args: Any, **kwargs: Any) -> dict[str, Any]:
        option = super().create_option(name, value, *args, **kwargs)
        option["attrs"].pop("aria-invalid", None)
        option["hint"] = self.choice_hints.get(str(value)) or self.choice_hints.get(value, "")
        if option["hint"]:
            option["attrs"]["aria-describedby"] = f"{option['attrs'].get('id', name)}_hint"
        return option

    def get_context(self, name: str, value: Any, attrs: Any) -> dict[str, Any]:
        context = super().get_context(name, value, attrs)
        context["widget"]["kind"] = self.kind
        return context

    def id_for_label(self, id_: str, index: str | None = None) -> str:
        """Errors link to the first choice."""
        return super().id_for_label(id_, index or "0")


class Radios(HintedChoices, forms.RadioSelect):
    template_name = "forms/widgets/choices.html"
    kind = "radios"


class Checkboxes(HintedChoices, forms.CheckboxSelectMultiple):
    template_name = "forms/widgets/choices.html"
    kind = "checkboxes"


class DateBoxes(forms.MultiWidget):
    """Three boxes: day, month, year. Data: name_0, name_1, name_2."""

    template_name = "forms/widgets/date.html"
    use_fieldset = True

    def __init__(self, attrs: dict[str, Any] | None = None) -> None:
        box = {"inputmode": "numeric"}
        super().__init__([forms.TextInput(box), forms.TextInput(box), forms.TextInput(box)], attrs)

    def decompress(self, value: Any) -> list[Any]:
        if isinstance(value, str) and value:
            value = date.fromisoformat(value)
        return [value.day, value.month, value.year] if value else ["", "", ""]

    def value_from_datadict(self, data: Any, files: Any, name: str) -> list[str]:
        return [value or "" for value in super().value_from_datadict(data, files, name)]

    def get_context(self, name: str, value: Any, attrs: Any) -> dict[str, Any]:
        context = super().get_context(name, value, attrs)
        labels = [("Day", 2), ("Month", 2), ("Year", 4)]
        for box, (label, width) in zip(context["widget"]["subwidgets"], labels, strict=True):
            box["label"] = label
            box["attrs"]["class"] = (
                f"nhsuk-input nhsuk-date-input__input nhsuk-input--width-{width}"
            )
        return context

    def id_for_label(self, id_: str, index: str | None = None) -> str:
        """Errors link to the first box."""
        return f"{id_}_0" if id_ else id_
