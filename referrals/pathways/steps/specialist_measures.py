"""Specialist palliative care: reason, concerns, diagnosis, phase, function and prognosis.

Phase of illness and AKPS as in the Outcome Assessment and Complexity Collaborative (OACC). Ratings
of different people differ, so each has who rated it and when.
"""

from referrals.pathways.declare import Kind, Option, Question, Section, Step, When

_RATED = "Ratings by different people differ, so triage staff see whose it is."
_AGE = "Shows triage staff how old the rating is."
_NOT_ASSESSED = Option("not-assessed", "Not assessed")

_PHASES = (
    Option("stable", "Stable", "Problems are controlled by the plan in place"),
    Option("unstable", "Unstable",
           "A new or quickly worsening problem needs an urgent change of plan"),
    Option("deteriorating", "Deteriorating",
           "Gradual worsening that was foreseen; the plan needs regular review"),
    Option("dying", "Dying", "Death is likely within days", flag="dying"),
)  # fmt: skip
_AKPS = (
    Option("100", "100: normal, no complaints"), Option("90", "90: normal activity, minor signs"),
    Option("80", "80: normal activity with effort"),
    Option("70", "70: cares for self, cannot do normal activity or work"),
    Option("60", "60: needs occasional help"),
    Option("50", "50: needs considerable help and frequent care"),
    Option("40", "40: in bed more than half of the time"),
    Option("30", "30: almost completely bedfast"),
    Option("20", "20: bedfast, needs extensive nursing care"),
    Option("10", "10: comatose or barely rousable"),
)  # fmt: skip
_PROGNOSES = (
    Option("days", "Days", flag="dying"), Option("weeks", "Weeks"), Option("months", "Months"),
    Option("year", "A year or more"),
)  # fmt: skip

REASON = Step(
    "reason",
    "Reason for referral",
    "It is what the triage nurse reads first.",
    Section.WHY,
    (
        Question(
            "services_wanted", Kind.CHOICES, "What do you ask for?",
            purpose="Triage staff choose the team by it.",
            hint="Choose all that apply.", missing="Choose at least one service",
            options=(
                Option("advice", "Advice to the team in charge"),
                Option("community", "Visit by the community specialist team"),
                Option("hospice-at-home", "Hospice at home",
                       "Hands-on nursing care, often in the last weeks of life"),
                Option("admission", "Assessment for admission to the hospice"),
                Option("outpatient", "Clinic or day services"),
            ),
        ),
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

CONCERNS = Step(
    "concerns",
    "What troubles the person most",
    "The first call begins with what matters to the person.",
    Section.WHY,
    (
        Question(
            "main_concerns", Kind.LONG_TEXT, "Main concerns, up to three",
            purpose="The first call begins with what matters to the person.",
            hint="In the person's own words. If you use IPOS, its open question about main "
            "problems.",
            required=False,
        ),
        Question(
            "main_concerns_by", Kind.CHOICE, "Who said so?",
            purpose="Patients, carers and staff differ, so triage staff see whose answer it is.",
            missing="Choose who named the concerns",
            options=(
                Option("person", "The person"), Option("carer", "A carer or relative"),
                Option("staff", "A member of staff"), Option("not-asked", "Not asked"),
            ),
        ),
        Question(
            "main_concerns_on", Kind.DATE, "When?",
            purpose="Shows triage staff how old the answer is.", required=False, in_the_past=True,
        ),
        Question(
            "hopes", Kind.LONG_TEXT, "What the person hopes for",
            purpose="The first call begins with what matters to the person.", required=False,
        ),
    ),
)  # fmt: skip

DIAGNOSIS = Step(
    "diagnosis",
    "Diagnosis",
    "It tells triage which specialist should read the referral.",
    Section.CLINICAL,
    (
        Question(
            "illness", Kind.LONG_TEXT, "Primary diagnosis, with spread",
            purpose="Triage staff choose the team by it.", missing="Enter the primary diagnosis",
        ),
        Question(
            "diagnosed_on", Kind.MONTH, "Month and year of diagnosis",
            purpose="Shows the team how the illness has run so far.",
            hint="For example, June 2026", required=False, in_the_past=True,
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

MEASURES = Step(
    "phase-and-function",
    "Phase of illness, function and prognosis",
    "They help triage to judge how soon, and tell how things have changed.",
    Section.CLINICAL,
    (
        Question(
            "phase", Kind.CHOICE, "Phase of illness",
            purpose="Read by triage staff when they choose how soon.",
            missing="Choose the phase of illness, or “Not assessed”",
            options=(*_PHASES, _NOT_ASSESSED),
        ),
        Question(
            "akps", Kind.SELECT, "AKPS",
            purpose="Read by triage staff when they choose how soon.",
            hint="Australia-modified Karnofsky Performance Status, in tens",
            missing="Choose the AKPS, or “Not assessed”", options=(_NOT_ASSESSED, *_AKPS),
        ),
        Question(
            "prognosis", Kind.CHOICE, "Prognosis, as you judge it",
            purpose="Read by triage staff when they choose how soon.",
            missing="Choose the prognosis, or “Not assessed”",
            options=(*_PROGNOSES, _NOT_ASSESSED),
        ),
    ),
)  # fmt: skip


def _rated(key: str, name: str, options: tuple[Option, ...]) -> tuple[Question, Question]:
    """Return who rated a measure and when, asked once it was rated."""
    given = (When(key, tuple(option.value for option in options)),)
    return (
        Question(
            f"{key}_by", Kind.TEXT, f"{name}: rated by", purpose=_RATED, hint="Name and role",
            missing="Enter who rated it, with the role", width="20", shown_if=given,
        ),
        Question(
            f"{key}_on", Kind.DATE, f"{name}: rated on", purpose=_AGE,
            missing="Enter the date on which it was rated", in_the_past=True, shown_if=given,
        ),
    )  # fmt: skip


RATED = Step(
    "who-rated",
    "Who rated, and when",
    "Ratings by different people differ, and they age.",
    Section.CLINICAL,
    (
        *_rated("phase", "Phase of illness", _PHASES),
        *_rated("akps", "AKPS", _AKPS),
        *_rated("prognosis", "Prognosis", _PROGNOSES),
    ),
)

MEASURE_STEPS = (REASON, CONCERNS, DIAGNOSIS, MEASURES, RATED)
