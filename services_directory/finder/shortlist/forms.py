from portal.design.fields import BooleanField, CharField, TextAreaField
from portal.design.forms import Form

LONGEST_TITLE, LONGEST_NOTE = 120, 2000


class FamilyPackForm(Form):
    """A professional's own words for one family. They go on paper and are never kept."""

    title = CharField(
        label="Heading on the front",
        help_text="Such as “For the Hale family”. Leave it empty for “Services for you”.",
        required=False,
        max_length=LONGEST_TITLE,
        error_messages={"max_length": f"Use {LONGEST_TITLE} letters or fewer for the heading"},
        autocomplete="off",
        width="full",
    )
    note = TextAreaField(
        label="A short note for the family",
        help_text="What to ring first, and whom to ask for.",
        required=False,
        rows=6,
        max_length=LONGEST_NOTE,
        error_messages={"max_length": f"Use {LONGEST_NOTE} letters or fewer for the note"},
    )
    large = BooleanField(label="Large print", required=False)
