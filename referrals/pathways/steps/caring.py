"""Looking after somebody: for whom, how much, how it goes, and what would help."""

from referrals.pathways.declare import Kind, Option, Question, Section, Step, When
from referrals.pathways.steps.illness import IN_OWN_WORDS

CARED_FOR = Step(
    "who-is-cared-for",
    "The person [you look|they look] after",
    "What a carer needs depends on who is cared for, and how ill they are.",
    Section.PEOPLE,
    (
        Question(
            "cared_for_relationship", Kind.CHOICE, "Whom [do you|do they] look after?",
            purpose="Triage staff choose a carers' worker who knows this situation.",
            missing="Choose whom [you look|they look] after",
            options=(
                Option("partner", "Husband, wife or partner"), Option("parent", "Mother or father"),
                Option("child", "Son or daughter"), Option("relative", "Another relative"),
                Option("friend", "Friend or neighbour"), Option("several", "More than one person"),
            ),
        ),
        Question(
            "illness", Kind.LONG_TEXT, "What illness or needs does that person have?",
            purpose="Triage staff choose the right team, and training that fits.",
            hint="Your own words are fine. If you are not sure, say so.",
            missing="Enter what you know, or “not sure”",
        ),
        Question(
            "cared_for_name", Kind.TEXT, "Their name",
            purpose="Triage staff see whether one of the teams knows them already.",
            required=False, width="20",
        ),
        Question(
            "cared_for_knows", Kind.CHOICE, "Does that person know about this form?",
            purpose="Whoever rings takes care what they say when the other person is near.",
            missing="Choose whether that person knows",
            options=(Option("yes", "Yes"), Option("no", "No", flag="careful-words"),
                     Option("not-sure", "I am not sure", flag="careful-words")),
        ),
    ),
)  # fmt: skip

CARING = Step(
    "caring",
    "What caring means",
    "It shows what help would make a difference.",
    Section.WHY,
    (
        Question(
            "caring_tasks", Kind.CHOICES, "What [do you|do they] do for that person?",
            purpose="Triage staff see which help or training fits.",
            hint="Choose all that apply.", missing="Choose at least one thing",
            options=(
                Option("personal", "Washing, dressing or the toilet"),
                Option("moving", "Lifting and moving"), Option("medicines", "Medicines"),
                Option("nights", "Care at night"), Option("home", "Cooking, cleaning or shopping"),
                Option("money", "Money and letters"), Option("company", "Keeping them company"),
                Option("safe", "Keeping them safe"), Option("other", "Something else"),
            ),
        ),
        Question(
            "caring_hours", Kind.CHOICE, "About how many hours a week?",
            purpose="Some help and some benefits depend on the hours.",
            missing="Choose about how many hours",
            options=(
                Option("under-20", "Fewer than 20"), Option("20-34", "20 to 34"),
                Option("35-49", "35 to 49"), Option("50", "50 or more, or all the time"),
                Option("not-sure", "I am not sure"),
            ),
        ),
        Question(
            "lives_together", Kind.CHOICE, "[Do you|Do they] live in the same home?",
            purpose="Triage staff judge how much rest there is.",
            missing="Choose yes or no",
            options=(Option("yes", "Yes"), Option("no", "No")),
        ),
    ),
)  # fmt: skip

COPING = Step(
    "coping",
    "How are things?",
    "We ring those first who cannot go on.",
    Section.WHY,
    (
        Question(
            "coping", Kind.CHOICE, "How [are you|are they] managing?",
            purpose="Triage staff ring those first who cannot go on.",
            missing="Choose how things are",
            options=(
                Option("well", "Well enough at the moment"), Option("just", "Only just"),
                Option("limit", "It cannot go on like this",
                       "Please ring as well: a form is not quick enough",
                       flag="carer-limit", help_now=True),
            ),
        ),
        Question(
            "backup", Kind.CHOICE, "Is there somebody who could step in at short notice?",
            purpose="Without one, the team makes an emergency plan first.",
            missing="Choose yes or no",
            options=(Option("yes", "Yes"), Option("no", "No"),
                     Option("not-sure", "I am not sure")),
        ),
        Question(
            "safe_at_home", Kind.CHOICE, "Does everyone feel safe at home?",
            purpose="A person reads this first. No computer decides anything by it.",
            missing="Choose one, or “I would rather not say”",
            options=(
                Option("yes", "Yes"), Option("no", "No", flag="safeguarding", help_now=True),
                Option("rather-not", "I would rather not say"),
            ),
        ),
    ),
)  # fmt: skip

HELP = Step(
    "what-would-help",
    "What would help?",
    "It is where our first call begins.",
    Section.WHY,
    (
        Question(
            "reasons", Kind.CHOICES, "What would help?",
            purpose="Triage staff choose which service rings first.",
            hint="Choose all that apply. “I do not know yet” is a good answer.",
            missing="Choose at least one, or “I do not know yet”",
            options=(
                Option("break", "A break"), Option("talk", "Somebody to talk to"),
                Option("group", "Meeting other carers"),
                Option("training", "Learning how to lift, wash or give medicines"),
                Option("money", "Money and benefits"), Option("work", "Work or study"),
                Option("equipment", "Equipment at home"), Option("sleep", "Help at night"),
                Option("emergency", "A plan in case the carer is ill"),
                Option("children", "Help for children who care", flag="child"),
                Option("not-sure", "I do not know yet"),
            ),
        ),
        IN_OWN_WORDS,
    ),
)  # fmt: skip

ASSESSMENT = Step(
    "assessment",
    "A carer's assessment",
    "The council offers it to every adult who cares. It is about what [you need|they need]. "
    "It is not a test.",
    Section.PLANS,
    (
        Question(
            "wants_assessment", Kind.CHOICE, "Is a carer's assessment wanted?",
            purpose="Triage staff ask the council for one.",
            missing="Choose whether an assessment is wanted",
            options=(
                Option("yes", "Yes"), Option("had-one", "There was one already"),
                Option("no", "No"), Option("tell-me", "I would like to hear more first"),
            ),
        ),
    ),
)  # fmt: skip

ASSESSED = Step(
    "last-assessment",
    "The last assessment",
    "You told us that there was one.",
    Section.PLANS,
    (
        Question(
            "assessed_on", Kind.MONTH, "About when was it?",
            purpose="Triage staff ask for a new one if much has changed since.",
            hint="For example, June 2025. Leave this empty if you do not know.",
            required=False, in_the_past=True,
        ),
    ),
    (When("wants_assessment", ("had-one",)),),
)  # fmt: skip

CARING_STEPS = (CARED_FOR, CARING, COPING, HELP, ASSESSMENT, ASSESSED)
