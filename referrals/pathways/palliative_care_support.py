"""Palliative care and support: for oneself, or for someone one cares for."""

from referrals.pathways.declare import (
    Kind,
    Milestone,
    Option,
    Pathway,
    Question,
    Section,
    Step,
)
from referrals.pathways.palliative_people import (
    ABOUT_YOU,
    AGREE_ME,
    AGREE_OTHER,
    CONTACT,
    KNOWS,
    WHO_FOR,
)
from referrals.pathways.shared_public import (
    ACCESS,
    BIRTH,
    GP,
    LANGUAGE,
    NAME,
    NHS_NUMBER,
    NHS_NUMBER_KNOWN,
)

_HELP = Step(
    "what-would-help",
    "What would help most?",
    "It is where our first call begins.",
    Section.WHY,
    (
        Question(
            "reasons",
            Kind.CHOICES,
            "What would help most?",
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
        Question(
            "in_own_words",
            Kind.LONG_TEXT,
            "Is there more you want to say?",
            purpose="Whoever rings first reads it, so that nobody has to tell it twice.",
            required=False,
        ),
    ),
)

_HOW_SOON = Step(
    "how-soon",
    "How soon do [you|they] need to hear from us?",
    "We ring those who cannot wait first.",
    Section.WHY,
    (
        Question(
            "how_soon",
            Kind.CHOICE,
            "How soon do [you|they] need to hear from us?",
            purpose="Triage staff read it when they choose how soon to ring.",
            missing="Choose how soon",
            options=(
                Option(
                    "today",
                    "Today",
                    "Please ring as well: a form is not quick enough",
                    help_now=True,
                ),
                Option("days", "In the next few days"),
                Option("weeks", "In the next two weeks"),
                Option("no-hurry", "There is no hurry"),
            ),
        ),
    ),
)

_ILLNESS = Step(
    "illness",
    "The illness",
    "It tells us which nurse or doctor should ring.",
    Section.CLINICAL,
    (
        Question(
            "illness",
            Kind.LONG_TEXT,
            "What illness or condition [do you|do they] have?",
            purpose="Triage staff choose the right team.",
            hint="Your own words are fine. If you are not sure, say so.",
            missing="Enter what you know about the illness, or “not sure”",
        ),
    ),
)


_WHERE = Step(
    "where",
    "Where [are you|are they] now?",
    "It tells us which team covers the place, and where to come.",
    Section.PERSON,
    (
        Question(
            "now_at",
            Kind.CHOICE,
            "Where [are you|are they] now?",
            purpose="Triage staff choose the team that works there.",
            missing="Choose where [you are|they are] now",
            options=(
                Option("home", "At home"),
                Option("hospital", "In hospital"),
                Option("care-home", "In a care home"),
                Option("elsewhere", "Somewhere else", "With family, or without a fixed home"),
            ),
        ),
        Question(
            "address",
            Kind.LONG_TEXT,
            "[Your|Their] home address",
            purpose="The visiting team needs it. It is not used for post without asking.",
            hint="If [you have|they have] no fixed address, say where [you stay|they stay].",
            missing="Enter the address, or where [you stay|they stay]",
            autocomplete="street-address",
        ),
        Question(
            "postcode",
            Kind.POSTCODE,
            "Postcode",
            purpose="Finds the team and the services for that area.",
            hint="Leave this empty if there is none.",
            required=False,
        ),
    ),
)


_HOME = Step(
    "at-home",
    "At home",
    "So that a visit goes well for everyone.",
    Section.SAFETY,
    (
        Question(
            "lives_alone",
            Kind.CHOICE,
            "[Do you|Do they] live alone?",
            purpose="Triage staff judge how much help is at hand.",
            missing="Choose whether [you live|they live] alone",
            options=(
                Option("yes", "Yes"),
                Option("no", "No"),
                Option("with-children", "No, and children under 18 live there too", flag="child"),
            ),
        ),
        Question(
            "before_we_visit",
            Kind.LONG_TEXT,
            "Is there anything to know before somebody visits?",
            purpose="The visiting team reads it before they set out.",
            hint="For example, a dog, stairs, a door that is hard to find, or oxygen in the home.",
            required=False,
            flag="hazard",
        ),
    ),
)


PATHWAY = Pathway(
    slug="palliative-care-support",
    version=1,
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
        "After a death, ask for bereavement support instead.",
    ),
    asks=(
        "what would help, and how soon",
        "what illness it is, in your own words",
        "name, date of birth and address",
        "how to reach you, and how you like to be talked to",
    ),
    minutes=10,
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
        WHO_FOR, ABOUT_YOU, _HELP, _HOW_SOON, _ILLNESS, KNOWS, NAME, BIRTH, _WHERE, CONTACT,
        ACCESS, LANGUAGE, NHS_NUMBER_KNOWN, NHS_NUMBER, GP, _HOME, AGREE_ME, AGREE_OTHER,
    ),
    needs=("patient-support", "carers-support", "planning-ahead", "befriending"),
)  # fmt: skip
