"""Gender, ethnic group and belief: one page that may stay empty, for everyone alike."""

from referrals.pathways.declare import Kind, Option, Question, Section, Step
from referrals.pathways.steps.codes import ETHNIC_CATEGORY, GENDER


def _group(value: str, label: str, code: str) -> Option:
    return Option(value, label, code=ETHNIC_CATEGORY + code)


# In the order of the NHS Data Dictionary, which is that of the census of 2001.
ETHNIC_GROUPS = (
    _group("white-british", "White: British", "A"),
    _group("white-irish", "White: Irish", "B"),
    _group("white-other", "White: any other background", "C"),
    _group("white-black-caribbean", "Mixed: White and Black Caribbean", "D"),
    _group("white-black-african", "Mixed: White and Black African", "E"),
    _group("white-asian", "Mixed: White and Asian", "F"),
    _group("mixed-other", "Mixed: any other background", "G"),
    _group("indian", "Asian or Asian British: Indian", "H"),
    _group("pakistani", "Asian or Asian British: Pakistani", "J"),
    _group("bangladeshi", "Asian or Asian British: Bangladeshi", "K"),
    _group("asian-other", "Asian or Asian British: any other background", "L"),
    _group("caribbean", "Black or Black British: Caribbean", "M"),
    _group("african", "Black or Black British: African", "N"),
    _group("black-other", "Black or Black British: any other background", "P"),
    _group("chinese", "Chinese", "R"),
    _group("other", "Any other ethnic group", "S"),
    _group("not-said", "Prefer not to say", "Z"),
    _group("not-known", "Not known", "99"),
)

BACKGROUND = Step(
    "background",
    "Gender, ethnic group and belief",
    "It helps us use the right words and plan care that fits. You can leave this page empty: "
    "[you get|they get] the same help.",
    Section.PERSON,
    (
        Question(
            "gender", Kind.CHOICE, "How would [you|they] describe [your|their] gender?",
            purpose="Whoever rings or writes uses fitting words, and asks who may give personal "
            "care.",
            required=False,
            options=(
                Option("woman", "Woman", code=GENDER + "female"),
                Option("man", "Man", code=GENDER + "male"),
                Option("another", "Non-binary, or another way", code=GENDER + "other"),
                Option("not-said", "Prefer not to say, or not known", code=GENDER + "unknown"),
            ),
        ),
        Question(
            "pronouns", Kind.TEXT, "[Your|Their] pronouns",
            purpose="Whoever rings, writes or visits uses these words.",
            hint="For example, she, he or they", required=False, width="20",
        ),
        Question(
            "ethnic_group", Kind.SELECT,
            "How would [you|they] describe [your|their] ethnic group?",
            purpose="The care record holds it, so that services can see whether they reach people "
            "of every background.",
            hint="It shows whether we reach everyone. The list is the one that the NHS uses.",
            required=False, options=ETHNIC_GROUPS,
        ),
        Question(
            "faith", Kind.LONG_TEXT, "Religion or belief, and what we should know about it",
            purpose="The team plans food, visits and spiritual care by it, and what cannot wait "
            "after a death, such as a burial.",
            hint="Such as food, prayer, who may help with washing, whom to call, or customs after "
            "a death.",
            required=False,
        ),
    ),
)  # fmt: skip
