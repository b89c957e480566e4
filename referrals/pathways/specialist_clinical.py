"""Specialist palliative care: reason, illness, function, awareness, treatment and plans."""

from referrals.pathways.declare import Kind, Option, Question, Section, Step

_KNOWS = (Option("yes", "Yes"), Option("no", "No"), Option("not-known", "Not known"))


def _knows(flag: str) -> tuple[Option, ...]:
    return (_KNOWS[0], Option("no", "No", flag=flag), Option("not-known", "Not known", flag=flag))


def _plan(key: str, label: str, missing: str) -> Question:
    return Question(
        key, Kind.CHOICE, label,
        purpose="Shown to whoever visits, as reported by the referrer.",
        missing=missing,
        options=(
            Option("in-place", "In place"), Option("none", "Not in place"),
            Option("not-known", "Not known"),
        ),
    )  # fmt: skip


REASON = Step(
    "reason",
    "Reason for referral",
    "It is what the triage nurse reads first.",
    Section.WHY,
    (
        Question(
            "reasons", Kind.CHOICES, "Reason for referral",
            purpose="Triage staff choose the team by it.",
            hint="Choose all that apply.", missing="Choose at least one reason",
            options=(
                Option("pain", "Pain"), Option("symptoms", "Other symptoms"),
                Option("last-days", "Care in the last days of life", flag="dying"),
                Option("psychological", "Emotional or psychological distress"),
                Option("spiritual", "Spiritual distress"),
                Option("social", "Social or practical needs"),
                Option("carer", "Carer support"), Option("rehabilitation", "Rehabilitation"),
                Option("planning", "Advance care planning"), Option("respite", "Respite"),
                Option("discharge", "Discharge planning"),
            ),
        ),
        Question(
            "problem", Kind.LONG_TEXT, "Current problems, and what has been tried",
            purpose="Triage staff judge how soon, and prepare the first call.",
            missing="Enter the current problems and what has been tried",
        ),
        Question(
            "hopes", Kind.LONG_TEXT, "What the person hopes for",
            purpose="The first call begins with what matters to the person.", required=False,
        ),
        Question(
            "how_soon", Kind.CHOICE, "How soon do you think first contact is needed?",
            purpose="Triage staff read it when they choose how soon.",
            missing="Choose how soon you think first contact is needed",
            options=(
                Option("24h", "Within 24 hours", "Please ring as well", help_now=True),
                Option("2wd", "Within 2 working days"), Option("5wd", "Within 5 working days"),
            ),
        ),
    ),
)  # fmt: skip

CLINICAL = Step(
    "diagnosis",
    "Diagnosis",
    "It tells triage which specialist should read the referral.",
    Section.CLINICAL,
    (
        Question(
            "illness", Kind.LONG_TEXT, "Primary diagnosis, with date and spread",
            purpose="Triage staff choose the team by it.", missing="Enter the primary diagnosis",
        ),
        Question(
            "other_conditions", Kind.LONG_TEXT, "Other conditions",
            purpose="The team takes them into account when it prescribes.", required=False,
        ),
        Question(
            "treatment", Kind.LONG_TEXT, "Treatment so far, and what is planned",
            purpose="The team works with those who treat the illness.", required=False,
        ),
    ),
)  # fmt: skip

FUNCTION = Step(
    "phase-and-function",
    "Phase of illness and function",
    "Both help triage to judge how soon, and tell how things have changed.",
    Section.CLINICAL,
    (
        Question(
            "phase", Kind.CHOICE, "Phase of illness",
            purpose="Read by triage staff when they choose how soon.",
            missing="Choose the phase of illness, or “Not assessed”",
            options=(
                Option("stable", "Stable", "Problems are controlled by the plan in place"),
                Option("unstable", "Unstable",
                       "A new or quickly worsening problem needs an urgent change of plan"),
                Option("deteriorating", "Deteriorating",
                       "Gradual worsening that was foreseen; the plan needs regular review"),
                Option("dying", "Dying", "Death is likely within days", flag="dying"),
                Option("not-assessed", "Not assessed"),
            ),
        ),
        Question(
            "akps", Kind.SELECT, "AKPS",
            purpose="Read by triage staff when they choose how soon.",
            hint="Australia-modified Karnofsky Performance Status, in tens",
            missing="Choose the AKPS, or “Not assessed”",
            options=(
                Option("not-assessed", "Not assessed"),
                Option("100", "100: normal, no complaints"),
                Option("90", "90: normal activity, minor signs"),
                Option("80", "80: normal activity with effort"),
                Option("70", "70: cares for self, cannot do normal activity or work"),
                Option("60", "60: needs occasional help"),
                Option("50", "50: needs considerable help and frequent care"),
                Option("40", "40: in bed more than half of the time"),
                Option("30", "30: almost completely bedfast"),
                Option("20", "20: bedfast, needs extensive nursing care"),
                Option("10", "10: comatose or barely rousable"),
            ),
        ),
        Question(
            "rated_by", Kind.TEXT, "Rated by",
            purpose="Ratings by different people differ, so triage staff see whose it is.",
            hint="Name and role. Leave this empty if not assessed.", required=False, width="20",
        ),
        Question(
            "rated_on", Kind.DATE, "Rated on",
            purpose="Shows triage staff how old the rating is.", required=False, in_the_past=True,
        ),
    ),
)  # fmt: skip

