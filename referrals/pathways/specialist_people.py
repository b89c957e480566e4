"""Specialist palliative care: steps about the people, their agreement, access and safety."""

from referrals.pathways.declare import Kind, Option, Question, Section, Step, When
from referrals.pathways.shared_public import ACCESS_OPTIONS, YES_NO

REFERRER = Step(
    "referrer",
    "About you",
    "So that the triage nurse can ring you with questions and tell you the decision.",
    Section.REFERRER,
    (
        Question(
            "referrer_name", Kind.TEXT, "Your name",
            purpose="Triage staff ask for you by name.",
            missing="Enter your name", autocomplete="name", width="20",
        ),
        Question(
            "referrer_role", Kind.TEXT, "Your role",
            purpose="Shows triage staff what kind of assessment stands behind the referral.",
            hint="For example, GP, district nurse, ward sister",
            missing="Enter your role", autocomplete="organization-title", width="20",
        ),
        Question(
            "referrer_organisation", Kind.TEXT, "Your organisation",
            purpose="Where the decision is sent.",
            hint="With the ODS code if you know it",
            missing="Enter your organisation", autocomplete="organization", width="20",
        ),
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

AGREEMENT = Step(
    "agreement",
    "Agreement and capacity",
    "Nobody is referred without agreeing, or a decision in their best interests.",
    Section.AGREEMENT,
    (
        Question(
            "they_agree", Kind.CHOICE, "Does the person agree to the referral?",
            purpose="Triage staff see it before they ring.",
            missing="Choose whether the person agrees to the referral",
            options=(
                Option("yes", "Yes, they have capacity and agree"),
                Option("best-interests", "They lack capacity; it is in their best interests",
                       "Mental Capacity Act 2005. The next page asks who decided",
                       flag="lacks-capacity"),
                Option("not-told", "They have not been told yet",
                       "Triage will ring you before anyone else", flag="does-not-know"),
            ),
        ),
        Question(
            "share_record", Kind.CHOICE, "Do they agree to the team seeing their GP record?",
            purpose="The team opens the shared record only with this.",
            missing="Choose whether they agree to the team seeing their GP record",
            options=(*YES_NO, Option("not-asked", "Not asked")),
        ),
        Question(
            "gp_aware", Kind.CHOICE, "Does the GP know about this referral?",
            purpose="Triage staff tell the GP if not.",
            missing="Choose whether the GP knows",
            options=(*YES_NO, Option("not-known", "Not known")),
        ),
    ),
)  # fmt: skip

BEST_INTERESTS = Step(
    "best-interests",
    "Best-interests decision",
    "You told us that the person lacks capacity for this decision.",
    Section.AGREEMENT,
    (
        Question(
            "best_interests_by", Kind.TEXT, "Who made the decision, and who was asked?",
            purpose="Recorded with the referral, as the Mental Capacity Act asks.",
            missing="Enter who made the decision",
        ),
        Question(
            "best_interests_on", Kind.DATE, "When was it made?",
            purpose="Recorded with the referral, as the Mental Capacity Act asks.",
            missing="Enter the date of the decision", in_the_past=True,
        ),
    ),
    (When("they_agree", ("best-interests",)),),
)  # fmt: skip

PERSON = Step(
    "person",
    "The person",
    "So that triage finds the right record and rings the right place.",
    Section.PERSON,
    (
        Question(
            "name", Kind.TEXT, "Full name",
            purpose="Triage staff match the record by name, date of birth and address.",
            missing="Enter the person's full name", width="20",
        ),
        Question(
            "known_as", Kind.TEXT, "Likes to be called",
            purpose="Whoever rings uses this name.", required=False, width="20",
        ),
        Question(
            "date_of_birth", Kind.DATE, "Date of birth",
            purpose="Triage staff match the record by name, date of birth and address.",
            missing="Enter the person's date of birth", in_the_past=True,
        ),
        Question(
            "nhs_number", Kind.NHS_NUMBER, "NHS number, if you have it",
            purpose="Triage staff trace the record with it. It is never used alone to match.",
            hint="10 digits, like 999 000 0018", required=False, width="10",
        ),
        Question(
            "address", Kind.LONG_TEXT, "Home address",
            purpose="The visiting team needs it.", missing="Enter the home address",
        ),
        Question(
            "postcode", Kind.POSTCODE, "Postcode",
            purpose="Finds the team for the area.", required=False,
        ),
        Question(
            "now_at", Kind.CHOICE, "Where are they now?",
            purpose="Triage staff ring and visit this place.",
            missing="Choose where they are now",
            options=(
                Option("home", "At home"), Option("hospital", "In hospital"),
                Option("care-home", "In a care home"), Option("hospice", "In a hospice"),
                Option("elsewhere", "Somewhere else"),
            ),
        ),
        Question(
            "now_at_detail", Kind.TEXT, "Ward, home or other detail",
            purpose="Triage staff ring and visit this place.", required=False,
        ),
        Question(
            "phone", Kind.PHONE, "Phone number for first contact",
            purpose="Triage staff ring this number first.",
            missing="Enter a phone number, like 01632 960 001",
        ),
        Question(
            "gp_practice", Kind.TEXT, "GP practice",
            purpose="Triage staff write to the practice and ask for the record.",
            missing="Enter the GP practice, or “none”", width="20",
        ),
    ),
)  # fmt: skip

PEOPLE = Step(
    "people",
    "People around them",
    "So that the right person is rung, and carers are seen too.",
    Section.PEOPLE,
    (
        Question(
            "carer_name", Kind.TEXT, "Main carer or the person to ring",
            purpose="Triage staff ring them if the person cannot talk.",
            required=False, width="20",
        ),
        Question(
            "carer_relationship", Kind.TEXT, "Relationship",
            purpose="Tells triage staff whom they are talking to.", required=False, width="20",
        ),
        Question(
            "carer_phone", Kind.PHONE, "Their phone number",
            purpose="Triage staff ring them if the person cannot talk.",
            required=False,
        ),
        Question(
            "household", Kind.CHOICES, "The household",
            purpose="Triage staff judge how much help is at hand, and who else needs support.",
            hint="Choose all that apply.", required=False,
            options=(
                Option("alone", "Lives alone"),
                Option("children", "Children under 18", flag="child"),
                Option("carer-strain", "The carer is near the limit"),
                Option("care-package", "A care package is in place"),
            ),
        ),
    ),
)  # fmt: skip

ACCESS = Step(
    "language-and-access",
    "Language and accessible information",
    "So that the first call already works for the person (Accessible Information Standard).",
    Section.NEEDS,
    (
        Question(
            "interpreter", Kind.CHOICE, "Is an interpreter needed?",
            purpose="Triage staff book one before the first call.",
            missing="Choose whether an interpreter is needed",
            options=(Option("no", "No"), Option("yes", "Yes", flag="interpreter")),
        ),
        Question(
            "access_needs", Kind.CHOICES, "Access and communication needs",
            purpose="Everyone who rings, writes or visits follows them.",
            hint="Choose all that apply, or none.", required=False, options=ACCESS_OPTIONS,
        ),
    ),
)  # fmt: skip

LANGUAGE = Step(
    "language",
    "Language",
    "You told us that an interpreter is needed.",
    Section.NEEDS,
    (
        Question(
            "language", Kind.TEXT, "Which language?",
            purpose="Triage staff book an interpreter in this language.",
            missing="Enter the language", width="20",
        ),
    ),
    (When("interpreter", ("yes",)),),
)  # fmt: skip

SAFETY = Step(
    "safety",
    "Safety and home visits",
    "So that visits are safe for the person and for staff.",
    Section.SAFETY,
    (
        Question(
            "safeguarding", Kind.CHOICE, "Is there a safeguarding worry?",
            purpose="Triage staff see it before they ring.",
            missing="Choose whether there is a safeguarding worry",
            options=(
                Option("no", "No"),
                Option("yes", "Yes, for an adult or a child", "Say more below",
                       flag="safeguarding"),
            ),
        ),
        Question(
            "infection", Kind.CHOICE, "Is there an infection risk?",
            purpose="The visiting team and the ward prepare for it.",
            missing="Choose whether there is an infection risk",
            options=(Option("no", "None known"), Option("yes", "Yes", "Say more below",
                                                        flag="infection")),
        ),
        Question(
            "hazards", Kind.CHOICES, "Hazards for staff who visit",
            purpose="The visiting team reads them before they set out.",
            hint="Choose all that apply, or none.", required=False,
            options=(
                Option("pets", "Dogs or other animals", flag="hazard"),
                Option("smoking", "Smoking, with oxygen in the home", flag="hazard"),
                Option("behaviour", "Aggression, by anyone in the home", flag="hazard"),
                Option("weapons", "Weapons", flag="hazard"),
                Option("substances", "Drug or alcohol misuse in the home", flag="hazard"),
                Option("no-signal", "No phone signal", flag="hazard"),
                Option("access", "Hard to find or to get in", flag="hazard"),
            ),
        ),
        Question(
            "safety_detail", Kind.LONG_TEXT, "Details",
            purpose="The visiting team reads them before they set out.",
            hint="Do not write key-safe codes here. Tell the team by phone.", required=False,
        ),
    ),
)  # fmt: skip
