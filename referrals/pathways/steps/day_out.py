"""A day at a wellbeing or day service: what is hoped for, and what makes the day safe and easy."""

from referrals.pathways.declare import Kind, Option, Question, Section, Step, When
from referrals.pathways.steps.illness import IN_OWN_WORDS
from referrals.pathways.steps.needs import YES_NO

NO_YES = tuple(reversed(YES_NO))

HELP = Step(
    "what-would-help",
    "What would help?",
    "So that we offer days and groups that fit.",
    Section.WHY,
    (
        Question(
            "reasons", Kind.CHOICES, "What would help?",
            purpose="Triage staff choose which group or day to offer.",
            hint="Choose all that apply. “I do not know yet” is a good answer.",
            missing="Choose at least one, or “I do not know yet”",
            options=(
                Option("company", "Company, and a change of place"),
                Option("movement", "Gentle exercise and balance"),
                Option("breathing", "Managing breathlessness, tiredness or worry"),
                Option("therapies", "Massage and other calming therapies"),
                Option("creative", "Art, music or writing"),
                Option("nurse", "Seeing a nurse"), Option("planning", "Planning ahead"),
                Option("carer-break", "A break for a carer"),
                Option("not-sure", "I do not know yet"),
            ),
        ),
        IN_OWN_WORDS,
    ),
)  # fmt: skip

THE_DAY = Step(
    "the-day",
    "Help during the day",
    "So that enough staff are there and the day goes well.",
    Section.CLINICAL,
    (
        Question(
            "moves", Kind.CHOICE, "How [do you|do they] get about?",
            purpose="Staff plan seats, lifting and how many of them are needed.",
            missing="Choose how [you get|they get] about",
            options=(
                Option("alone", "Without help"), Option("aid", "With a stick or frame"),
                Option("one", "With one person's help"), Option("wheelchair", "In a wheelchair"),
                Option("two", "With two people or a hoist"),
            ),
        ),
        Question(
            "daily_help", Kind.CHOICES, "What help is needed during a day out?",
            purpose="Staff plan who helps with what.",
            hint="Choose all that apply, or none.", required=False,
            options=(
                Option("toilet", "The toilet"), Option("eating", "Eating or drinking"),
                Option("medicines", "Taking medicines"), Option("memory", "Memory or confusion"),
                Option("rest", "A place to lie down"),
            ),
        ),
        Question(
            "oxygen", Kind.CHOICE, "[Do you|Do they] use oxygen?",
            purpose="Staff have oxygen ready, and check that transport can carry it.",
            missing="Choose yes or no", options=NO_YES,
        ),
        Question(
            "allergies_known", Kind.CHOICE, "Any allergies, or food that must be left out?",
            purpose="The kitchen and the nurses keep to it.",
            missing="Choose one, or “I am not sure”",
            options=(
                Option("none-known", "None that I know of"), Option("yes", "Yes"),
                Option("not-asked", "I am not sure"),
            ),
        ),
    ),
)  # fmt: skip

DETAILS = Step(
    "more-about-the-day",
    "A little more about the day",
    "Your last answers need a word more.",
    Section.CLINICAL,
    (
        Question(
            "oxygen_litres", Kind.NUMBER, "How much oxygen, in litres a minute?",
            purpose="Staff set the oxygen to it, and transport checks that it can be carried.",
            hint="It is on the machine. Leave this empty if you do not know.", required=False,
            least=0.5, most=60, shown_if=(When("oxygen", ("yes",)),),
        ),
        Question(
            "allergies", Kind.TEXT, "Which allergies, or which food?",
            purpose="The kitchen and the nurses keep to it.",
            missing="Enter the allergies or the food",
            shown_if=(When("allergies_known", ("yes",)),),
        ),
    ),
)  # fmt: skip

COMING = Step(
    "coming-to-us",
    "Coming to us",
    "Some places have drivers. We need to plan their round.",
    Section.PERSON,
    (
        Question(
            "transport", Kind.CHOICE, "How would [you|they] come?",
            purpose="Triage staff book a seat with a volunteer driver where one is needed.",
            missing="Choose how [you|they] would come",
            options=(
                Option("own", "Without our help"), Option("lift", "A lift is needed"),
                Option("not-sure", "I am not sure"),
            ),
        ),
        Question(
            "days", Kind.CHOICES, "Which days could work?",
            purpose="Triage staff offer a place on one of these days.",
            hint="Choose all that could work, or none.", required=False,
            options=(
                Option("mon", "Monday"), Option("tue", "Tuesday"), Option("wed", "Wednesday"),
                Option("thu", "Thursday"), Option("fri", "Friday"),
            ),
        ),
    ),
)  # fmt: skip

DAY_STEPS = (THE_DAY, DETAILS, COMING)
