"""The death and the grief: who died, when and how, and what would help."""

from referrals.pathways.declare import Kind, Option, Question, Section, Step
from referrals.pathways.steps.illness import IN_OWN_WORDS

WHO_DIED = Step(
    "who-died",
    "Who died?",
    "So that whoever rings you knows, and you need not begin with it.",
    Section.WHY,
    (
        Question(
            "relationship", Kind.CHOICE, "The person who died was [your|their]",
            purpose="Triage staff choose a supporter who knows this kind of loss.",
            missing="Choose who died",
            options=(
                Option("partner", "Husband, wife or partner"), Option("parent", "Mother or father"),
                Option("child", "Son or daughter, of any age", "A baby during pregnancy as well"),
                Option("sibling", "Brother or sister"), Option("grandparent", "Grandparent"),
                Option("relative", "Another relative"), Option("friend", "Friend"),
                Option("other", "Somebody else"),
            ),
        ),
        Question(
            "name_of_person_who_died", Kind.TEXT, "Their name",
            purpose="Whoever rings can speak of them by name.", required=False, width="20",
        ),
        Question(
            "died_in_our_care", Kind.CHOICE, "Did one of our teams look after them?",
            purpose="Triage staff ask the team that knew them, and do not make you explain.",
            missing="Choose yes, no or “I am not sure”",
            options=(Option("yes", "Yes"), Option("no", "No"),
                     Option("not-sure", "I am not sure")),
        ),
    ),
)  # fmt: skip

WHEN_DIED = Step(
    "when",
    "When did they die?",
    "Some kinds of support fit best soon after a death, others later. It is never too late.",
    Section.WHY,
    (
        Question(
            "when_died", Kind.CHOICE, "When did they die?",
            purpose="Triage staff offer support that fits the time since the death.",
            hint="About when is enough.", missing="Choose when they died",
            options=(
                Option("month", "In the last month"), Option("half-year", "1 to 6 months ago"),
                Option("year", "6 months to a year ago"), Option("longer", "More than a year ago"),
            ),
        ),
    ),
)  # fmt: skip

HOW_DIED = Step(
    "how",
    "How did they die?",
    "A sudden death often needs another kind of support than an expected one.",
    Section.WHY,
    (
        Question(
            "how_died", Kind.CHOICE, "How did they die?",
            purpose="Triage staff choose a supporter trained for this kind of loss.",
            missing="Choose one, or “I would rather not say”",
            options=(
                Option("illness", "After an illness"),
                Option("sudden-illness", "Suddenly, of an illness"),
                Option("accident", "In an accident"), Option("suicide", "By suicide"),
                Option("violence", "Somebody caused their death"),
                Option("baby", "In pregnancy, or as a baby"),
                Option("rather-not", "I would rather not say"),
            ),
        ),
    ),
)  # fmt: skip

HELP = Step(
    "what-would-help",
    "What would help?",
    "So that we offer what you are looking for.",
    Section.WHY,
    (
        Question(
            "reasons", Kind.CHOICES, "What would help?",
            purpose="Triage staff choose which service rings you.",
            hint="Choose all that apply. “I do not know yet” is a good answer.",
            missing="Choose at least one, or “I do not know yet”",
            options=(
                Option("talk", "Somebody to talk to"),
                Option("group", "Meeting others who are grieving"),
                Option("counselling", "Counselling"),
                Option("children", "Help for children in the family", flag="child"),
                Option("practical", "Help with papers, money or housing"),
                Option("faith", "Faith, meaning or spiritual care"),
                Option("not-sure", "I do not know yet"),
            ),
        ),
        IN_OWN_WORDS,
    ),
)  # fmt: skip

AROUND_YOU = Step(
    "around-you",
    "Who is around [you|them]?",
    "So that we add to the support there is, and do not repeat it.",
    Section.PEOPLE,
    (
        Question(
            "support_now", Kind.LONG_TEXT, "Who or what helps at the moment?",
            purpose="Triage staff see what is there already.",
            hint="For example, family, a friend, a teacher, a counsellor, or nobody just now.",
            required=False,
        ),
        Question(
            "other_losses", Kind.LONG_TEXT, "Have there been other deaths, or big changes?",
            purpose="Triage staff choose a supporter who has room for all of it.", required=False,
        ),
        Question(
            "help_before", Kind.CHOICE, "Has there been counselling or mental health care before?",
            purpose="Triage staff work with those who help already.",
            missing="Choose one, or “I would rather not say”",
            options=(
                Option("now", "Yes, at the moment"), Option("before", "Yes, in the past"),
                Option("no", "No"), Option("rather-not", "I would rather not say"),
            ),
        ),
    ),
)  # fmt: skip

WHAT_SUITS = Step(
    "kind-of-support",
    "What suits [you|them]?",
    "So that we offer support in a way that works.",
    Section.WHY,
    (
        Question(
            "modes", Kind.CHOICES, "How would support suit best?",
            purpose="Triage staff offer places of this kind first.",
            hint="Choose all that suit.", missing="Choose at least one way",
            options=(
                Option("phone", "By phone"), Option("online", "By video or online"),
                Option("in-person", "In person, one to one"), Option("group", "In a group"),
                Option("any", "Any of these"),
            ),
        ),
    ),
)  # fmt: skip
