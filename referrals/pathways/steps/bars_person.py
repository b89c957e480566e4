"""Who a BaRS message is about, who is around them, and who sent it."""

from referrals.pathways.declare import Kind, Option, Question, Section, Step

_MATCH = "Triage staff find the right record with it."
_REACH = "Triage staff reach the person with it."
_ASK = "Triage staff ask the sender when something is missing."


def _text(key: str, label: str, purpose: str, kind: Kind = Kind.TEXT) -> Question:
    return Question(key, kind, label, purpose, required=False)


_PERSON = Step(
    "person",
    "The person",
    "Sent by the other system.",
    Section.PERSON,
    (
        _text("name", "Full name", _MATCH),
        _text("known_as", "Other names", "Whoever rings or visits uses the name liked best."),
        _text("date_of_birth", "Date of birth", _MATCH, Kind.DATE),
        _text("birth_in_part", "Date of birth, as far as it was sent", _MATCH),
        _text("gender", "Gender", "The team plans care with it."),
        _text("nhs_number", "NHS number", _MATCH, Kind.NHS_NUMBER),
        Question(
            "nhs_number_check", Kind.CHOICE, "Check of the NHS number",
            purpose="Warns triage staff of a number that cannot be right.", required=False,
            options=(Option("right", "The check digit is right"),
                     Option("wrong", "The check digit is wrong", flag="number-doubtful")),
        ),
        _text("nhs_number_verified", "NHS number, as the sender verified it", _MATCH),
        _text("other_numbers", "Other numbers", _MATCH),
        _text("address", "Address", "The visiting team needs it.", Kind.ADDRESS),
        _text("postcode", "Postcode", "Finds the team for that area."),
        _text("phone", "Phone", _REACH, Kind.PHONE),
        _text("email", "Email", _REACH, Kind.EMAIL),
        _text("contact_wishes", "How to be in touch", _REACH, Kind.LONG_TEXT),
        _text("now_at_detail", "Where they are now", "The team goes to the right place.",
              Kind.LONG_TEXT),
    ),
)  # fmt: skip

_PEOPLE = Step(
    "people",
    "People around them",
    "Sent by the other system.",
    Section.PEOPLE,
    (
        _text("carer_name", "Main contact", "Rung when the person cannot be reached."),
        _text("carer_relationship", "Who that is", "Whoever rings knows to whom they speak."),
        _text("carer_phone", "Their phone", "Rung when the person cannot be reached.", Kind.PHONE),
        _text("other_people", "Other people", "The team knows who is there.", Kind.LONG_TEXT),
        Question(
            "gp_practice", Kind.GP_PRACTICE, "GP practice",
            purpose="Triage staff ask the practice for medical details.", required=False,
        ),
        _text("gp_name", "GP", "Triage staff ask for them by name."),
    ),
)  # fmt: skip

_SENDER = Step(
    "sender",
    "Who sent this",
    "Sent by the other system.",
    Section.REFERRER,
    (
        _text("referrer_name", "Referrer", _ASK),
        _text("referrer_role", "Role", _ASK),
        Question(
            "referrer_organisation",
            Kind.ORGANISATION,
            "Organisation",
            purpose="Where the decision is sent.",
            required=False,
        ),
        _text("referrer_phone", "Phone", _ASK, Kind.PHONE),
        _text("referrer_email", "Email", _ASK, Kind.EMAIL),
        _text("others_involved", "Others who took part", _ASK, Kind.LONG_TEXT),
        _text("sender_reference", "The sender's reference", _ASK),
        _text("assessed_at", "When the sender saw or spoke to them", "Shows how fresh it is."),
    ),
)

PERSON_STEPS = (_PERSON,)
PEOPLE_STEPS = (_PEOPLE, _SENDER)
