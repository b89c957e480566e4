"""Bereavement support, version 2: for oneself, or for a child one looks after."""

from referrals.pathways.declare import (
    Kind,
    Milestone,
    Option,
    Pathway,
    Question,
    Section,
    Step,
)
from referrals.pathways.steps.bereaved import (
    AROUND_YOU,
    HELP,
    HOW_DIED,
    WHAT_SUITS,
    WHEN_DIED,
    WHO_DIED,
)
from referrals.pathways.steps.bereaved_child import (
    ABOUT_ADULT,
    CHILD_AGREES,
    CHILD_KNOWS,
    CHILD_SAFE,
    FOR_CHILD,
)
from referrals.pathways.steps.contact import CONTACT, FOR_ME, agree_me, who_for
from referrals.pathways.steps.needs import NEEDS_STEPS
from referrals.pathways.steps.person import BIRTH, GP, NAME, POSTCODE

_WHO_FOR = who_for(
    "Who is support for?",
    Option("me", "Me"),
    Option(
        "child", "A child or young person I look after", "Under 18", flag="grieving-child"
    ),
)  # fmt: skip

_SAFE = Step(
    "how-you-are",
    "How are you now?",
    "We ask everyone. Many people who grieve have such thoughts, and it helps to say so.",
    Section.SAFETY,
    (
        Question(
            "thoughts_of_suicide", Kind.CHOICE, "Do you have thoughts of ending your life?",
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
    FOR_ME,
)  # fmt: skip

_LOOKS_AFTER = Step(
    "who-you-look-after",
    "Who you look after",
    "If others depend on you, they can be helped as well.",
    Section.PEOPLE,
    (
        Question(
            "looks_after", Kind.CHOICES, "Do you look after anybody?",
            purpose="Children and others who depend on you are offered support of their own.",
            hint="Choose all that apply, or none.", required=False,
            options=(
                Option("children", "Children under 18", flag="child"),
                Option("adult", "An adult who needs help"),
            ),
        ),
    ),
    FOR_ME,
)  # fmt: skip

_OTHER_CHILDREN = Step(
    "other-children",
    "Other children",
    "Brothers and sisters often grieve as well.",
    Section.PEOPLE,
    (
        Question(
            "other_children", Kind.CHOICE, "Are there other children who grieve this death?",
            purpose="Triage staff offer support for the children together.",
            missing="Choose yes or no",
            options=(Option("no", "No"), Option("yes", "Yes", flag="child")),
        ),
    ),
    FOR_CHILD,
)  # fmt: skip

PATHWAY = Pathway(
    slug="bereavement-support",
    version=2,
    title="Ask for bereavement support",
    audience="public",
    for_whom="For you, or for a child you look after, when somebody has died",
    summary="Somebody to talk to after a death, in a way and at a pace that suits. It does not "
    "matter how long ago it was, or how they died.",
    eligibility=(
        "Somebody close has died, recently or long ago.",
        "You are 18 or over and ask for yourself, or you ask for a child you look after.",
        "You live in the area, or the person who died was cared for here.",
    ),
    other_routes=(
        "If you are under 18, you can ring us yourself, or Childline on 0800 1111 at any hour.",
        "If the person is still alive and you dread their death, ask for carer's support.",
        "If you only want to know what there is, look under “Find services” without filling in "
        "anything.",
    ),
    asks=(
        "who died, about when, and how",
        "what would help, and what way suits",
        "how you are now, or how the child is",
        "name, date of birth, postcode, and how to reach you",
    ),
    minutes=9,
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
        _WHO_FOR, ABOUT_ADULT, WHO_DIED, WHEN_DIED, HOW_DIED, CHILD_KNOWS, HELP, _SAFE, CHILD_SAFE,
        AROUND_YOU, _LOOKS_AFTER, _OTHER_CHILDREN, WHAT_SUITS, NAME, BIRTH, POSTCODE, CONTACT,
        *NEEDS_STEPS, GP, agree_me("bereavement support"), CHILD_AGREES,
    ),
    needs=("bereavement", "mental-health", "befriending"),
    doors=("bereaved",),
)  # fmt: skip
