"""The form of one step, made from its declaration."""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import Any

from django.forms.utils import ErrorDict
from django.http import QueryDict

from portal.design import fields
from portal.design.forms import Form
from referrals.journey import lookups
from referrals.journey.fields import field_for
from referrals.pathways.declare import LOOKED_UP, Kind, Question, Section, Step

# Far more than any box takes: too long a text comes back whole, to be shortened. What is longer
# still is cut, so that a draft stays a draft and not a place to keep files.
LONGEST_TYPED = 100_000
NONE_OF_THESE = "none"


class StepForm(Form):
    """The questions of one step. `answers` gives what goes into the draft.

    near: the postcode given before, whose addresses are offered.
    """

    def __init__(
        self, step: Step, about_me: bool, *args: Any, near: str = "", **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.step = step
        self._found: dict[str, dict[str, str]] = {}
        own = about_me or step.section is Section.REFERRER
        for question in step.questions:
            field = field_for(question, about_me, own=own, page_heading=has_own_heading(step))
            if question.kind is Kind.ADDRESS:
                self._offer_addresses(question, near)
            self.fields[question.key] = field
            if question.kind in LOOKED_UP:
                self._offer_organisations(question)

    def answers(self) -> dict[str, Any]:
        """Return question key -> answer as JSON: dates as ISO text. Call after is_valid()."""
        answers = {
            key: _as_json(value)
            for key, value in self.cleaned_data.items()
            if key in {question.key for question in self.step.questions}
        }
        for question in self.step.questions:
            if question.kind in LOOKED_UP:
                answers |= self._organisation(question)
        return answers

    def clean(self) -> dict[str, Any]:
        """Put the address that was picked into its place: then none need be typed."""
        cleaned = dict(super().clean() or self.cleaned_data)
        for question in self.step.questions:
            picked = cleaned.get(pick_of(question.key))
            if picked:
                cleaned[question.key] = self._found[question.key][picked]
                self.errors.pop(question.key, None)
        return cleaned

    def _offer_addresses(self, question: Question, near: str) -> None:
        found = {each.code: each.label for each in lookups.addresses(near)} if near else {}
        if found:
            self._found[question.key] = found
            self.fields[pick_of(question.key)] = fields.SelectField(
                label=f"Addresses at {near}",
                required=False,
                choices=[("", "Choose, or type it below"), *found.items()],
            )

    def _offer_organisations(self, question: Question) -> None:
        """Ask which one, once something was typed that fits one or more of the list."""
        typed = str(self.data.get(question.key) or self.initial.get(question.key) or "").strip()
        found = (
            {each.code: each.label for each in lookups.by_kind(question.kind, typed)}
            if typed
            else {}
        )
        if found:
            self._found[question.key] = found
            self.fields[f"{question.key}_ods"] = fields.ChoiceField(
                label="Is it one of these?",
                choices=[*found.items(), (NONE_OF_THESE, "None of these. Keep what I typed")],
                error_messages={"required": "Choose one of these, or “None of these”"},
            )

    def _organisation(self, question: Question) -> dict[str, str]:
        code = self.cleaned_data.get(f"{question.key}_ods", "")
        label = self._found.get(question.key, {}).get(code)
        if label is None:
            return {question.key: str(self.cleaned_data.get(question.key, ""))}
        return {question.key: label, f"{question.key}_ods": code}


_PICK = "_pick"


def pick_of(key: str) -> str:
    """Return the name of the list from which an address can be picked."""
    return key + _PICK


def _as_json(value: Any) -> Any:
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Decimal):
        return int(value) if value == value.to_integral_value() else float(value)
    return value


class UnsentForm(StepForm):
    """What the page saved while somebody typed. Nobody sent it, so nothing in it is wrong yet."""

    def full_clean(self) -> None:
        super().full_clean()
        self._errors = ErrorDict()


class GateForm(Form):
    """What comes before every form: nobody in danger should be filling one in."""

    EMERGENCY, TODAY, CARRY_ON = "emergency", "today", "carry-on"

    now = fields.ChoiceField(
        label="Does anyone need help right now?",
        page_heading=True,
        choices=[
            (EMERGENCY, "Yes, someone’s life is in danger"),
            (TODAY, "Yes, help is needed today or tonight"),
            (CARRY_ON, "No, carry on with the form"),
        ],
        choice_hints={
            EMERGENCY: "Such as a sudden collapse, heavy bleeding, or someone about to harm "
            "themselves",
            TODAY: "Such as pain that is not controlled, or a carer who cannot go on",
        },
        error_messages={"required": "Choose whether anyone needs help right now"},
    )


# A tick box is too long for a heading, and what is looked up has a second field beside it.
_UNDER_A_HEADING = {Kind.CONFIRM, Kind.ADDRESS, *LOOKED_UP}


def has_own_heading(step: Step) -> bool:
    """Say whether the step's one question is the heading of the page."""
    return len(step.questions) == 1 and step.questions[0].kind not in _UNDER_A_HEADING


def typed_in(step: Step, data: QueryDict) -> dict[str, list[str]]:
    """Return what was typed into the step's fields, as sent, and nothing else of the post."""
    names = {key for q in step.questions for key in (*q.keys, pick_of(q.key))}
    names |= {f"{q.key}_{part}" for q in step.questions if q.kind is Kind.DATE for part in range(3)}
    return {
        name: [value[:LONGEST_TYPED] for value in values]
        for name, values in data.lists()
        if name in names
    }


def as_post(typed: Mapping[str, list[str]]) -> QueryDict:
    """Return what `typed_in` kept in the shape of a post."""
    data = QueryDict(mutable=True)
    for name, values in typed.items():
        data.setlist(name, list(values))
    return data
