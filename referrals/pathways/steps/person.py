"""Who it is about: name, date of birth, address, NHS number and GP, in words for the public."""

from dataclasses import replace

from referrals.pathways.declare import Kind, Option, Question, Section, Step, When

NAME = Step(
    "name",
    "What is [your|their] name?",
    "So that we ask for the right person when we ring.",
    Section.PERSON,
    (
        Question(
            "name", Kind.TEXT, "Full name",
            purpose="Triage staff and the team that visits use it to find the right record.",
            missing="Enter [your|their] full name", autocomplete="name", width="20",
        ),
        Question(
            "known_as", Kind.TEXT, "The name [you like|they like] to be called by",
            purpose="Whoever rings or visits uses this name.", required=False, width="20",
        ),
    ),
)  # fmt: skip

BIRTH = Step(
    "date-of-birth",
    "[Your|Their] date of birth",
    "Two people can share a name. A date of birth tells them apart.",
    Section.PERSON,
    (
        Question(
            "date_of_birth", Kind.DATE, "What is [your|their] date of birth?",
            purpose="Triage staff use it to match the right record and to offer the right service.",
            hint="For example, 27 3 1948",
            missing="Enter [your|their] date of birth", in_the_past=True,
        ),
    ),
)  # fmt: skip

POSTCODE = Step(
    "postcode",
    "[Your|Their] postcode",
    "It tells us which services are near, and can find the address for you.",
    Section.PERSON,
    (
        Question(
            "postcode", Kind.POSTCODE, "What is the postcode of [your|their] home?",
            purpose="Finds the team and the services for that area.",
            hint="For example, WY3 1AB. Leave this empty if there is none.", required=False,
        ),
    ),
)  # fmt: skip

ADDRESS = Step(
    "address",
    "[Your|Their] address",
    "So that a visit or a letter comes to the right door.",
    Section.PERSON,
    (
        Question(
            "address", Kind.ADDRESS, "What is [your|their] home address?",
            purpose="The visiting team needs it. It is not used for post without asking.",
            hint="If there is no fixed address, say where [you stay|they stay].",
            missing="Enter the address, or where [you stay|they stay]",
            autocomplete="street-address",
        ),
    ),
)  # fmt: skip

NHS_NUMBER_KNOWN = Step(
    "do-you-know-the-nhs-number",
    "[Your|Their] NHS number",
    "It makes finding the medical record quicker. You can be helped without it.",
    Section.PERSON,
    (
        Question(
            "nhs_number_known", Kind.CHOICE, "Do you know [your|their] NHS number?",
            purpose="Opens the next question only for those who can answer it.",
            hint="It is a 10 digit number on letters from the NHS. You do not need it.",
            missing="Choose whether you know the NHS number",
            options=(
                Option("yes", "Yes, I know it"), Option("no", "No"),
                Option("not-sure", "I am not sure"),
            ),
        ),
    ),
)  # fmt: skip

NHS_NUMBER = Step(
    "nhs-number",
    "[Your|Their] NHS number",
    "You told us that you know it.",
    Section.PERSON,
    (
        Question(
            "nhs_number", Kind.NHS_NUMBER, "What is [your|their] NHS number?",
            purpose="Triage staff use it, with the name and date of birth, to find the record.",
            hint="For example, 999 000 0018. Leave this empty if it is not at hand.",
            required=False, width="10",
        ),
    ),
    (When("nhs_number_known", ("yes",)),),
)  # fmt: skip

GP = Step(
    "gp",
    "[Your|Their] GP practice",
    "The practice holds the medical record and the medicines list.",
    Section.PEOPLE,
    (
        Question(
            "gp_practice", Kind.GP_PRACTICE, "Which GP practice [are you|are they] with?",
            purpose="Triage staff ask the practice for medical details, so that you need not.",
            hint="The name or the street is enough. Leave this empty if there is no GP.",
            required=False, width="20",
        ),
        Question(
            "share_record", Kind.CHOICE, "May we look at [your|their] GP record?",
            purpose="The team opens the shared record only with a yes, and does not ask again "
            "after a no.",
            hint="It saves telling the same story again. You can say no.",
            missing="Choose whether we may look at the GP record",
            options=(
                Option("yes", "Yes"), Option("no", "No", flag="record-closed"),
                Option("not-asked", "I am not sure, or cannot say for them"),
            ),
        ),
    ),
)  # fmt: skip

WHO_THEY_ARE = (NAME, BIRTH, POSTCODE, ADDRESS)
NHS_STEPS = (NHS_NUMBER_KNOWN, NHS_NUMBER)
# Since version 3 of the palliative forms: also right where somebody asks for another person.
NHS_NUMBER_KNOWN_3 = replace(
    NHS_NUMBER_KNOWN,
    why="It makes finding the medical record quicker. [You|They] can be helped without it.",
)
