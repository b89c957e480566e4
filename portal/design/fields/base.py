"""What every field of the design system adds to Django's own."""

from typing import Any

from django import forms

_TOO_LONG = "Write at most %(limit_value)d characters. There are %(show_value)d now"


class DesignField(forms.Field):
    """A Django field with the design system's options and templates.

    page_heading: the label or legend is the page's h1. width: characters (2, 3, 4, 5, 10, 20) or
    "full". autocomplete and inputmode: as in HTML. No maxlength reaches the HTML, so that nothing
    typed or pasted is cut off without a word.
    """

    template = "forms/field.html"
    ask = "Enter"

    def __init__(
        self,
        *,
        page_heading: bool = False,
        width: int | str = "full",
        autocomplete: str = "",
        inputmode: str = "",
        **kwargs: Any,
    ) -> None:
        self.page_heading = page_heading
        self.width = width
        self._html = {"autocomplete": autocomplete, "inputmode": inputmode}
        kwargs.setdefault("template_name", self.template)
        required = how_to_answer(self.ask, kwargs.get("label") or "")
        messages = {"required": required, "max_length": _TOO_LONG}
        kwargs["error_messages"] = messages | (kwargs.get("error_messages") or {})
        super().__init__(**kwargs)

    def widget_attrs(self, widget: forms.Widget) -> dict[str, Any]:
        attrs = super().widget_attrs(widget) | {k: v for k, v in self._html.items() if v}
        return {k: v for k, v in attrs.items() if k not in {"maxlength", "minlength"}}


def how_to_answer(ask: str, label: str) -> str:
    """Return how to put a missing answer right: "Enter your name", "Choose an answer to …"."""
    if not label:
        return f"{ask} an answer"
    if label.endswith("?") or len(label) > 60:
        return f"{ask} an answer to “{label}”"
    lower = label if label[:2].isupper() else label[0].lower() + label[1:]
    return f"{ask} {lower}"
