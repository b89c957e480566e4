"""Specialist palliative care: safeguarding, infection and what is secret about a visit."""

from referrals.pathways.declare import Kind, Option, Question, Section, Step, When
from referrals.pathways.steps.codes import SAFEGUARDING
from referrals.pathways.steps.specialist_person import NOT_KNOWN, YES_NO_KNOWN

SAFETY = Step(
    "safety",
    "Safety and home visits",
    "So that visits are safe for the person and for staff.",
    Section.SAFETY,
    (
        Question(
            "safeguarding", Kind.CHOICE, "Is there a safeguarding worry?",
            purpose="Triage staff see it before they ring.",
            missing="Choose whether there is a safeguarding worry",
            options=(
                Option("no", "No"),
                Option("adult", "Yes, for an adult", flag="safeguarding",
                       code=SAFEGUARDING + "766561000000109"),
                Option("child", "Yes, for a child", flag="safeguarding",
                       code=SAFEGUARDING + "836881000000105"),
            ),
        ),
        Question(
            "infection", Kind.CHOICE, "Is there an infection risk?",
            purpose="The visiting team and the ward prepare for it.",
            missing="Choose whether there is an infection risk",
            options=(Option("no", "None known"), Option("yes", "Yes", flag="infection"), NOT_KNOWN),
        ),
        Question(
            "visit_risk", Kind.CHOICE, "Is there a risk for staff who visit?",
            purpose="Opens private questions about the risk, and tells triage staff that there "
            "is one.",
            missing="Choose whether there is a risk for staff",
            options=(Option("no", "None known"), Option("yes", "Yes", flag="hazard"), NOT_KNOWN),
        ),
        Question(
            "key_safe_there", Kind.CHOICE, "Is there a key safe?",
            purpose="Opens a private question about how to get in.",
            missing="Choose whether there is a key safe", options=YES_NO_KNOWN,
        ),
    ),
)  # fmt: skip

SAFETY_DETAIL = Step(
    "safety-in-detail",
    "Safety in detail",
    "Your last answers need a word more.",
    Section.SAFETY,
    (
        Question(
            "safeguarding_detail", Kind.LONG_TEXT, "The safeguarding worry, and who knows of it",
            purpose="Triage staff act with those who act already.",
            missing="Enter what the worry is",
            shown_if=(When("safeguarding", ("adult", "child")),),
        ),
        Question(
            "infection_detail", Kind.TEXT, "Which infection, and its state now",
            purpose="The visiting team and the ward prepare for it.",
            missing="Enter which infection it is", shown_if=(When("infection", ("yes",)),),
        ),
    ),
)  # fmt: skip

PRIVATE = Step(
    "private-to-visitors",
    "Only for those who visit",
    "These answers are locked away apart from the others.",
    Section.SAFETY,
    (
        Question(
            "hazards", Kind.CHOICES, "Risks for staff who visit",
            purpose="The visiting team reads them before they set out; nobody else can.",
            hint="Choose all that apply.", missing="Choose at least one risk",
            options=(
                Option("pets", "Dogs or other animals"),
                Option("smoking", "Smoking, with oxygen in the home"),
                Option("behaviour", "Aggression, by anyone in the home"),
                Option("weapons", "Weapons"),
                Option("substances", "Drug or alcohol misuse in the home"),
                Option("no-signal", "No phone signal"),
                Option("access", "Hard to find or to get in"), Option("other", "Another risk"),
            ),
            shown_if=(When("visit_risk", ("yes",)),), secret=True,
        ),
        Question(
            "hazard_details", Kind.LONG_TEXT, "Details of the risk, and what staff should do",
            purpose="The visiting team reads them before they set out; nobody else can.",
            required=False, shown_if=(When("visit_risk", ("yes",)),), secret=True,
        ),
        Question(
            "key_safe", Kind.TEXT, "Where the key safe is, and its number",
            purpose="The visiting team gets in with it; nobody else can read it.",
            hint="You can leave this empty, and tell triage by phone.", required=False,
            shown_if=(When("key_safe_there", ("yes",)),), secret=True,
        ),
    ),
)  # fmt: skip

SAFETY_STEPS = (SAFETY, SAFETY_DETAIL, PRIVATE)
