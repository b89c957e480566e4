"""Specialist palliative care: what each person knows, medicines, devices and equipment."""

from referrals.pathways.declare import Kind, Option, Question, Section, Step, When
from referrals.pathways.steps.specialist_person import NOT_KNOWN, YES_NO_KNOWN

_CARER = (When("has_carer", ("yes",)),)


def _knows(key: str, label: str, flag: str, shown_if: tuple[When, ...] = ()) -> Question:
    return Question(
        key, Kind.CHOICE, label,
        purpose="Triage staff see it before anyone rings.", missing="Choose yes, no or “Not known”",
        options=(
            Option("yes", "Yes"), Option("no", "No", flag=flag),
            Option("not-known", "Not known", flag=flag),
        ),
        shown_if=shown_if,
    )  # fmt: skip


AWARENESS = Step(
    "awareness",
    "What each person knows",
    "So that nobody is told something that they have not asked to hear.",
    Section.AWARENESS,
    (
        _knows("aware_of_illness", "Does the person know the diagnosis?", "unaware-diagnosis"),
        _knows("aware_of_outlook", "Does the person know the prognosis?", "unaware-prognosis"),
        _knows("carer_aware_of_illness", "Does the carer know the diagnosis?", "carer-unaware",
               _CARER),
        _knows("carer_aware_of_outlook", "Does the carer know the prognosis?", "carer-unaware",
               _CARER),
    ),
)  # fmt: skip

MEDICINES = Step(
    "medicines",
    "Medicines and allergies",
    "So that the first visit is safe and brings what is needed.",
    Section.CLINICAL,
    (
        Question(
            "medicines", Kind.LONG_TEXT, "Current medicines",
            purpose="The team prescribes with them in mind.", required=False,
        ),
        Question(
            "allergies_known", Kind.CHOICE, "Allergies",
            purpose="The team prescribes with them in mind.",
            missing="Choose whether there are allergies, or “Not asked”",
            options=(
                Option("none-known", "None known"), Option("yes", "Yes"),
                Option("not-asked", "Not asked"),
            ),
        ),
        Question(
            "anticoagulant", Kind.CHOICE, "Anticoagulant",
            purpose="The team plans for bleeding, and for changes of medicines.",
            missing="Choose whether an anticoagulant is taken", options=YES_NO_KNOWN,
        ),
        Question(
            "anticipatory", Kind.CHOICE, "Anticipatory medicines",
            purpose="Whoever visits knows whether to bring them.",
            missing="Choose whether there are anticipatory medicines",
            options=(
                Option("in-home", "In the house"),
                Option("prescribed", "Prescribed, not in the house yet"),
                Option("none", "None"), NOT_KNOWN,
            ),
        ),
        Question(
            "syringe_pump", Kind.CHOICE, "Syringe pump",
            purpose="The visiting team brings what the pump needs.",
            missing="Choose whether there is a syringe pump", options=YES_NO_KNOWN,
        ),
    ),
)  # fmt: skip

MEDICINES_DETAIL = Step(
    "medicines-in-detail",
    "Medicines in detail",
    "Your last answers need a word more.",
    Section.CLINICAL,
    (
        Question(
            "allergies", Kind.LONG_TEXT, "Allergies, and what happened",
            purpose="The team prescribes with them in mind.", missing="Enter the allergies",
            shown_if=(When("allergies_known", ("yes",)),),
        ),
        Question(
            "anticoagulant_name", Kind.TEXT, "Which anticoagulant, and why",
            purpose="The team plans for bleeding, and for changes of medicines.", required=False,
            shown_if=(When("anticoagulant", ("yes",)),),
        ),
        Question(
            "anticipatory_chart", Kind.CHOICE, "Is the chart to give them in the house?",
            purpose="Without a chart nobody can give them, so triage staff arrange one.",
            missing="Choose whether the chart is in the house", options=YES_NO_KNOWN,
            shown_if=(When("anticipatory", ("in-home", "prescribed")),),
        ),
        Question(
            "anticipatory_location", Kind.TEXT, "Where the medicines are kept",
            purpose="Whoever visits at night finds them.", required=False,
            shown_if=(When("anticipatory", ("in-home",)),),
        ),
        Question(
            "syringe_pump_contents", Kind.LONG_TEXT, "What is in the syringe pump",
            purpose="The visiting team continues it without a gap.", required=False,
            shown_if=(When("syringe_pump", ("yes",)),),
        ),
    ),
)  # fmt: skip

DEVICES = Step(
    "devices",
    "Devices, oxygen and equipment",
    "So that devices have a plan, and transport and equipment fit.",
    Section.CLINICAL,
    (
        Question(
            "pacemaker", Kind.CHOICE, "Pacemaker",
            purpose="Those who care after a death must know of it.",
            missing="Choose whether there is a pacemaker", options=YES_NO_KNOWN,
        ),
        Question(
            "icd", Kind.CHOICE, "Implanted defibrillator (ICD)",
            purpose="The team plans deactivation before the last days.",
            missing="Choose the state of the defibrillator",
            options=(
                Option("none", "None"), Option("active", "Yes, active", flag="icd"),
                Option("deactivated", "Yes, shocks deactivated"),
                Option("not-known", "Not known"),
            ),
        ),
        Question(
            "oxygen", Kind.CHOICE, "Oxygen",
            purpose="The team checks that home, transport and ward can give as much.",
            missing="Choose whether there is oxygen", options=YES_NO_KNOWN,
        ),
        Question(
            "equipment", Kind.CHOICES, "In place now",
            purpose="The visiting team prepares for it, and orders what is missing.",
            hint="Choose all that apply, or none.", required=False,
            options=(
                Option("bed", "Hospital bed"), Option("mattress", "Pressure-relieving mattress"),
                Option("hoist", "Hoist"), Option("niv", "Non-invasive ventilation"),
                Option("tracheostomy", "Tracheostomy"), Option("feeding-tube", "Feeding tube"),
                Option("stoma", "Stoma"), Option("catheter", "Urinary catheter"),
                Option("drain", "Drain"),
            ),
        ),
    ),
)  # fmt: skip

DEVICES_DETAIL = Step(
    "devices-in-detail",
    "Devices in detail",
    "Your last answers need a word more.",
    Section.CLINICAL,
    (
        Question(
            "icd_magnet", Kind.CHOICE, "Is a magnet at hand for the defibrillator?",
            purpose="Shocks can be stopped with one until it is deactivated.",
            missing="Choose whether a magnet is at hand", options=YES_NO_KNOWN,
            shown_if=(When("icd", ("active",)),),
        ),
        Question(
            "icd_plan", Kind.LONG_TEXT, "Plan for the defibrillator, and its clinic",
            purpose="The team plans deactivation before the last days.", required=False,
            shown_if=(When("icd", ("active", "deactivated")),),
        ),
        Question(
            "oxygen_litres", Kind.NUMBER, "Oxygen, litres a minute",
            purpose="The team checks that home, transport and ward can give as much.",
            missing="Enter the litres a minute, like 2", least=0.5, most=60,
            shown_if=(When("oxygen", ("yes",)),),
        ),
    ),
)  # fmt: skip

TREATMENT_STEPS = (AWARENESS, MEDICINES, MEDICINES_DETAIL, DEVICES, DEVICES_DETAIL)
