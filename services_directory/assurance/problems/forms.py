from portal.design.fields import BooleanField, CharField, ChoiceField, EmailField, TextAreaField
from portal.design.forms import Form
from services_directory.choices import ProblemOutcome, ProblemReason

LONGEST = 2000
_TOO_LONG = {"max_length": f"Use {LONGEST} letters or fewer"}


class ProblemForm(Form):
    """`website` is a trap: people do not see it, programs that fill in every field do."""

    reason = ChoiceField(
        label="What is wrong?",
        choices=ProblemReason.choices,
        error_messages={"required": "Choose what is wrong"},
    )
    words = TextAreaField(
        label="What should it say?",
        help_text="Do not write names or anything about somebody’s health.",
        required=False,
        max_length=LONGEST,
        error_messages=_TOO_LONG,
    )
    from_the_service = BooleanField(label="I work for this service", required=False)
    reply_to = EmailField(
        label="Your email",
        help_text="Only if you want an answer. We delete it when we have answered.",
        required=False,
    )
    website = CharField(label="Leave this empty", required=False, autocomplete="off")

    def clean_words(self) -> str:
        return str(self.cleaned_data["words"]).strip()

    def clean(self) -> None:
        super().clean()
        other = self.cleaned_data.get("reason") == ProblemReason.OTHER
        if other and not self.cleaned_data.get("words") and "words" not in self.errors:
            self.add_error("words", "Say in a few words what is wrong")

    @property
    def is_trapped(self) -> bool:
        return bool(self.cleaned_data.get("website"))


class SettleForm(Form):
    outcome = ChoiceField(
        label="What did you do?",
        choices=ProblemOutcome.choices,
        error_messages={"required": "Choose what you did"},
    )
    answer = TextAreaField(
        label="Answer to the person who told us",
        help_text="In plain words. It is sent by email if they left an address.",
        max_length=LONGEST,
        error_messages={"required": "Write an answer, even a short one", **_TOO_LONG},
    )
