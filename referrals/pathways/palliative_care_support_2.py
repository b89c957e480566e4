"""Palliative care and support, version 2: for oneself, or for someone one cares for."""

from referrals.pathways.declare import (
    Kind,
    Milestone,
    Option,
    Pathway,
    Question,
    Section,
    Step,
    When,
)
from referrals.pathways.steps.background import BACKGROUND
from referrals.pathways.steps.contact import (
    ABOUT_YOU,
    CONTACT,
    RING_FIRST,
    agree_me,
    agree_other,
    who_for,
)
from referrals.pathways.steps.illness import (
    ILLNESS_QUESTION,
    IMPLANT,
    IN_OWN_WORDS,
    KNOWS,
    WISHES,
)
from referrals.pathways.steps.needs import NEEDS_STEPS
from referrals.pathways.steps.person import ADDRESS, BIRTH, GP, NAME, NHS_STEPS, POSTCODE
from referrals.pathways.steps.visit import AT_HOME, VISIT_STEPS

_WHO_FOR = who_for(
    "Who needs support?",
    Option("me", "I do"),
    Option("someone", "Someone I care for", "A relative, friend or neighbour"),
)

_HELP = Step(
    "what-would-help",
    "What would help most?",
    "It is where our first call begins.",
    Section.WHY,
    (
        Question(
            "reasons", Kind.CHOICES, "What would help most?",
            purpose="Triage staff choose which team rings first.",
            hint="Choose all that apply.",
            missing="Choose at least one thing, or “Something else”",
            options=(
                Option("symptoms", "Pain or other symptoms", "Such as breathlessness or sickness"),
                Option("care-at-home", "Care at home", "Washing, moving, nights"),
                Option("worry", "Worry, low mood or fear"),
                Option("family", "Support for family or carers"),
                Option("planning", "Planning ahead", "Saying what matters, and putting it down"),
                Option("money", "Money, work or housing"),
                Option("faith", "Faith, meaning or spiritual care"),
                Option("other", "Something else", "You can say more below"),
            ),
        ),
        IN_OWN_WORDS,
    ),
)  # fmt: skip

_HOW_SOON = Step(
    "how-soon",
    "How soon do [you|they] need to hear from us?",
    "We ring those who cannot wait first.",
    Section.WHY,
    (
        Question(
            "how_soon", Kind.CHOICE, "How soon do [you|they] need to hear from us?",
            purpose="Triage staff read it when they choose how soon to ring.",
            missing="Choose how soon",
            options=(
                Option("today", "Today", "Please ring as well: a form is not quick enough",
                       help_now=True),
                Option("days", "In the next few days"), Option("weeks", "In the next two weeks"),
                Option("no-hurry", "There is no hurry"),
            ),
        ),
    ),
)  # fmt: skip

_ILLNESS = Step(
    "illness",
    "The illness",
    "It tells us which nurse or doctor should ring. A device for the heart can need a plan.",
    Section.CLINICAL,
    (ILLNESS_QUESTION, IMPLANT),
)

_WHERE = Step(
    ADDRESS.slug,
    "[Your|Their] address, and where [you are|they are] now",
    "It tells us which team covers the place, and which door to come to.",
    Section.PERSON,
    (
        *ADDRESS.questions,
        Question(
            "now_at", Kind.CHOICE, "Where [are you|are they] now?",
            purpose="Triage staff choose the team that works there.",
            missing="Choose where [you are|they are] now",
            options=(
                Option("home", "At home"), Option("hospital", "In hospital"),
                Option("care-home", "In a care home"),
                Option("elsewhere", "Somewhere else", "With family, or without a fixed home"),
            ),
        ),
    ),
)  # fmt: skip

_WHICH_PLACE = Step(
    "which-place",
    "Which place is it?",
    "You told us that it is not at home.",
    Section.PERSON,
    (
        Question(
            "now_at_detail", Kind.TEXT, "Name of the place, and the ward or room if there is one",
            purpose="Triage staff ring and visit this place.",
            hint="If you do not know, say what you can.", missing="Enter the place",
        ),
    ),
    (When("now_at", ("hospital", "care-home", "elsewhere")),),
)  # fmt: skip

PATHWAY = Pathway(
    slug="palliative-care-support",
    version=2,
    title="Ask for palliative care and support",
    audience="public",
    for_whom="For you, or for someone you care for",
    summary="Care and support when an illness cannot be cured: for pain and other symptoms, for "
    "worry, for practical things, and for the people around you. Asking early is fine.",
    eligibility=(
        "You, or the person you care for, are 18 or over.",
        "The illness is serious and not expected to be cured. You need not know how long it lasts.",
        "You live in the area, or are registered with a GP here.",
    ),
    other_routes=(
        "For a child or young person, ring us. A children's team will call you back.",
        "If you look after someone and want help for yourself, ask for carer's support.",
        "After a death, ask for bereavement support instead.",
        "If you live elsewhere, ring us. We tell you who covers your area.",
    ),
    asks=(
        "what would help, and how soon",
        "what illness it is, in your own words",
        "name, date of birth and address",
        "if you like, gender, ethnic group and belief",
        "how to reach you, and how you like to be talked to",
        "what helps if somebody visits",
    ),
    minutes=12,
    promise=2,
    urgent="If it cannot wait until tomorrow, ring us instead of filling in this form.",
    what_next=(
        Milestone(0, "Your answers are safe with the care line team. Nobody else has them."),
        Milestone(1, "A nurse of the care line team reads what you wrote."),
        Milestone(2, "Somebody rings you on the number that you gave. They ask what matters most, "
                     "and agree with you what happens next."),
    ),
    if_things_change="If anything gets worse or changes before we ring, do not wait. Ring us and "
    "give your reference.",
    steps=(
        _WHO_FOR, ABOUT_YOU, _HELP, _HOW_SOON, _ILLNESS, KNOWS, NAME, BIRTH, POSTCODE, _WHERE,
        _WHICH_PLACE, BACKGROUND, CONTACT, RING_FIRST, *NEEDS_STEPS, *NHS_STEPS, GP, AT_HOME,
        *VISIT_STEPS, WISHES, agree_me("palliative care and support"), agree_other("someone"),
    ),
    needs=("patient-support", "carers-support", "planning-ahead", "befriending"),
    doors=("me", "carer"),
)  # fmt: skip
