"""Specialist palliative care and hospice at home, version 2, for professionals."""

from referrals.pathways.declare import Milestone, Pathway
from referrals.pathways.steps.needs import NEEDS_STEPS
from referrals.pathways.steps.plans import PLAN_STEPS
from referrals.pathways.steps.referrer import REFERRER
from referrals.pathways.steps.specialist_measures import MEASURE_STEPS
from referrals.pathways.steps.specialist_person import PERSON_STEPS
from referrals.pathways.steps.specialist_safety import SAFETY_STEPS
from referrals.pathways.steps.specialist_treatment import TREATMENT_STEPS

PATHWAY = Pathway(
    slug="specialist-palliative-care",
    version=2,
    title="Refer to specialist palliative care or hospice at home",
    audience="professional",
    for_whom="For health and care professionals",
    summary="For adults with a progressive, life-limiting illness whose needs are more than the "
    "team around them can meet: specialist advice, community visits, hospice at home and "
    "admission.",
    eligibility=(
        "The person is 18 or over, with a progressive, life-limiting illness of any kind.",
        "They have symptoms or needs that are complex or not controlled, or need nursing care at "
        "home near the end of life.",
        "They agree to be referred or, lacking capacity, it is in their best interests.",
    ),
    other_routes=(
        "For advice without a referral, ring the advice line. It is open day and night.",
        "For equipment or a care package alone, refer to community nursing or the council.",
        "For company, exercise or breathlessness groups, use the wellbeing and day services form.",
        "For a carer, give them the form for carer's support. For grief, the bereavement form.",
        "For a child, ring the children's palliative care team.",
    ),
    asks=(
        "who you are, and agreement or best-interests decision",
        "reason for referral, main concerns, and how soon you think",
        "where known, gender, ethnic group and belief",
        "diagnosis, phase of illness, AKPS and prognosis, each with who rated it and when",
        "what the person and the carer know",
        "medicines, devices, oxygen and equipment",
        "CPR decision, ReSPECT, ADRT, LPA and escalation plan: date, recorder and where it is",
        "access needs, infection and hazards",
    ),
    minutes=18,
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
        REFERRER, *PERSON_STEPS, *MEASURE_STEPS, *TREATMENT_STEPS, *PLAN_STEPS, *NEEDS_STEPS,
        *SAFETY_STEPS,
    ),
    needs=("patient-support", "equipment", "home-care", "carers-support"),
    doors=("professional",),
)  # fmt: skip
