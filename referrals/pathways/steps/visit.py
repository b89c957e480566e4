"""A visit at home, in words for the public: what is private stays apart, under keys of its own."""

from referrals.pathways.declare import Kind, Option, Question, Section, Step, When
from referrals.pathways.steps.codes import HOUSEHOLD
from referrals.pathways.steps.needs import YES_NO

AT_HOME = Step(
    "at-home",
    "Who lives at home",
    "So that we know how much help is at hand, and who else may need some.",
    Section.PEOPLE,
    (
        Question(
            "lives_alone", Kind.CHOICE, "[Do you|Do they] live alone?",
            purpose="Triage staff judge how much help is at hand.",
            missing="Choose whether [you live|they live] alone",
            options=(Option("yes", "Yes", code=HOUSEHOLD + "LivesAlone"), Option("no", "No")),
        ),
        Question(
            "children_at_home", Kind.CHOICE, "Do children under 18 live there?",
            purpose="Children in the home are offered support of their own.",
            missing="Choose whether children live there",
            options=(Option("no", "No"), Option("yes", "Yes", flag="child")),
        ),
    ),
)  # fmt: skip

BEFORE_A_VISIT = Step(
    "before-a-visit",
    "If somebody visits",
    "So that a visit goes well for everyone.",
    Section.SAFETY,
    (
        Question(
            "before_we_visit", Kind.LONG_TEXT, "What helps somebody to find [you|them]?",
            purpose="The visiting team reads it before they set out.",
            hint="For example, stairs, where to park, or a door that is hard to find. Do not "
            "write a key safe number here.",
            required=False,
        ),
        Question(
            "visit_risk", Kind.CHOICE, "Could anything at home make a visit unsafe?",
            purpose="Opens a private question about the risk, and tells triage staff that there "
            "is one.",
            hint="For example, a dog that bites, or smoking near oxygen.",
            missing="Choose whether anything could make a visit unsafe",
            options=(Option("no", "No"), Option("yes", "Yes", flag="hazard")),
        ),
        Question(
            "key_safe_there", Kind.CHOICE, "Is there a key safe?",
            purpose="Opens a private question about how to get in.",
            hint="A small box by the door that opens with a number.",
            missing="Choose whether there is a key safe", options=tuple(reversed(YES_NO)),
        ),
    ),
)  # fmt: skip

PRIVATE_TO_VISITORS = Step(
    "private-to-visitors",
    "Only for those who visit",
    "These answers are locked away apart from the others.",
    Section.SAFETY,
    (
        Question(
            "hazard_details", Kind.LONG_TEXT, "What could make a visit unsafe?",
            purpose="The visiting team reads it before they set out; nobody else can.",
            missing="Enter what could make a visit unsafe",
            shown_if=(When("visit_risk", ("yes",)),), secret=True,
        ),
        Question(
            "key_safe", Kind.TEXT, "Where the key safe is, and its number",
            purpose="The visiting team gets in with it; nobody else can read it.",
            hint="You can leave this empty, and tell the nurse by phone.", required=False,
            shown_if=(When("key_safe_there", ("yes",)),), secret=True,
        ),
    ),
)  # fmt: skip

VISIT_STEPS = (BEFORE_A_VISIT, PRIVATE_TO_VISITORS)
