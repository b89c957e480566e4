"""Specialist palliative care and hospice at home: for health and care professionals.

Phase of illness and AKPS as in the Outcome Assessment and Complexity Collaborative (OACC).
"""

from referrals.pathways.declare import Milestone, Pathway
from referrals.pathways.specialist_clinical import (
    AWARENESS,
    CLINICAL,
    FUNCTION,
    PLANS,
    REASON,
    TREATMENT,
)
from referrals.pathways.specialist_people import (
    ACCESS,
    AGREEMENT,
    BEST_INTERESTS,
    LANGUAGE,
    PEOPLE,
    PERSON,
    REFERRER,
    SAFETY,
)

PATHWAY = Pathway(
    slug="specialist-palliative-care",
    version=1,
    title="Refer to specialist palliative care",
    audience="professional",
    for_whom="For health and care professionals",
    summary="For adults with a progressive, life-limiting illness whose needs are more than the "
    "team around them can meet: specialist advice, community visits, hospice at home and "
    "admission.",
    eligibility=(
        "The person is 18 or over, with a progressive, life-limiting illness of any kind.",
        "They have symptoms or needs that are complex or not controlled, or are near to death.",
        "They agree to be referred or, lacking capacity, it is in their best interests.",
    ),
    other_routes=(
        "For advice without a referral, ring the advice line. It is open day and night.",
        "For equipment or a care package alone, refer to community nursing or the council.",
        "For bereavement support, ask the person to use the bereavement form.",
    ),
    asks=(
        "who you are, and agreement or best-interests decision",
        "reason for referral, and how soon you think",
        "diagnosis, phase of illness and AKPS, with who rated and when",
        "what the person and the carer know",
        "ReSPECT, DNACPR, ADRT and LPA",
        "access needs and hazards",
    ),
    minutes=12,
    promise=2,
    urgent="If the person must be seen or spoken to within 24 hours, ring as well.",
    what_next=(
        Milestone(0, "The referral is with the care line team."),
        Milestone(1, "A nurse of the care line team reads it and chooses how soon to respond. "
                     "They ring you if something is missing. An incomplete referral is not sent "
                     "back."),
        Milestone(2, "The team makes first contact with the person, and tells you the decision "
                     "with its reason."),
    ),
    if_things_change="If the person gets worse, is admitted or dies before first contact, ring the "
    "team and give the reference.",
    steps=(
        REFERRER, AGREEMENT, BEST_INTERESTS, PERSON, PEOPLE, REASON, CLINICAL, FUNCTION,
        AWARENESS, TREATMENT, PLANS, ACCESS, LANGUAGE, SAFETY,
    ),
    needs=("patient-support", "equipment", "home-care", "carers-support"),
)  # fmt: skip
