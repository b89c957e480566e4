"""Bereavement support: steps about the death."""

from referrals.pathways.declare import (
    Kind,
    Option,
    Question,
    Section,
    Step,
)

WHO_DIED = Step(
    "who-died",
    "Who died?",
    "So that whoever rings you knows, and you need not begin with it.",
    Section.WHY,
    (
        Question(
            "relationship",
            Kind.CHOICE,
            "Who died?",
            purpose="Triage staff choose a supporter who knows this kind of loss.",
            missing="Choose who died",
            options=(
                Option("partner", "My husband, wife or partner"),
                Option("parent", "My mother or father"),
                Option("child", "My child, of any age", "A baby during pregnancy as well"),
                Option("sibling", "My brother or sister"),
                Option("relative", "Another relative"),
                Option("friend", "A friend"),
                Option("other", "Somebody else"),
            ),
        ),
        Question(
            "name_of_person_who_died",
            Kind.TEXT,
            "Their name",
            purpose="Whoever rings can speak of them by name.",
            required=False,
            width="20",
        ),
    ),
)


WHEN = Step(
    "when",
    "When did they die?",
    "Some kinds of support fit best soon after a death, others later. It is never too late.",
    Section.WHY,
    (
        Question(
            "when_died",
            Kind.CHOICE,
            "When did they die?",
            purpose="Triage staff offer support that fits the time since the death.",
            hint="About when is enough.",
            missing="Choose when they died",
            options=(
                Option("month", "In the last month"),
                Option("half-year", "1 to 6 months ago"),
                Option("year", "6 months to a year ago"),
                Option("longer", "More than a year ago"),
            ),
        ),
    ),
)


HOW = Step(
    "how",
    "How did they die?",
    "A sudden death often needs another kind of support than an expected one.",
    Section.WHY,
    (
        Question(
            "how_died",
            Kind.CHOICE,
            "How did they die?",
            purpose="Triage staff choose a supporter trained for this kind of loss.",
            missing="Choose one, or “I would rather not say”",
            options=(
                Option("illness", "After an illness"),
                Option("sudden-illness", "Suddenly, of an illness"),
                Option("accident", "In an accident"),
                Option("suicide", "By suicide"),
                Option("violence", "Somebody caused their death"),
                Option("baby", "In pregnancy, or as a baby"),
                Option("rather-not", "I would rather not say"),
            ),
        ),
    ),
)
