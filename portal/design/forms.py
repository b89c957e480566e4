"""The base of every form: errors that can be listed and linked, nothing checked by the browser."""

from dataclasses import dataclass

from django import forms


@dataclass(frozen=True)
class ErrorLink:
    """One line of the error summary; href is empty for errors of the whole form."""

    text: str
    href: str


def error_links(form: forms.BaseForm) -> list[ErrorLink]:
    """Return the form's errors in the order of its fields, those of the whole form first."""
    links = [ErrorLink(str(text), "") for text in form.non_field_errors()]
    for bound in form:
        links += [ErrorLink(str(text), f"#{bound.id_for_label}") for text in bound.errors]
    return links


class DesignFormMixin(forms.BaseForm):
    """Gives a form the error list; leaves `required` checks to the server and its better words."""

    use_required_attribute = False

    @property
    def error_list(self) -> list[ErrorLink]:
        return error_links(self)


class Form(DesignFormMixin, forms.Form):
    """A form of the design system."""


class ModelForm(DesignFormMixin, forms.ModelForm):
    """A form of the design system over a model."""
