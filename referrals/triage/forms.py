"""Forms of triage. Beside each, the page posts the version of the referral that was read."""

from collections.abc import Iterable
from typing import Any

from django.core.exceptions import BadRequest, ValidationError
from django.http import QueryDict

from portal.design import fields
from portal.design.forms import Form
from referrals import nhs_number
from referrals.models import Band, Outcome
from referrals.triage.queries import ServiceChoice

LONGEST_REASON = 4000
LONGEST_SERVICE = 255  # as Decision.service_name holds


class BandForm(Form):
    """How soon."""

    band = fields.ChoiceField(
        label="How soon?",
        choices=[choice for choice in Band.choices if choice[0]],
        error_messages={"required": "Choose how soon first contact is needed"},
    )


class NhsNumberForm(Form):
    """A search that leaves no number behind."""

    nhs_number = fields.CharField(
        label="Find by NHS number",
        help_text="Ten digits. Always check the name and date of birth as well.",
        max_length=20,
        width=10,
        error_messages={"required": "Enter an NHS number"},
    )

    def clean_nhs_number(self) -> str:
        number = str(self.cleaned_data["nhs_number"])
        if not nhs_number.is_valid(number):
            raise ValidationError("Enter a whole NHS number: ten digits, like 999 000 0018")
        return number


class DecisionForm(Form):
    """A decision, its reason and, for a redirection, where to."""

    outcome = fields.ChoiceField(
        label="What do you decide?",
        choices=Outcome.choices,
        choice_hints={Outcome.ASK: "The referral stays undecided until you decide it"},
        error_messages={"required": "Choose what you decide"},
    )
    service = fields.SelectField(label="Service, if you redirect", required=False)
    other_service = fields.CharField(
        label="Another service, if it is not on the list",
        required=False,
        max_length=LONGEST_SERVICE,
        width=20,
    )
    reason = fields.TextAreaField(
        label="Reason",
        help_text="The referrer and the person may read it. Write it for them.",
        max_length=LONGEST_REASON,
        error_messages={"required": "Enter the reason for the decision"},
    )

    def __init__(self, *args: Any, services: Iterable[ServiceChoice] = (), **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.services = {each.id: each.name for each in services}
        choices = [("", "Choose a service"), *self.services.items()]
        self.fields["service"].choices = choices  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        named = self.where_to()[1] or {"service", "other_service"} & self.errors.keys()
        if cleaned.get("outcome") == Outcome.REDIRECT and not named:
            self.add_error("service", "Choose the service to redirect to, or name another")
        return cleaned

    def where_to(self) -> tuple[str, str]:
        """Return (id, name) of the service for a redirection, else two empty texts."""
        if self.cleaned_data.get("outcome") != Outcome.REDIRECT:
            return "", ""
        other = self.cleaned_data.get("other_service", "")
        chosen = self.cleaned_data.get("service", "")
        known = self.services.get(chosen, "")[:LONGEST_SERVICE]
        return ("", other) if other else (chosen, known)


def version_read(data: QueryDict) -> int:
    """Return the version that a post says was read; raise BadRequest if it says none."""
    text = data.get("version", "")
    if not text.isascii() or not text.isdigit() or len(text) > 9:
        raise BadRequest("The form did not say which version of the referral it was about.")
    return int(text)