AWARENESS = Step(
    "awareness",
    "What each person knows",
    "So that nobody is told something that they have not asked to hear.",
    Section.AWARENESS,
    (
        Question(
            "aware_of_illness", Kind.CHOICE, "Does the person know the diagnosis?",
            purpose="Triage staff see it before anyone rings.",
            missing="Choose whether the person knows the diagnosis",
            options=_knows("unaware-diagnosis"),
        ),
        Question(
            "aware_of_outlook", Kind.CHOICE, "Does the person know the prognosis?",
            purpose="Triage staff see it before anyone rings.",
            missing="Choose whether the person knows the prognosis",
            options=_knows("unaware-prognosis"),
        ),
        Question(
            "carer_aware_of_illness", Kind.CHOICE, "Does the carer know the diagnosis?",
            purpose="Triage staff see it before anyone rings.",
            missing="Choose whether the carer knows the diagnosis",
            options=(*_knows("carer-unaware"), Option("no-carer", "There is no carer")),
        ),
        Question(
            "carer_aware_of_outlook", Kind.CHOICE, "Does the carer know the prognosis?",
            purpose="Triage staff see it before anyone rings.",
            missing="Choose whether the carer knows the prognosis",
            options=(*_knows("carer-unaware"), Option("no-carer", "There is no carer")),
        ),
    ),
)  # fmt: skip

TREATMENT = Step(
    "medicines-and-devices",
    "Medicines, allergies and devices",
    "So that the first visit is safe and brings what is needed.",
    Section.CLINICAL,
    (
        Question(
            "medicines", Kind.LONG_TEXT, "Current medicines",
            purpose="The team prescribes with them in mind.", required=False,
        ),
        Question(
            "allergies", Kind.TEXT, "Allergies",
            purpose="The team prescribes with them in mind.",
            hint="“None known”, or “not asked”, is an answer.",
            missing="Enter the allergies, “none known” or “not asked”",
        ),
        Question(
            "at_home", Kind.CHOICES, "In place now",
            purpose="The visiting team prepares for it.",
            hint="Choose all that apply.", required=False,
            options=(
                Option("anticipatory", "Anticipatory medicines in the home"),
                Option("syringe-pump", "Syringe pump"), Option("oxygen", "Oxygen"),
                Option("niv", "Non-invasive ventilation"),
                Option("icd", "Implanted defibrillator, active"),
                Option("icd-off", "Implanted defibrillator, deactivated"),
                Option("pacemaker", "Pacemaker"), Option("feeding-tube", "Feeding tube"),
                Option("tracheostomy", "Tracheostomy"),
            ),
        ),
    ),
)  # fmt: skip

PLANS = Step(
    "plans",
    "Plans and decisions",
    "So that nobody acts against what was agreed.",
    Section.PLANS,
    (
        _plan("respect", "ReSPECT plan", "Choose whether a ReSPECT plan is in place"),
        _plan("dnacpr", "DNACPR decision", "Choose whether a DNACPR decision is in place"),
        _plan("adrt", "Advance decision to refuse treatment (ADRT)",
              "Choose whether an ADRT is in place"),
        _plan("lpa", "Lasting power of attorney for health and welfare (LPA)",
              "Choose whether an LPA is in place"),
        Question(
            "plan_documents", Kind.LONG_TEXT, "Date, who recorded it, and where each document is",
            purpose="Whoever visits finds the document and sees how old it is.", required=False,
        ),
        Question(
            "preferred_place", Kind.LONG_TEXT, "Where the person wishes to be cared for",
            purpose="The team plans with it.", required=False,
        ),
    ),
)  # fmt: skip
