"""Forms of leaving a form for later and of coming back to it."""

from typing import Any

from django.core.exceptions import ValidationError

from portal import texts
from portal.design import fields
from portal.design.forms import Form
from referrals.journey.receipts import Receipt
from referrals.journey.returning import QUESTIONS, plain

SHORTEST_ANSWER = 3


class SaveForm(Form):
    """A question and its answer, and where the link may be sent."""

    question = fields.ChoiceField(
        label="Choose a question that only you can answer",
        choices=list(QUESTIONS.items()),
        error_messages={"required": "Choose a question that only you can answer"},
        choice_hints={"word": "Not one that stands in the form"},
    )
    answer = fields.CharField(
        label="Your answer",
        help_text="At least 3 letters. Capitals and full stops make no difference",
        max_length=100,
        autocomplete="off",
        width=20,
    )
    email = fields.EmailField(
        label="Email address for the link",
        help_text="The email says nothing of what the form is about. We do not keep the address",
        required=False,
    )

    def clean_answer(self) -> str:
        answer = str(self.cleaned_data["answer"])
        if len(plain(answer)) < SHORTEST_ANSWER:
            raise ValidationError("Enter an answer of at least 3 letters or numbers")
        return answer


class ComeBackForm(Form):
    """The answer to the question that was chosen."""

    answer = fields.CharField(
        label="Your answer",
        max_length=100,
        autocomplete="off",
        width=20,
        error_messages={"required": "Enter your answer to the question"},
    )

    def __init__(self, question: str, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["answer"].label = QUESTIONS.get(question, "Your answer")

    def say_wrong(self, left: int) -> None:
        """Say that an answer was wrong, and how often one can try again."""
        self.errors.clear()
        tries = "1 more try" if left == 1 else f"{left} more tries"
        self.add_error("answer", f"That is not the answer that was given. You have {tries}")


class ReceiptForm(Form):
    """Where a receipt goes; texts are asked for only where this site sends them."""

    email = fields.EmailField(
        label="Email address for a receipt",
        help_text="It has the reference and the date, and nothing about health",
        required=False,
        autocomplete="off",
    )
    mobile = fields.PhoneField(
        label="Mobile number for a receipt by text", required=False, autocomplete="off"
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not texts.offered():
            del self.fields["mobile"]

    def clean_mobile(self) -> str:
        typed = str(self.cleaned_data["mobile"])
        if typed and not texts.uk_mobile(typed):
            raise ValidationError("Enter a UK mobile number, like 07700 900 123")
        return typed

    def receipt(self) -> Receipt:
        """Return where it goes. Call after is_valid()."""
        return Receipt(self.cleaned_data["email"], self.cleaned_data.get("mobile", ""))
