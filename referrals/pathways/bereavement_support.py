"""Bereavement support: for oneself, after the death of somebody close."""

from referrals.pathways.bereavement_loss import HOW, WHEN, WHO_DIED
from referrals.pathways.declare import (
    Kind,
    Milestone,
    Option,
    Pathway,
    Question,
    Section,
    Step,
)
from referrals.pathways.shared_public import ACCESS, BIRTH, EMAIL, GP, LANGUAGE, NAME, VOICEMAIL

_HELP = Step(
    "what-would-help",
    "What would help?",
    "So that we offer what you are looking for.",
    Section.WHY,
    (
        Question(
            "reasons",
            Kind.CHOICES,
            "What would help?",
            purpose="Triage staff choose which service rings you.",
            hint="Choose all that apply. “I do not know yet” is a good answer.",
            missing="Choose at least one, or “I do not know yet”",
            options=(
                Option("talk", "Somebody to talk to"),
                Option("group", "Meeting others who are grieving"),
                Option("counselling", "Counselling"),
                Option("children", "Help for children in the family", flag="child"),
                Option("practical", "Help with papers, money or housing"),
                Option("faith", "Faith, meaning or spiritual care"),
                Option("not-sure", "I do not know yet"),
            ),
        ),
        Question(
            "in_own_words",
            Kind.LONG_TEXT,
            "Is there more you want to say?",
            purpose="Whoever rings first reads it, so that you need not tell it twice.",
            required=False,
        ),
    ),
)

_SAFE = Step(
    "how-you-are",
    "How are you now?",
    "We ask everyone. Many people who grieve have such thoughts, and it helps to say so.",
    Section.SAFETY,
    (
        Question(
            "thoughts_of_suicide",
            Kind.CHOICE,
            "Do you have thoughts of ending your life?",
            purpose="A person reads this first and rings sooner. No computer decides anything "
            "by it.",
            missing="Choose one, or “I would rather not say”",
            options=(
                Option("no", "No"),
                Option("sometimes", "Sometimes", flag="self-harm", help_now=True),
                Option("yes", "Yes", flag="self-harm", help_now=True),
                Option("rather-not", "I would rather not say"),
            ),
        ),
    ),
)

_AROUND_YOU = Step(
    "around-you",
    "Who is around you?",
    "So that we add to the support you have, and do not repeat it.",
    Section.PEOPLE,
    (
        Question(
            "support_now",
            Kind.LONG_TEXT,
            "Who or what supports you at the moment?",
            purpose="Triage staff see what is there already.",
            hint="For example, family, a friend, a GP, a counsellor, or nobody just now.",
            required=False,
        ),
    ),
)

_FORM = Step(
    "kind-of-support",
    "What suits you?",
    "So that we offer support in a way that you can use.",
    Section.WHY,
    (
        Question(
            "modes",
            Kind.CHOICES,
            "How would you like to be supported?",
            purpose="Triage staff offer places of this kind first.",
            hint="Choose all that suit you.",
            missing="Choose at least one way",
            options=(
                Option("phone", "By phone"),
                Option("online", "By video or online"),
                Option("in-person", "In person, one to one"),
                Option("group", "In a group"),
                Option("any", "Any of these"),
            ),
        ),
        Question(
            "best_times",
            Kind.TEXT,
            "Good times for you",
            purpose="Triage staff ring, and offer places, at these times where they can.",
            hint="For example, weekday evenings",
            required=False,
            width="20",
        ),
    ),
)

_WHERE = Step(
    "where",
    "Where do you live?",
    "It tells us which services are near you.",
    Section.PERSON,
    (
        Question(
            "postcode",
            Kind.POSTCODE,
            "Your postcode",
            purpose="Triage staff find services near this place.",
            missing="Enter your postcode, like WY3 1AB",
        ),
        Question(
            "address",
            Kind.LONG_TEXT,
            "Your address",
            purpose="Used for letters, if you want them.",
            required=False,
            autocomplete="street-address",
        ),
    ),
)

_CONTACT = Step(
    "contact",
    "How can we reach you?",
    "A person rings you and talks with you about what would help.",
    Section.PERSON,
    (
        Question(
            "phone",
            Kind.PHONE,
            "Your phone number",
            purpose="Triage staff ring this number.",
            missing="Enter a phone number, like 01632 960 001",
        ),
        VOICEMAIL,
        EMAIL,
    ),
)

_AGREE = Step(
    "agreement",
    "Your agreement",
    "Nobody is referred without agreeing to it.",
    Section.AGREEMENT,
    (
        Question(
            "agree",
            Kind.CONFIRM,
            "I agree to be referred for bereavement support",
            purpose="Shows that the person agreed to the referral. It is not consent to anything "
            "else.",
            hint="You can change your mind at any time. Ring us, and we stop.",
            missing="Tick the box if you agree to be referred. If you do not, you can close this "
            "page or ring us",
        ),
    ),
)

PATHWAY = Pathway(
    slug="bereavement-support",
    version=1,
    title="Ask for bereavement support",
    audience="oneself",
    for_whom="For you, after somebody has died",
    summary="Somebody to talk to after a death, in a way and at a pace that suits you. It does not "
    "matter how long ago it was, or how they died.",
    eligibility=(
        "You are 18 or over.",
        "Somebody close to you has died, recently or long ago.",
        "You live in the area, or the person who died was cared for here.",
    ),
    other_routes=(
        "For a child or young person who is grieving, ring us. A children's service will call you "
        "back.",
        "If you only want to know what there is, look under “Find services” without filling in "
        "anything.",
    ),
    asks=(
        "who died, about when, and how",
        "what would help, and what way suits you",
        "how you are now",
        "name, date of birth, postcode, and how to reach you",
    ),
    minutes=8,
    promise=5,
    urgent="If you cannot keep yourself safe, ring 999. Samaritans listen day and night on "
    "116 123.",
    what_next=(
        Milestone(0, "Your answers are safe with the care line team. Nobody else has them."),
        Milestone(2, "Somebody of the bereavement team reads what you wrote."),
        Milestone(5, "They ring you, and talk with you about what would help."),
    ),
    if_things_change="If things get harder before we ring, do not wait. Ring us and give your "
    "reference, or ring Samaritans on 116 123 at any hour.",
    steps=(
        WHO_DIED, WHEN, HOW, _HELP, _SAFE, _AROUND_YOU, _FORM, NAME, BIRTH, _WHERE, _CONTACT,
        ACCESS, LANGUAGE, GP, _AGREE,
    ),
    needs=("bereavement", "mental-health", "befriending"),
)  # fmt: skip
