"""Specialist palliative care: agreement, the person, where they are and whom to ring first."""

from referrals.pathways.declare import Kind, Option, Question, Section, Step, When
from referrals.pathways.steps.background import BACKGROUND
from referrals.pathways.steps.codes import HOUSEHOLD

NOT_KNOWN = Option("not-known", "Not known")
YES_NO_KNOWN = (Option("yes", "Yes"), Option("no", "No"), NOT_KNOWN)

AGREEMENT = Step(
    "agreement",
    "Agreement and capacity",
    "Nobody is referred without agreeing, or a decision in their best interests.",
    Section.AGREEMENT,
    (
        Question(
            "person_aware", Kind.CHOICE, "Does the person know of this referral?",
            purpose="Triage staff ring the referrer first if not.",
            missing="Choose whether the person knows of this referral",
            options=(
                Option("yes", "Yes"),
                Option("no", "No", "Triage will ring you before anyone else",
                       flag="does-not-know"),
                Option("not-known", "Not known", flag="does-not-know"),
            ),
        ),
        Question(
            "they_agree", Kind.CHOICE, "Do they agree to it?",
            purpose="Triage staff see it before they ring.",
            missing="Choose whether the person agrees to the referral",
            options=(
                Option("yes", "Yes, they have capacity and agree"),
                Option("best-interests", "They lack capacity; it is in their best interests",
                       "Mental Capacity Act 2005. The next page asks who decided",
                       flag="lacks-capacity"),
                Option("not-told", "They have not been asked yet", flag="does-not-know"),
            ),
        ),
        Question(
            "share_record", Kind.CHOICE, "Do they agree to the team seeing their GP record?",
            purpose="The team opens the shared record only with a yes, and does not ask again "
            "after a no.",
            missing="Choose whether they agree to the team seeing their GP record",
            options=(
                Option("yes", "Yes"), Option("no", "No", flag="record-closed"),
                Option("not-asked", "Not asked"),
            ),
        ),
        Question(
            "gp_aware", Kind.CHOICE, "Does the GP know about this referral?",
            purpose="Triage staff tell the GP if not.",
            missing="Choose whether the GP knows", options=YES_NO_KNOWN,
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
    "So that triage finds the right record.",
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
            "hospital_number", Kind.TEXT, "Hospital number, if there is one",
            purpose="Triage staff ask the hospital for letters with it.",
            required=False, width="20",
        ),
        Question(
            "gp_practice", Kind.GP_PRACTICE, "GP practice",
            purpose="Triage staff write to the practice and ask for the record.",
            hint="Name, street or ODS code", missing="Enter the GP practice, or “none”",
            width="20",
        ),
        Question(
            "gp_name", Kind.TEXT, "Named GP, if known",
            purpose="Triage staff ask for this doctor when they ring the practice.",
            required=False, width="20",
        ),
    ),
)  # fmt: skip

WHERE = Step(
    "where",
    "Where they are now",
    "So that the team that covers the place sees the referral.",
    Section.PERSON,
    (
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
            "postcode", Kind.POSTCODE, "Postcode of their home",
            purpose="Finds the team for the area.", required=False,
        ),
    ),
)  # fmt: skip

HOME_ADDRESS = Step(
    "address",
    "Home address",
    "The visiting team needs it.",
    Section.PERSON,
    (
        Question(
            "address", Kind.ADDRESS, "Home address",
            purpose="The visiting team finds the home by it.", missing="Enter the home address",
        ),
    ),
)  # fmt: skip

FIRST_CALL = Step(
    "first-call",
    "The first call",
    "So that the right person hears first, and nobody overhears.",
    Section.PERSON,
    (
        Question(
            "ring_first", Kind.CHOICE, "Whom shall we ring first?",
            purpose="Triage staff ring this person before anyone else.",
            missing="Choose whom to ring first",
            options=(
                Option("person", "The person"), Option("carer", "A carer or relative"),
                Option("me", "You, the referrer"),
            ),
        ),
        Question(
            "phone", Kind.PHONE, "Phone number for first contact",
            purpose="Triage staff ring this number first.",
            missing="Enter a phone number, like 01632 960 001",
        ),
        Question(
            "voicemail", Kind.CHOICE, "Is it safe to leave a message?",
            purpose="Keeps what is private from others who hear messages.",
            missing="Choose whether it is safe to leave a message",
            options=(
                Option("yes", "Yes"), Option("no", "No", flag="no-voicemail"),
                Option("not-known", "Not known", flag="no-voicemail"),
            ),
        ),
    ),
)  # fmt: skip

PEOPLE = Step(
    "people",
    "People around them",
    "So that carers and children are seen too.",
    Section.PEOPLE,
    (
        Question(
            "has_carer", Kind.CHOICE, "Is there a main carer?",
            purpose="Opens questions about the carer, and what the carer knows.",
            missing="Choose whether there is a main carer", options=YES_NO_KNOWN,
        ),
        Question(
            "lives_alone", Kind.CHOICE, "Does the person live alone?",
            purpose="Triage staff judge how much help is at hand.",
            missing="Choose whether the person lives alone",
            options=(
                Option("yes", "Yes", code=HOUSEHOLD + "LivesAlone"), Option("no", "No"), NOT_KNOWN,
            ),
        ),
        Question(
            "children_at_home", Kind.CHOICE, "Are there children under 18 in the household?",
            purpose="Children in the home are offered support of their own.",
            missing="Choose whether there are children",
            options=(Option("no", "No"), Option("yes", "Yes", flag="child"), NOT_KNOWN),
        ),
        Question(
            "care_package", Kind.CHOICE, "Is a care package in place?",
            purpose="Triage staff see what help comes in already.",
            missing="Choose whether a care package is in place", options=YES_NO_KNOWN,
        ),
    ),
)  # fmt: skip

CARER = Step(
    "carer",
    "The main carer",
    "You told us that there is one.",
    Section.PEOPLE,
    (
        Question(
            "carer_name", Kind.TEXT, "Name",
            purpose="Triage staff ring them if the person cannot talk.",
            missing="Enter the carer's name", width="20",
        ),
        Question(
            "carer_relationship", Kind.TEXT, "Relationship to the person",
            purpose="Tells triage staff whom they are talking to.", required=False, width="20",
        ),
        Question(
            "carer_phone", Kind.PHONE, "Phone number",
            purpose="Triage staff ring them if the person cannot talk.", required=False,
        ),
        Question(
            "carer_coping", Kind.CHOICE, "How is the carer managing?",
            purpose="Triage staff judge how much help is at hand, and who else needs support.",
            missing="Choose how the carer is managing",
            options=(
                Option("well", "Well enough"), Option("just", "Only just"),
                Option("limit", "Near the limit", flag="carer-limit"), NOT_KNOWN,
            ),
        ),
    ),
    (When("has_carer", ("yes",)),),
)  # fmt: skip

PERSON_STEPS = (
    AGREEMENT, BEST_INTERESTS, PERSON, BACKGROUND, WHERE, HOME_ADDRESS, FIRST_CALL, PEOPLE,
    CARER,
)  # fmt: skip
