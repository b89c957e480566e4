"""Language and accessible information, asked of everyone (Accessible Information Standard)."""

from referrals.pathways.declare import Kind, Option, Question, Section, Step, When
from referrals.pathways.steps.codes import ADJUSTMENT
from referrals.pathways.steps.languages import LANGUAGES, OTHER

YES_NO = (Option("yes", "Yes"), Option("no", "No"))


def _need(value: str, label: str, code: str, hint: str = "", flag: str = "accessible") -> Option:
    return Option(value, label, hint, flag=flag, code=ADJUSTMENT + code)


ACCESS_OPTIONS = (
    _need("large-print", "Large print", "requireswritteninformationinatleast20pointsansseriffont"),
    _need("easy-read", "Easy read", "requiresinformationineasyread",
          "Short sentences with pictures"),
    _need("braille", "Braille", "requiresinformationincontractedgrade2braille"),
    _need("audio", "Letters as a sound recording", "requiresinformationinelectronicaudioformat"),
    _need("email", "Letters by email", "requiresinformationbyemail"),
    _need("read-out", "Somebody to read letters out",
          "requiresthirdpartytoreadoutwritteninformation"),
    _need("bsl", "A British Sign Language interpreter", "britishsignlanguageinterpreterneeded",
          flag="interpreter"),
    _need("makaton", "Makaton", "makatonsignlanguageinterpreterneeded", flag="interpreter"),
    _need("deafblind", "An interpreter for deafblind people",
          "requiresdeafblindmanualalphabetinterpreter", flag="interpreter"),
    _need("lip-reading", "To see your face, for lip-reading", "doeslipread"),
    _need("hearing-aid", "Clear speech, because of a hearing aid", "doesusehearingaid"),
    _need("text-relay", "Calls by text relay", "requirescontactbytextrelay"),
    _need("text-message", "Text messages, not calls",
          "requirescontactbyshortmessageservicetextmessage"),
    _need("letter", "Letters, not calls", "requirescontactbyletter"),
    _need("through-carer", "Calls to a carer first", "requirescontactviacarer"),
    _need("carer-present", "Somebody trusted to be there when we talk",
          "carertobepresentforallcommunication"),
    _need("advocate", "Somebody independent to speak up", "needsanadvocate",
          "Called an advocate"),
    _need("more-time", "More time to talk and to decide",
          "provideadditionaltimefordecisionmakingprocessing"),
    _need("quiet", "A quiet place", "adjustforlownoisestimulus"),
    _need("wheelchair", "Room for a wheelchair", "wheelchairaccess"),
)  # fmt: skip

LANGUAGE_AND_ACCESS = Step(
    "language-and-access",
    "How we can talk and write to [you|them]",
    "So that our first call or letter already works for [you|them].",
    Section.NEEDS,
    (
        Question(
            "interpreter", Kind.CHOICE,
            "[Do you|Do they] need an interpreter for a spoken language?",
            purpose="Triage staff book an interpreter before the first call.",
            missing="Choose whether an interpreter is needed",
            options=(Option("no", "No"), Option("yes", "Yes", flag="interpreter")),
        ),
        Question(
            "access_help", Kind.CHOICE,
            "Should we talk or write in another way because of sight, hearing, speech or memory?",
            purpose="Opens the list of what helps only for those who need it.",
            hint="A sign language interpreter belongs here too.",
            missing="Choose yes or no",
            options=(Option("no", "No"), Option("yes", "Yes, I can say what helps")),
        ),
    ),
)  # fmt: skip

LANGUAGE = Step(
    "language",
    "Which language?",
    "You asked for an interpreter, so we book one before we ring.",
    Section.NEEDS,
    (
        Question(
            "language", Kind.SELECT, "Which language [do you|do they] speak best?",
            purpose="Triage staff book an interpreter in this language before the first call.",
            missing="Choose the language, or “Another language”", options=LANGUAGES,
        ),
    ),
    (When("interpreter", ("yes",)),),
)  # fmt: skip

OTHER_LANGUAGE = Step(
    "other-language",
    "Which other language?",
    "You chose another language than those on the list.",
    Section.NEEDS,
    (
        Question(
            "language_other", Kind.TEXT, "Name of the language",
            purpose="Triage staff book an interpreter in this language before the first call.",
            missing="Enter the language", width="20",
        ),
    ),
    (When("language", (OTHER,)),),
)  # fmt: skip

ACCESS_NEEDS = Step(
    "access-needs",
    "What helps [you|them]",
    "Everyone who rings, writes or visits sees this first.",
    Section.NEEDS,
    (
        Question(
            "access_needs", Kind.CHOICES, "What helps?",
            purpose="Everyone who rings, writes or visits follows it (Accessible Information "
            "Standard).",
            hint="Choose all that apply.", required=False, options=ACCESS_OPTIONS,
        ),
        Question(
            "access_other", Kind.LONG_TEXT, "Something else that helps",
            purpose="Everyone who rings, writes or visits follows it (Accessible Information "
            "Standard).",
            required=False, flag="accessible",
        ),
    ),
    (When("access_help", ("yes",)),),
)  # fmt: skip

NEEDS_STEPS = (LANGUAGE_AND_ACCESS, LANGUAGE, OTHER_LANGUAGE, ACCESS_NEEDS)
