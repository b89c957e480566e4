"""One form for each kind of row. A row left empty, or marked to be removed, is none."""

from collections.abc import Mapping
from typing import Any, ClassVar

from django import forms
from django.conf.locale import LANG_INFO

from portal.design.fields import (
    BooleanField,
    DateField,
    EmailField,
    MultipleChoiceField,
    SelectField,
)
from portal.design.forms import Form
from portal.vocabulary import Mode
from services_directory.assurance.proposals.forms import days
from services_directory.assurance.proposals.forms.fields import PoundsField, TimeField, short
from services_directory.assurance.proposals.states import State
from services_directory.languages import _MORE, name_of

Choices = list[tuple[str, str]]
_UNKNOWN = [("", "Choose a language")]
_LANGUAGES = sorted(
    ((code, name_of(code)) for code in {*LANG_INFO, *_MORE} if "-" not in code),
    key=lambda pair: pair[1],
)


class RowForm(Form):
    """`known`: the entry's rows of this kind by id. `choices`: places and areas to choose from."""

    id = forms.CharField(required=False, max_length=64, widget=forms.HiddenInput)
    renamed: ClassVar[dict[str, str]] = {}

    def __init__(
        self,
        *args: Any,
        known: Mapping[str, State],
        choices: Mapping[str, Choices],
        blank: State,
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        self.choices, self.blank = choices, blank
        if self.is_bound:
            key = self.data.get(self.add_prefix("id"), "")
        else:
            key = self.initial.get("id", "")
        self.known = known.get(str(key))
        self.ready()

    def ready(self) -> None:
        """Fill what depends on the row: lists to choose from."""

    def has_changed(self) -> bool:
        """Say whether anything stands in the row."""
        return bool(set(self.changed_data) - {"id", "DELETE"})

    def state(self) -> State:
        """Return the row as typed; what has no box is as it was."""
        typed = {name: _plain(value) for name, value in self.cleaned_data.items()}
        own = self.known or self.blank
        row = {**own, **{name: value for name, value in typed.items() if name in own}}
        return {**row, "id": own["id"]}

    def box_of(self, fact: str) -> str | None:
        """Return the box in which a fact of the row is typed."""
        name = self.renamed.get(fact, fact)
        return name if name in self.fields else None

    @classmethod
    def initial_of(cls, row: State) -> dict[str, Any]:
        """Return what the boxes hold for a row."""
        return dict(row)


class PhoneRow(RowForm):
    number = short("Phone number", 40, required=True, inputmode="tel", width=20)
    description = short("What the number is for", 120, help_text="For example: advice line.")


class ContactRow(RowForm):
    name = short("Name", 120, required=True)
    title = short("Role", 120)
    number = short("Phone number", 40, inputmode="tel", width=20)
    email = EmailField(label="E-mail", required=False)


class PriceRow(RowForm):
    option = short("What the price is for", 120, required=True)
    amount = PoundsField(label="Pounds", required=False)
    amount_description = short("In words", 200)


class LanguageRow(RowForm):
    code = SelectField(label="Language", choices=[*_UNKNOWN, *_LANGUAGES])
    note = short("Note", 120, help_text="For example: with an interpreter.")

    def ready(self) -> None:
        own = str((self.known or {}).get("code", ""))
        if own and own not in dict(_LANGUAGES):
            self.fields["code"].choices = [*_UNKNOWN, (own, name_of(own)), *_LANGUAGES]  # type: ignore[attr-defined]


class PlaceRow(RowForm):
    location = SelectField(label="Place")
    description = short("Note", 240, help_text="For example: use the side door.")

    def ready(self) -> None:
        self.fields["location"].choices = [("", "Choose a place"), *self.choices["location"]]  # type: ignore[attr-defined]


class AreaRow(RowForm):
    area = SelectField(label="Area", required=False)
    extent = short("Or the area in words", 240, help_text="For example: within 10 miles of Carrow.")

    def ready(self) -> None:
        self.fields["area"].choices = [("", "None of these"), *self.choices["area"]]  # type: ignore[attr-defined]

    def state(self) -> State:
        row = super().state()
        return {**row, "area": int(row["area"]) if row["area"] else None}


class TimeRow(RowForm):
    often = SelectField(label="How often", initial="W1")
    days = MultipleChoiceField(
        label="Days",
        choices=days.WEEK,
        error_messages={"required": "Choose the days on which it is open"},
    )
    dtstart = DateField(
        label="One date on which it happens",
        required=False,
        help_text="Only for every second, third or fourth week, to count from.",
    )
    opens_at = TimeField(label="From", help_text="For example 09:30.")
    closes_at = TimeField(label="To", help_text="For example 17:00.")
    attending_type = SelectField(
        label="How", choices=[("", "Not stated"), *Mode.choices], required=False
    )
    location = SelectField(label="Where", required=False)
    description = short("Note", 200)
    valid_from = DateField(label="First day of these times", required=False)
    valid_to = DateField(label="Last day of these times", required=False)
    open_on_bank_holidays = BooleanField(label="On bank holidays too", required=False)
    renamed: ClassVar = {"byday": "days", "freq": "often", "interval": "often"}

    def ready(self) -> None:
        often = self.fields["often"]
        often.choices = days.choices_for(self.known)  # type: ignore[attr-defined]
        self.fields["days"].required = days.AS_NOW not in dict(often.choices)  # type: ignore[attr-defined]
        self.fields["location"].choices = [("", "Not stated"), *self.choices["location"]]  # type: ignore[attr-defined]

    def state(self) -> State:
        row = super().state()
        if self.cleaned_data["often"] != days.AS_NOW:
            rule = days.rule_of(self.cleaned_data["often"], self.cleaned_data["days"])
            row |= days.keeping(self.known, rule) if self.known else rule
        return {**row, "location": row["location"] or None}

    @classmethod
    def initial_of(cls, row: State) -> dict[str, Any]:
        often, chosen = days.boxes_of(row)
        clocks = {name: str(row[name] or "")[:5] for name in ("opens_at", "closes_at")}
        return {**row, **clocks, "often": often, "days": chosen}


def _plain(value: Any) -> Any:
    if hasattr(value, "isoformat"):
        return value.isoformat()
    return f"{value:.2f}" if hasattr(value, "as_tuple") else value


ROWS: dict[str, type[RowForm]] = {
    "languages": LanguageRow,
    "schedules": TimeRow,
    "phones": PhoneRow,
    "contacts": ContactRow,
    "cost_options": PriceRow,
    "service_at_locations": PlaceRow,
    "service_areas": AreaRow,
}
