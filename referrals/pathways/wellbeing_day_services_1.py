"""Wellbeing and day services, version 1: for oneself, someone one cares for, or a patient."""

from dataclasses import replace

from referrals.pathways.declare import Milestone, Option, Pathway, Section, Step, When
from referrals.pathways.steps.contact import (
    CONTACT,
    FOR_SOMEONE,
    REFERRER_NAME,
    RELATIONSHIP,
    agree_me,
    agree_other,
    who_for,
)
from referrals.pathways.steps.day_out import DAY_STEPS, HELP
from referrals.pathways.steps.illness import ILLNESS, WHAT_MAY_BE_SAID
from referrals.pathways.steps.needs import NEEDS_STEPS
from referrals.pathways.steps.person import GP, WHO_THEY_ARE
from referrals.pathways.steps.referrer import ORGANISATION, ROLE

_OTHERS = ("someone", "patient")

_AT_WORK = (When("who_for", ("patient",)),)

_ABOUT_YOU = Step(
    "about-you",
    "About you",
    "You are asking for someone else, so we need to know who you are to them.",
    Section.REFERRER,
    (
        REFERRER_NAME,
        replace(RELATIONSHIP, shown_if=FOR_SOMEONE),
        replace(ROLE, shown_if=_AT_WORK),
        replace(ORGANISATION, shown_if=_AT_WORK),
    ),
    (When("who_for", _OTHERS),),
)

_KNOWS = Step(
    "what-they-know",
    "What they know",
    "So that we never tell somebody something that they have not asked to hear.",
    Section.AWARENESS,
    WHAT_MAY_BE_SAID,
    (When("who_for", _OTHERS),),
)

PATHWAY = Pathway(
    slug="wellbeing-day-services",
    version=1,
    title="Ask for wellbeing and day services",
    audience="anyone",
    for_whom="For you, for someone you care for, or for somebody you support at work",
    summary="Days and groups for people with a serious illness: company, gentle exercise, help "
    "with breathlessness and tiredness, calming therapies, and a nurse to talk to.",
    eligibility=(
        "The person is 18 or over, and has an illness that is not expected to be cured.",
        "They can travel to us, with help if need be, or join online.",
        "They live in the area, or are registered with a GP here.",
    ),
    other_routes=(
        "If leaving home is too much, ask for palliative care and support at home.",
        "For pain or other symptoms that are not under control, ring us or ask for palliative "
        "care and support.",
        "If you look after someone and want help for yourself, ask for carer's support.",
    ),
    asks=(
        "what would help, and what illness it is",
        "how the person gets about, and what help they need in a day",
        "name, date of birth and address",
        "how to reach you, and how you like to be talked to",
    ),
    minutes=9,
    promise=5,
    urgent="If pain or other symptoms are not under control, ring us instead of filling in this "
    "form.",
    what_next=(
        Milestone(0, "Your answers are safe with the care line team. Nobody else has them."),
        Milestone(2, "Somebody of the wellbeing team reads what you wrote."),
        Milestone(5, "They ring, talk about what would suit, and offer a first visit."),
    ),
    if_things_change="If things change before we ring, ring us and give your reference.",
    steps=(
        who_for(
            "Who would like to come?",
            Option("me", "I would"),
            Option("someone", "Someone I care for", "A relative, friend or neighbour"),
            Option("patient", "Somebody I support at work", "For health and care staff"),
        ),
        _ABOUT_YOU, HELP, ILLNESS, _KNOWS, *DAY_STEPS, *WHO_THEY_ARE, CONTACT,
        *NEEDS_STEPS, GP, agree_me("wellbeing and day services"), agree_other(*_OTHERS),
    ),
    needs=("day-services", "wellbeing", "respite", "befriending"),
    doors=("me", "carer", "professional"),
)  # fmt: skip
