from portal.design.fields import CharField, MultipleChoiceField
from portal.design.forms import Form

LOOKED_AT = (
    "Phone", "Opening times", "Address", "How to get it", "Who it is for", "Cost", "Waiting time",
    "Web page",
)  # fmt: skip


class CheckedForm(Form):
    """What staff looked at today, and in which role."""

    what = MultipleChoiceField(
        label="What did you check?",
        choices=[(each, each) for each in LOOKED_AT],
        error_messages={"required": "Choose what you checked"},
    )
    role = CharField(
        label="Who checked it",
        help_text="A role and not a name. The public sees it.",
        max_length=120,
        width=20,
        error_messages={"required": "Enter a role, like Directory editor"},
    )

    def in_words(self) -> str:
        """Return "Phone, opening times"."""
        first, *rest = self.cleaned_data["what"]
        return ", ".join([first, *(each[0].lower() + each[1:] for each in rest)])
