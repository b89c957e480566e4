from django.core.exceptions import ValidationError

from portal.design import fields
from portal.design.forms import Form
from referrals.models import Referral
from referrals.references import normalise_reference


class HoldForm(Form):
    """Keep one referral for legal reasons."""

    reference = fields.CharField(
        label="Reference",
        help_text="Eight letters and numbers, like K7RT-3WXH.",
        max_length=20,
        width=10,
        error_messages={"required": "Enter the reference"},
    )
    because = fields.CharField(
        label="Why it is kept",
        help_text="Such as “Inquest” or “Complaint”. Nothing about the person’s health.",
        max_length=240,
        error_messages={"required": "Enter why it is kept"},
    )

    def clean_reference(self) -> str:
        reference = normalise_reference(str(self.cleaned_data["reference"]))
        if not Referral.objects.filter(reference=reference).exists():
            raise ValidationError("No referral has this reference. Check it and enter it again")
        return reference
