"""Was this page useful? One choice, and words if the reader likes."""

from portal.design.fields import ChoiceField, TextAreaField
from portal.design.forms import Form

LONGEST = 1000


class PageFeedbackForm(Form):
    useful = ChoiceField(
        label="Was the page useful?",
        choices=[("yes", "Yes"), ("no", "No")],
        error_messages={"required": "Choose yes or no"},
    )
    words = TextAreaField(
        label="What could be better?",
        help_text="Do not write names, phone numbers or anything about your health. "
        "We cannot reply.",
        required=False,
        max_length=LONGEST,
        rows=4,
        error_messages={"max_length": f"Use {LONGEST} letters or fewer"},
    )
