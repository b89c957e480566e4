"""The professional who refers."""

from referrals.pathways.declare import Kind, Question, Section, Step
from referrals.pathways.steps.contact import REFERRER_NAME

ORGANISATION = Question(
    "referrer_organisation", Kind.ORGANISATION, "Your organisation",
    purpose="Where the decision is sent.", hint="Its name, or its ODS code",
    missing="Enter your organisation", autocomplete="organization", width="20",
)  # fmt: skip

ROLE = Question(
    "referrer_role", Kind.TEXT, "Your role",
    purpose="Shows triage staff what kind of assessment stands behind the referral.",
    hint="For example, GP, district nurse, ward sister",
    missing="Enter your role", autocomplete="organization-title", width="20",
)  # fmt: skip

REFERRER = Step(
    "referrer",
    "About you",
    "So that the triage nurse can ring you with questions and tell you the decision.",
    Section.REFERRER,
    (
        REFERRER_NAME,
        ROLE,
        ORGANISATION,
        Question(
            "referrer_phone", Kind.PHONE, "Your phone number or bleep",
            purpose="Triage staff ring it when something is missing.",
            missing="Enter a phone number, like 01632 960 001",
        ),
        Question(
            "referrer_email", Kind.EMAIL, "Your work email address",
            purpose="Used to say that a decision was made, without health data.",
            required=False,
        ),
        Question(
            "last_seen", Kind.DATE, "When did you last see the person?",
            purpose="Shows triage staff how fresh the assessment is.",
            hint="For example, 20 11 2026",
            missing="Enter the date when you last saw the person", in_the_past=True,
        ),
    ),
)  # fmt: skip
