"""A list of choices in one column: no join to read it, and queryable on every database.

Stored as `,last-days,preparing,` so that `stages__has="preparing"` is a plain LIKE on SQLite and
PostgreSQL alike. For short, fixed vocabularies only; what editors may add to is a snippet.
"""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models.lookups import Contains


class ChoiceListField(models.CharField):
    """Holds a list of the values of `choices`, in the order of `choices`."""

    def from_db_value(self, value: str | None, *_: object) -> list[str]:
        return self.to_python(value)

    def to_python(self, value: Any) -> list[str]:
        if isinstance(value, str):
            value = value.split(",")
        return [str(item) for item in value or () if item]

    def get_prep_value(self, value: Any) -> str:
        return _stored(self._in_order(self.to_python(value)))

    def value_to_string(self, obj: models.Model) -> str:
        return self.get_prep_value(self.value_from_object(obj))

    def validate(self, value: Iterable[str], model_instance: models.Model | None) -> None:
        if unknown := sorted(set(value) - self._values()):
            raise ValidationError("%(value)s is not a choice.", params={"value": unknown[0]})
        if not value and not self.blank:
            raise ValidationError(self.error_messages["blank"], code="blank")

    def run_validators(self, value: Any) -> None:
        super().run_validators(_stored(value))

    def formfield(self, **kwargs: Any) -> forms.Field:  # type: ignore[override]
        return forms.MultipleChoiceField(
            choices=self.choices,  # type: ignore[arg-type]
            widget=forms.CheckboxSelectMultiple,
            required=not self.blank,
            label=str(self.verbose_name).capitalize(),
            help_text=self.help_text,
        )

    def names(self, value: Iterable[str]) -> list[str]:
        """Return the words shown for stored values."""
        words = dict(self.flatchoices)
        return [str(words.get(item, item)) for item in value]

    def _values(self) -> set[str]:
        return {str(value) for value, _ in self.flatchoices}

    def _in_order(self, value: Iterable[str]) -> list[str]:
        places = [str(known) for known, _ in self.flatchoices]
        return sorted(set(value), key=lambda item: places.index(item) if item in places else 99)


def _stored(values: Iterable[str]) -> str:
    joined = ",".join(values)
    return f",{joined}," if joined else ""


@ChoiceListField.register_lookup
class Has(Contains):
    """`stages__has=Stage.LAST_DAYS`: the list holds this value."""

    lookup_name = "has"

    def get_prep_lookup(self) -> str:
        return f",{self.rhs},"

    def get_rhs_op(self, connection: Any, rhs: str) -> str:
        return str(connection.operators[Contains.lookup_name] % rhs)
