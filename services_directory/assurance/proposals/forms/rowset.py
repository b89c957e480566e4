"""Any number of rows, added by a button that keeps everything typed."""

from collections.abc import Mapping
from typing import Any

from django.core.exceptions import ValidationError
from django.forms import BaseFormSet, formset_factory
from django.forms.utils import ErrorDict

from portal.design.fields import BooleanField
from services_directory.assurance.proposals.facts import PARTS
from services_directory.assurance.proposals.forms.rows import ROWS, Choices, RowForm
from services_directory.assurance.proposals.states import State, blank_row

MOST_ROWS = 40
# Most entries have one, so an empty one stands ready.
_SHOWN_EMPTY = ("phones", "schedules")
_ADD = {
    "languages": "Add a language",
    "schedules": "Add a time",
    "phones": "Add a phone number",
    "contacts": "Add a person",
    "cost_options": "Add a price",
    "service_at_locations": "Add a place",
    "service_areas": "Add an area",
}
_ONE = {
    "languages": "Language",
    "schedules": "Time",
    "phones": "Phone number",
    "contacts": "Person",
    "cost_options": "Price",
    "service_at_locations": "Place",
    "service_areas": "Area",
}


class RowSet(BaseFormSet):
    """A formset without a memory of what it began with: what is typed is all there is."""

    def initial_form_count(self) -> int:
        return 0 if self.is_bound else super().initial_form_count()

    def add_fields(self, form: Any, index: int | None) -> None:
        form.fields["DELETE"] = BooleanField(label=f"Remove this {self.one}", required=False)

    def clean(self) -> None:
        """Raise ValidationError for a place that is there twice."""
        places = [form.cleaned_data.get("location") for form in self.kept()]
        if self.kind == "service_at_locations" and len(set(places)) < len(places):
            raise ValidationError("Each place can be there once. Remove the second one.")

    def kept(self) -> list[RowForm]:
        """Return the rows that stay, in order. Only once they are checked."""
        return [
            form
            for form in self.forms
            if form.has_changed() and not form.cleaned_data.get("DELETE")
        ]

    def quiet(self) -> None:
        """Show what is typed without saying what is wrong with it."""
        self._errors: list[Any] = []
        self._non_form_errors = self.error_class()
        for form in self.forms:
            hush(form)

    @property
    def kind(self) -> str:
        """The name of the rows among the facts of an entry."""
        return str(self.prefix)

    @property
    def label(self) -> str:
        return PARTS[self.kind].label

    @property
    def one(self) -> str:
        """What one row is called, within a sentence."""
        return _ONE[self.kind].lower()

    @property
    def numbered(self) -> list[tuple[str, RowForm]]:
        """The rows with their headings."""
        return [(f"{_ONE[self.kind]} {n}", form) for n, form in enumerate(self.forms, 1)]

    @property
    def add_text(self) -> str:
        """The words of the button that adds a row, if there may be another."""
        return _ADD[self.kind] if len(self.forms) < MOST_ROWS else ""


def rowset(
    name: str, state: Mapping[str, Any], now: Mapping[str, Any], choices: Mapping[str, Choices],
    data: Any = None,
) -> RowSet:  # fmt: skip
    """Return the rows of a kind: as in `state`, or as typed in `data`. `now`: the entry's own."""
    form, kind = ROWS[name], PARTS[name]
    rows: list[State] = state.get(name) or []
    made = formset_factory(
        form,
        RowSet,
        extra=1 if name in _SHOWN_EMPTY and not rows else 0,
        max_num=MOST_ROWS,
        absolute_max=MOST_ROWS,
        validate_max=True,
        can_delete=True,
    )
    known = {row["id"]: row for row in now.get(name) or [] if row["id"]}
    blank = blank_row(kind)
    return made(
        data,
        prefix=name,
        initial=None if data is not None else [form.initial_of(row) for row in rows],
        form_kwargs={"known": known, "choices": choices, "blank": blank},
    )  # type: ignore[return-value]


def with_another(data: Any, name: str) -> Any:
    """Return the posted data with one more row of a kind."""
    more = data.copy()
    total = str(more.get(f"{name}-TOTAL_FORMS", "0"))
    count = int(total) if total.isascii() and total.isdigit() and len(total) < 4 else 0
    more[f"{name}-TOTAL_FORMS"] = str(min(count + 1, MOST_ROWS))
    return more


def hush(form: Any) -> None:
    """Show what is typed into a form without checking it."""
    form._errors, form.cleaned_data = ErrorDict(), {}
