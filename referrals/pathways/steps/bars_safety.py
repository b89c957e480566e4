"""What a BaRS message flags: needs, safeguarding, infection, ReSPECT, the scene."""

from referrals.pathways.declare import Kind, Option, Question, Section, Step
from referrals.pathways.steps.codes import SAFEGUARDING
from referrals.pathways.steps.languages import LANGUAGES
from referrals.pathways.steps.needs import ACCESS_OPTIONS

_NEED = "Everyone who rings, writes or visits follows it (Accessible Information Standard)."
_FOUND = "Whoever visits finds the document at night as well."

_NEEDS = Step(
    "needs",
    "Language and access",
    "Sent by the other system.",
    Section.NEEDS,
    (
        Question(
            "interpreter", Kind.CHOICE, "Interpreter", purpose="Triage staff book one first.",
            required=False, options=(Option("no", "No"), Option("yes", "Yes", flag="interpreter")),
        ),
        Question(
            "language", Kind.SELECT, "Language", purpose="The interpreter is booked in it.",
            required=False, options=LANGUAGES,
        ),
        Question(
            "language_other", Kind.TEXT, "Other language",
            purpose="The interpreter is booked in it.", required=False,
        ),
        Question(
            "access_needs", Kind.CHOICES, "What helps", purpose=_NEED, required=False,
            options=ACCESS_OPTIONS,
        ),
        Question(
            "access_other", Kind.LONG_TEXT, "Something else that helps", purpose=_NEED,
            required=False, flag="accessible",
        ),
    ),
)  # fmt: skip

_SAFETY = Step(
    "safety",
    "Safety",
    "Sent by the other system.",
    Section.SAFETY,
    (
        Question(
            "safeguarding", Kind.CHOICE, "Safeguarding",
            purpose="Triage staff see it before they ring.", required=False,
            options=(Option("yes", "A concern is recorded", flag="safeguarding",
                            code=SAFEGUARDING + "U"),),
        ),
        Question(
            "safeguarding_detail", Kind.LONG_TEXT, "The safeguarding concern",
            purpose="Triage staff act with those who act already.", required=False,
        ),
        Question(
            "infection", Kind.CHOICE, "Infection risk",
            purpose="The visiting team prepares for it.", required=False,
            options=(Option("yes", "A risk is recorded", flag="infection"),),
        ),
        Question(
            "infection_detail", Kind.LONG_TEXT, "The infection",
            purpose="The visiting team prepares for it.", required=False,
        ),
        Question(
            "visit_risk", Kind.CHOICE, "Risk for staff who visit",
            purpose="Tells triage staff that there is one.", required=False,
            options=(Option("yes", "A risk is recorded", flag="hazard"),),
        ),
        Question(
            "hazard_details", Kind.LONG_TEXT, "Details of the risk",
            purpose="The visiting team reads them before they set out; nobody else can.",
            required=False, secret=True,
        ),
        Question(
            "other_flags", Kind.LONG_TEXT, "Also flagged by the sender",
            purpose="Triage staff read it before they ring.", required=False,
        ),
    ),
)  # fmt: skip

_PLANS = Step(
    "plans",
    "Plans",
    "Sent by the other system.",
    Section.PLANS,
    (
        Question(
            "respect_status", Kind.CHOICE, "ReSPECT plan",
            purpose="Shown to whoever visits, as reported by the sender.", required=False,
            options=(Option("in-place", "In place", flag="respect"),),
        ),
        Question(
            "respect_date", Kind.DATE, "Date of the plan", purpose="Shows how old it is.",
            required=False,
        ),
        Question(
            "respect_recorder", Kind.TEXT, "Who recorded it",
            purpose="Whoever visits can ask the person who recorded it.", required=False,
        ),
        Question(
            "respect_location", Kind.TEXT, "Where the document is", purpose=_FOUND,
            required=False,
        ),
        Question(
            "respect_detail", Kind.LONG_TEXT, "What the sender says of it", purpose=_FOUND,
            required=False,
        ),
    ),
)  # fmt: skip

SAFETY_STEPS = (_PLANS, _NEEDS, _SAFETY)
