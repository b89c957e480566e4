"""The form of one step, made from its declaration."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from django.http import QueryDict

from portal.design import fields
from portal.design.forms import Form
from referrals.journey.fields import field_for
from referrals.pathways.declare import Kind, Section, Step

# What cannot be stored is cut, so that a draft stays a draft and not a place to keep files.
LONGEST_TYPED = 5000


class StepForm(Form):
    """The questions of one step. `answers` gives what goes into the draft."""

    def __init__(self, step: Step, about_me: bool, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.step = step
        own = about_me or step.section is Section.REFERRER
        for question in step.questions:
            field = field_for(question, about_me, own=own, page_heading=has_own_heading(step))
            self.fields[question.key] = field

    def answers(self) -> dict[str, Any]:
        """Return question key -> answer as JSON: dates as ISO text. Call after is_valid()."""
        return {
            key: value.isoformat() if isinstance(value, date) else value
            for key, value in self.cleaned_data.items()
        }


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


def has_own_heading(step: Step) -> bool:
    """Say whether the step's one question is the heading of the page."""
    return len(step.questions) == 1 and step.questions[0].kind is not Kind.CONFIRM


def typed_in(step: Step, data: QueryDict) -> dict[str, list[str]]:
    """Return what was typed into the step's fields, as sent, and nothing else of the post."""
    names = {q.key for q in step.questions}
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
