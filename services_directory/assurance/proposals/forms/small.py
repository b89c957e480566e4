"""The short forms: an end, a choice of organisation, a decision."""

from collections.abc import Iterable, Sequence
from typing import Any

from django import forms

from portal.design.fields import ChoiceField, MultipleChoiceField, TextAreaField
from portal.design.forms import Form
from services_directory.assurance.proposals.differences import Difference
from services_directory.models import Organization

_MOST = 2000


class EndedForm(Form):
    note = TextAreaField(
        label="What should people do instead?",
        rows=4,
        max_length=_MOST,
        error_messages={
            "required": "Say when it ended, and where people can turn instead",
            "max_length": f"Use {_MOST} characters or fewer",
        },
        help_text="Say when it ended too. The directory staff read this. It is not published.",
    )


class ProviderForm(Form):
    organization = ChoiceField(label="Which organisation gives the service?", page_heading=True)

    def __init__(self, *args: Any, organizations: Iterable[Organization], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        choices = [(str(each.pk), each.name) for each in organizations]
        self.fields["organization"].choices = choices  # type: ignore[attr-defined]


class AcceptForm(Form):
    facts = MultipleChoiceField(
        label="Which changes do you accept?",
        error_messages={"required": "Choose at least one change, or return the proposal"},
    )
    version = forms.CharField(required=False, max_length=64, widget=forms.HiddenInput)

    def __init__(self, *args: Any, rows: Sequence[Difference], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["facts"].choices = [(each.name, each.label) for each in rows]  # type: ignore[attr-defined]


class ReturnForm(Form):
    reason = TextAreaField(
        label="Why do you return it?",
        rows=4,
        max_length=_MOST,
        error_messages={
            "required": "Say what should be different, so that they can put it right",
            "max_length": f"Use {_MOST} characters or fewer",
        },
        help_text="The person who proposed it gets this by e-mail.",
    )
