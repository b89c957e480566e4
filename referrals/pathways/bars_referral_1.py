"""What another system's referral says, version 1: nobody fills this in, so no door leads to it.

The shape of a BaRS referral (Booking and Referral Standard, Core 1.5.0); the message itself is
kept as it came (referrals.models.InboundMessage).
"""

from referrals.pathways.declare import Kind, Milestone, Pathway, Question, Section, Step
from referrals.pathways.steps.bars_person import PEOPLE_STEPS, PERSON_STEPS
from referrals.pathways.steps.bars_safety import SAFETY_STEPS


def _said(key: str, label: str, purpose: str) -> Question:
    return Question(key, Kind.LONG_TEXT, label, purpose, required=False)


_WHY = Step(
    "why",
    "Why now",
    "Sent by the other system.",
    Section.WHY,
    (
        _said("problem", "Reason for referral", "Triage staff decide by it how soon to respond."),
        _said("asked_for", "What is asked", "Triage staff see which service and action is asked."),
        Question(
            "respond_by", Kind.TEXT, "Asked to respond by",
            purpose="Shows triage staff how soon the sender thinks.", required=False,
        ),
        _said("advice_given", "What the person was told", "Whoever rings says nothing different."),
    ),
)  # fmt: skip

_CLINICAL = Step(
    "clinical",
    "Illness and how they are",
    "Sent by the other system.",
    Section.CLINICAL,
    (
        _said("illness", "Conditions", "The team prepares with it."),
        _said("observations", "Observations", "The team sees how the person was, and when."),
        _said("medicines", "Medicines", "The team checks them before the first visit."),
        _said("allergies", "Allergies", "The team checks them before giving any medicine."),
        _said("procedures", "Procedures", "The team sees what was done."),
        _said("other_answers", "Answers to the sender's questions", "The team does not ask again."),
        _said("also", "Also in the message", "Nothing that was sent is left unread."),
    ),
)

_AGREEMENT = Step(
    "agreement",
    "Agreement",
    "Sent by the other system.",
    Section.AGREEMENT,
    (_said("consent", "Consent", "Triage staff see what the sender says was agreed."),),
)

PATHWAY = Pathway(
    slug="bars-referral",
    version=1,
    title="Referral from another system",
    audience="professional",
    for_whom="For referrals that other systems send",
    summary="A referral that came as a message, not by a form.",
    eligibility=("The sender has an agreement with us.",),
    other_routes=("Without such a system, use the form for professionals.",),
    asks=("whatever the message says",),
    minutes=0,
    promise=2,
    urgent="If the person must be seen or spoken to within 24 hours, ring as well.",
    what_next=(
        Milestone(0, "The referral is with the care line team."),
        Milestone(1, "A nurse of the care line team reads it and chooses how soon to respond."),
        Milestone(2, "The team makes first contact with the person, and tells the sender."),
    ),
    if_things_change="If things change before first contact, send an update and ring the team.",
    steps=(_WHY, _CLINICAL, _AGREEMENT, *SAFETY_STEPS, *PERSON_STEPS, *PEOPLE_STEPS),
    needs=("patient-support", "home-care", "carers-support"),
)
