"""The single facts of an entry, in sections."""

from collections.abc import Mapping, Sequence
from typing import Any

from django import forms
from django.db.models import TextChoices
from django.utils import timezone

from portal.design.fields import (
    BooleanField,
    ChoiceField,
    DateField,
    EmailField,
    IntegerField,
    MultipleChoiceField,
    TextAreaField,
)
from portal.design.forms import Form
from portal.vocabulary import Mode
from services_directory.assurance.proposals.facts import FIELDS, TERMS
from services_directory.assurance.proposals.forms.fields import WebField, line, paragraphs
from services_directory.assurance.proposals.states import State
from services_directory.choices import Cost, ReferralRoute, Status
from services_directory.models.service import OLDEST_AGE

_AGE: dict[str, Any] = {
    "required": False,
    "min_value": 0,
    "max_value": OLDEST_AGE,
    "error_messages": {
        "min_value": "Enter an age of 0 or more",
        "max_value": f"Enter an age of {OLDEST_AGE} or less",
    },
}
_WEEKS = {"min_value": "Enter 0 or more weeks", "max_value": "Enter 520 weeks or fewer"}
_STATES = [
    (Status.ACTIVE, "It is running"),
    (Status.TEMPORARILY_CLOSED, "It is closed for a time"),
    (Status.INACTIVE, "It is not running, and should not be shown"),
]
_FLAGS: dict[str, tuple[str, type[TextChoices]]] = {
    "modes": ("mode", Mode),
    "routes": ("referral", ReferralRoute),
}


class EntryForm(Form):
    """What stands once in an entry. `initial_of` and `state` lead from and to a state.

    `terms`: the choices of each facet, which becomes a box of the facet's name.
    """

    name = line("name")
    summary = line("summary", help_text="For example: a weekly group for people who grieve.")
    description = paragraphs("description", help_text="Two to five plain sentences.")
    modes = MultipleChoiceField(label="How is it given?", choices=Mode.choices, required=False)
    application_process = paragraphs(
        "application_process", required=False, help_text="The steps, one on each line."
    )
    routes = MultipleChoiceField(
        label="Who may ask for it?", choices=ReferralRoute.choices, required=False
    )
    eligibility_description = paragraphs("eligibility_description", required=False, rows=3)
    minimum_age = IntegerField(label=FIELDS["minimum_age"], **_AGE)
    maximum_age = IntegerField(label=FIELDS["maximum_age"], **_AGE)
    open_24_hours = BooleanField(label="It is open day and night, every day", required=False)
    email = EmailField(label=FIELDS["email"], required=False)
    url = WebField(label=FIELDS["url"], required=False)
    cost = ChoiceField(
        label="What does it cost?",
        choices=[*Cost.choices, ("", "Not stated: people are told to ask")],
        required=False,
    )
    fees_description = paragraphs("fees_description", required=False, rows=2)
    wait_time = line("wait_time", required=False, help_text="For example: about two weeks.")
    wait_weeks = IntegerField(
        label=FIELDS["wait_weeks"],
        required=False,
        min_value=0,
        max_value=520,
        error_messages=_WEEKS,
    )
    wait_stated_on = DateField(
        label=FIELDS["wait_stated_on"],
        required=False,
        latest=timezone.localdate,
        help_text="The day on which this was true. People see it beside the waiting time.",
    )
    national = BooleanField(label="It is open to people in the whole UK", required=False)
    status = ChoiceField(label="Is it running?", choices=_STATES)
    closed_from = DateField(label=FIELDS["closed_from"], required=False)
    closed_to = DateField(label=FIELDS["closed_to"], required=False)
    alert = line(
        "alert", required=False, help_text="Only for what people must know before they come."
    )
    note = TextAreaField(
        label="A note for the directory staff",
        required=False,
        rows=3,
        max_length=2000,
        error_messages={"max_length": "The note must be 2000 characters or fewer"},
        help_text="For example, a new place that is not on the list. It is not published.",
    )
    seen = forms.CharField(required=False, max_length=64, widget=forms.HiddenInput)

    def __init__(
        self, *args: Any, terms: Mapping[str, Sequence[tuple[str, str]]], **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        for facet, choices in terms.items():
            self.fields[facet] = MultipleChoiceField(
                label=TERMS[facet], choices=choices, required=False
            )

    def state(self) -> State:
        """Return the facts as typed, JSON values by name; those in error are missing."""
        typed = {**self.cleaned_data}
        for field, (prefix, choices) in _FLAGS.items():
            chosen = typed.pop(field, [])
            typed |= {f"{prefix}_{each}": str(each) in chosen for each in choices}
        return {name: _plain(typed[name]) for name in (*FIELDS, *TERMS) if name in typed}


def initial_of(state: Mapping[str, Any]) -> dict[str, Any]:
    """Return what the boxes hold for a state."""
    flags = {
        field: [str(each) for each in choices if state.get(f"{prefix}_{each}")]
        for field, (prefix, choices) in _FLAGS.items()
    }
    return {**state, **flags}


def field_of(fact: str) -> str | None:
    """Return the box in which a fact is typed; None for none of its own."""
    if fact in EntryForm.base_fields:
        return fact
    return next((field for field, (prefix, _) in _FLAGS.items() if fact.startswith(prefix)), None)


def _plain(value: Any) -> Any:
    if isinstance(value, str):
        return value.replace("\r\n", "\n")
    return value.isoformat() if hasattr(value, "isoformat") else value
