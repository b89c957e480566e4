"""Plans and decisions as reported: each with status, date, who recorded it and where it is.

Status, date and recorder of every decision as in the NHS End of Life API data items; "where" so
that whoever visits at night finds the paper.
"""

from referrals.pathways.declare import Kind, Option, Question, Section, Step, When

NONE, NOT_KNOWN = Option("none", "Not in place"), Option("not-known", "Not known")
NAMES = {
    "cpr": "CPR decision",
    "respect": "ReSPECT plan",
    "adrt": "Advance decision to refuse treatment (ADRT)",
    "lpa": "Lasting power of attorney for health and welfare (LPA)",
    "tep": "Treatment escalation plan",
}
IN_PLACE = {
    "cpr": (
        Option("dnacpr", "DNACPR: not to be attempted", flag="respect"),
        Option("attempt", "To be attempted"),
    ),
    "respect": (Option("in-place", "In place", flag="respect"),),
    "adrt": (Option("in-place", "In place"),),
    "lpa": (
        Option("registered", "Registered"),
        Option("not-registered", "Made, not registered yet"),
    ),
    "tep": (Option("in-place", "In place"),),
}

PLANS = Step(
    "plans",
    "Plans and decisions",
    "So that nobody acts against what was agreed.",
    Section.PLANS,
    tuple(
        Question(
            f"{plan}_status",
            Kind.CHOICE,
            name,
            purpose="Shown to whoever visits, as reported by the referrer.",
            missing=f"Choose the state of the {name.split(' (')[0]}, or “Not known”",
            options=(*IN_PLACE[plan], NONE, NOT_KNOWN),
        )
        for plan, name in NAMES.items()
    ),
)


def _details(plan: str, *more: Question) -> Step:
    """Return the page about one plan, asked once it is in place."""
    name = NAMES[plan]
    return Step(
        f"{plan}-details",
        name,
        "Whoever visits must find the document, and see how old it is.",
        Section.PLANS,
        (
            Question(
                f"{plan}_date", Kind.DATE, "Date of the document",
                purpose="Shows whoever visits how old it is.",
                hint="Leave this empty if you do not know it.", required=False, in_the_past=True,
            ),
            Question(
                f"{plan}_recorder", Kind.TEXT, "Who recorded it",
                purpose="Whoever visits can ask the person who recorded it.",
                hint="Name and role", missing="Enter who recorded it, or “not known”", width="20",
            ),
            Question(
                f"{plan}_location", Kind.TEXT, "Where the document is",
                purpose="Whoever visits finds it at night as well.",
                hint="For example, yellow folder in the kitchen, or the shared record",
                missing="Enter where the document is, or “not known”",
            ),
            *more,
        ),
        (When(f"{plan}_status", tuple(option.value for option in IN_PLACE[plan])),),
    )  # fmt: skip


LPA_DETAILS = _details(
    "lpa",
    Question(
        "lpa_name", Kind.TEXT, "Name of the attorney",
        purpose="Asked before decisions that the person cannot make.",
        missing="Enter the name of the attorney, or “not known”", width="20",
    ),
    Question(
        "lpa_phone", Kind.PHONE, "The attorney's phone number",
        purpose="Rung before decisions that the person cannot make.", required=False,
    ),
    Question(
        "lpa_life_sustaining", Kind.CHOICE, "Does it cover life-sustaining treatment?",
        purpose="Tells whoever visits what the attorney may decide.",
        missing="Choose whether it covers life-sustaining treatment",
        options=(Option("yes", "Yes"), Option("no", "No"), NOT_KNOWN),
    ),
)  # fmt: skip

_PLACES = (
    Option("home", "Home"), Option("care-home", "Care home"), Option("hospice", "Hospice"),
    Option("hospital", "Hospital"), Option("other", "Another place"),
)  # fmt: skip

PREFERENCES = Step(
    "preferences",
    "Wishes about place",
    "So that the team plans for what the person wants.",
    Section.PLANS,
    (
        Question(
            "preferred_death_1", Kind.SELECT, "Preferred place of death",
            purpose="The team plans with it.", missing="Choose a place, or “Not discussed”",
            options=(
                Option("not-discussed", "Not discussed"),
                Option("does-not-wish", "Does not wish to discuss it"), *_PLACES,
            ),
        ),
        Question(
            "preferred_death_2", Kind.SELECT, "Second choice", purpose="The team plans with it "
            "if the first is not possible.", required=False, options=_PLACES,
        ),
        Question(
            "preferred_place", Kind.LONG_TEXT, "Where the person wishes to be cared for, and with "
            "whom",
            purpose="The team plans with it.", required=False,
        ),
        Question(
            "shared_record", Kind.CHOICE, "Is there a shared care record (EPaCCS or similar)?",
            purpose="Triage staff read it, and update it rather than start another.",
            missing="Choose whether there is a shared care record",
            options=(Option("yes", "Yes"), Option("no", "No"), NOT_KNOWN),
        ),
    ),
)  # fmt: skip

PLAN_STEPS = (
    PLANS, _details("cpr"), _details("respect"), _details("adrt"), LPA_DETAILS, _details("tep"),
    PREFERENCES,
)  # fmt: skip
