"""Carer's support and assessment, version 1: for oneself, or for a carer one knows."""

from referrals.pathways.declare import Milestone, Option, Pathway
from referrals.pathways.steps.caring import CARING_STEPS
from referrals.pathways.steps.contact import (
    ABOUT_YOU,
    CONTACT,
    RING_FIRST,
    agree_me,
    agree_other,
    who_for,
)
from referrals.pathways.steps.needs import NEEDS_STEPS
from referrals.pathways.steps.person import GP, WHO_THEY_ARE

PATHWAY = Pathway(
    slug="carers-support",
    version=1,
    title="Ask for carer's support",
    audience="public",
    for_whom="For you if you look after someone, or for a carer you know",
    summary="A break, somebody to talk to, training, help with money, and a carer's assessment. "
    "You need not call yourself a carer, and you need not do it all day.",
    eligibility=(
        "You, or the carer you know, look after somebody who is seriously ill, without being paid "
        "as a care worker.",
        "The carer is 18 or over.",
        "The carer, or the person they look after, lives in the area.",
    ),
    other_routes=(
        "If you are under 18 and look after someone, ring us. A young carers' worker will call "
        "you back.",
        "For care and support for the person who is ill, ask for palliative care and support.",
        "After a death, ask for bereavement support instead.",
        "If you live elsewhere, the council where the ill person lives arranges the assessment.",
    ),
    asks=(
        "whom you look after, and what you do",
        "how things are, and what would help",
        "whether you want a carer's assessment",
        "name, date of birth, address, and how to reach you",
    ),
    minutes=9,
    promise=5,
    urgent="If you cannot go on today, or the person you look after is not safe, ring us instead "
    "of filling in this form.",
    what_next=(
        Milestone(0, "Your answers are safe with the care line team. Nobody else has them."),
        Milestone(2, "Somebody of the carers' team reads what you wrote."),
        Milestone(5, "They ring you, talk about what would help first, and ask the council for an "
                     "assessment if you want one."),
    ),
    if_things_change="If things get harder before we ring, do not wait. Ring us and give your "
    "reference.",
    steps=(
        who_for(
            "Who needs support?",
            Option("me", "I do"),
            Option("someone", "Someone I know", "They look after somebody"),
        ),
        ABOUT_YOU, *CARING_STEPS, *WHO_THEY_ARE, CONTACT, RING_FIRST, *NEEDS_STEPS, GP,
        agree_me("carer's support"), agree_other("someone"),
    ),
    needs=("carers-support", "respite", "befriending"),
    doors=("carer",),
)  # fmt: skip
