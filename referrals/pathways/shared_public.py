"""Steps that several pathways for the public ask alike."""

from referrals.pathways.declare import Kind, Option, Question, Section, Step, When

# CodeSystem of the Booking and Referral Standard, 1.37.0.
ADJUSTMENT = "https://fhir.nhs.uk/CodeSystem/reasonable-adjustment-codes-bars|"

ACCESS_OPTIONS = (
    Option(
        "large-print",
        "Large print",
        flag="accessible",
        code=ADJUSTMENT + "requireswritteninformationinatleast20pointsansseriffont",
    ),
    Option(
        "easy-read",
        "Easy read",
        "Short sentences with pictures",
        flag="accessible",
        code=ADJUSTMENT + "requiresinformationineasyread",
    ),
    Option(
        "braille",
        "Braille",
        flag="accessible",
        code=ADJUSTMENT + "requiresinformationincontractedgrade2braille",
    ),
    Option(
        "bsl",
        "A British Sign Language interpreter",
        flag="interpreter",
        code=ADJUSTMENT + "britishsignlanguageinterpreterneeded",
    ),
    Option(
        "text-relay",
        "Calls by text relay",
        flag="accessible",
        code=ADJUSTMENT + "requirescontactbytextrelay",
    ),
    Option(
        "text-message",
        "Text messages, not calls",
        flag="accessible",
        code=ADJUSTMENT + "requirescontactbyshortmessageservicetextmessage",
    ),
    Option(
        "carer-present",
        "Somebody I trust to be there when we talk",
        flag="accessible",
        code=ADJUSTMENT + "carertobepresentforallcommunication",
    ),
    Option(
        "more-time",
        "More time to talk and to decide",
        flag="accessible",
        code=ADJUSTMENT + "provideadditionaltimefordecisionmakingprocessing",
    ),
)

YES_NO = (Option("yes", "Yes"), Option("no", "No"))

NAME = Step(
    slug="name",
    heading="What is [your|their] name?",
    why="So that we ask for the right person when we ring.",
    section=Section.PERSON,
    questions=(
        Question(
            "name",
            Kind.TEXT,
            "Full name",
            purpose="Triage staff and the team that visits use it to find the right record.",
            missing="Enter [your|their] full name",
            autocomplete="name",
            width="20",
        ),
        Question(
            "known_as",
            Kind.TEXT,
            "The name [you like|they like] to be called by",
            purpose="Whoever rings or visits uses this name.",
            required=False,
            width="20",
        ),
    ),
)

BIRTH = Step(
    slug="date-of-birth",
    heading="[Your|Their] date of birth",
    why="Two people can share a name. A date of birth tells them apart.",
    section=Section.PERSON,
    questions=(
        Question(
            "date_of_birth",
            Kind.DATE,
            "What is [your|their] date of birth?",
            purpose="Triage staff use it to match the right record and to offer the right service.",
            hint="For example, 27 3 1948",
            missing="Enter [your|their] date of birth",
            in_the_past=True,
        ),
    ),
)

LANGUAGE = Step(
    slug="language",
    heading="Which language?",
    why="You asked for an interpreter, so we book one before we ring.",
    section=Section.NEEDS,
    questions=(
        Question(
            "language",
            Kind.TEXT,
            "Which language [do you|do they] speak best?",
            purpose="Triage staff book an interpreter in this language before the first call.",
            hint="For example, Polish, Punjabi or Welsh",
            missing="Enter the language",
            width="20",
        ),
    ),
    shown_if=(When("interpreter", ("yes",)),),
)

ACCESS = Step(
    slug="language-and-access",
    heading="How we can talk and write to [you|them]",
    why="So that our first call or letter already works for [you|them].",
    section=Section.NEEDS,
    questions=(
        Question(
            "interpreter",
            Kind.CHOICE,
            "[Do you|Do they] need an interpreter?",
            purpose="Triage staff book an interpreter before the first call.",
            missing="Choose whether an interpreter is needed",
            options=(
                Option("no", "No"),
                Option("yes", "Yes", flag="interpreter"),
            ),
        ),
        Question(
            "access_needs",
            Kind.CHOICES,
            "Does anything else help?",
            purpose="Everyone who rings, writes or visits follows it (Accessible Information "
            "Standard).",
            hint="Choose all that apply, or none.",
            required=False,
            options=ACCESS_OPTIONS,
        ),
    ),
)

GP = Step(
    slug="gp",
    heading="[Your|Their] GP practice",
    why="The practice holds the medical record and the medicines list.",
    section=Section.PEOPLE,
    questions=(
        Question(
            "gp_practice",
            Kind.TEXT,
            "Which GP practice [are you|are they] with?",
            purpose="Triage staff ask the practice for medical details, so that you need not.",
            hint="The name or the street is enough. Leave this empty if there is no GP.",
            required=False,
            width="20",
        ),
    ),
)

NHS_NUMBER_KNOWN = Step(
    slug="do-you-know-the-nhs-number",
    heading="[Your|Their] NHS number",
    why="It makes finding the medical record quicker. You can be helped without it.",
    section=Section.PERSON,
    questions=(
        Question(
            "nhs_number_known",
            Kind.CHOICE,
            "Do you know [your|their] NHS number?",
            purpose="Opens the next question only for those who can answer it.",
            hint="It is a 10 digit number on letters from the NHS. You do not need it.",
            missing="Choose whether you know the NHS number",
            options=(Option("yes", "Yes, I know it"), Option("no", "No, or I am not sure")),
        ),
    ),
)

NHS_NUMBER = Step(
    slug="nhs-number",
    heading="[Your|Their] NHS number",
    why="You told us that you know it.",
    section=Section.PERSON,
    questions=(
        Question(
            "nhs_number",
            Kind.NHS_NUMBER,
            "What is [your|their] NHS number?",
            purpose="Triage staff use it, with the name and date of birth, to find the record.",
            hint="For example, 999 000 0018",
            missing="Enter the NHS number, or go back and choose that you do not know it",
            width="10",
        ),
    ),
    shown_if=(When("nhs_number_known", ("yes",)),),
)

VOICEMAIL = Question(
    "voicemail",
    Kind.CHOICE,
    "May we leave a message?",
    purpose="Keeps what is private from others who hear messages.",
    missing="Choose whether we may leave a message",
    options=(Option("yes", "Yes"), Option("no", "No", flag="no-voicemail")),
)

EMAIL = Question(
    "email",
    Kind.EMAIL,
    "Your email address",
    purpose="Used only when we cannot reach you by phone.",
    required=False,
)
