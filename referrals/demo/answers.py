"""Fill in what a demo referral leaves out."""

from collections.abc import Mapping
from typing import Any

from referrals.pathways.answers import shown_answers
from referrals.pathways.declare import Kind, Pathway, Question

USUAL: dict[str, Any] = {
    "referrer_name": "Dr Ines Hale",
    "referrer_role": "GP",
    "referrer_organisation": "Quayside Surgery",
    "referrer_phone": "01632 960 120",
    "last_seen": "2026-11-19",
    "gp_practice": "Quayside Surgery",
    "phone": "01632 960 121",
    "interpreter": "no",
    "voicemail": "yes",
    "nhs_number_known": "no",
    "how_soon": "weeks",
    "lives_alone": "no",
    "safeguarding": "no",
    "infection": "no",
    "children_at_home": "no",
    "key_safe_there": "no",
    "carer_name": "Ana Field",
    "phase_by": "Dr Ines Hale, GP",
    "phase_on": "2026-11-19",
    "akps_by": "Dr Ines Hale, GP",
    "akps_on": "2026-11-19",
    "prognosis": "not-assessed",
    "prognosis_by": "Dr Ines Hale, GP",
    "prognosis_on": "2026-11-19",
    "oxygen": "no",
    "oxygen_litres": 2,
    "anticipatory": "none",
    "syringe_pump": "no",
    "pacemaker": "no",
    "anticoagulant": "no",
    "cpr_status": "none",
    "respect_status": "none",
    "adrt_status": "none",
    "lpa_status": "not-known",
    "tep_status": "none",
    "agree": True,
    "agree_for_child": True,
}


def finished(pathway: Pathway, given: Mapping[str, Any]) -> dict[str, Any]:
    """Return answers to every question that these answers show."""
    by_step = {
        step.slug: {question.key: _answer(question, given) for question in step.questions}
        for step in pathway.steps
    }
    return shown_answers(pathway, by_step)


def _answer(question: Question, given: Mapping[str, Any]) -> Any:
    if question.key in given:
        return given[question.key]
    if question.key in USUAL and question.required:
        return USUAL[question.key]
    first = question.options[0].value if question.options and question.required else ""
    return [each for each in [first] if each] if question.kind is Kind.CHOICES else first
