"""Why the person is referred and how they are, in words, whatever codes the sender uses."""

import re
from collections.abc import Callable
from html import unescape
from typing import Any

from referrals.exchange.inbound.mapping.words import (
    concept,
    notes,
    period,
    said,
    value_of,
    when,
)
from referrals.exchange.inbound.message import Message, Resource, as_dict, listed, text

_BREAK, _TAG = re.compile(r"<(br|/p|/div|/li|/tr)[^<>]*>", re.I), re.compile(r"<[^<>]*>")


def clinical(message: Message) -> dict[str, Any]:
    """Return the answers about reason, illness, measures, medicines and consent."""
    request = message.request
    return {
        "problem": said(*map(_plan, message.all("CarePlan")), *_reasons(message)),
        "asked_for": said(*_asked(message)),
        "respond_by": period(request.get("occurrencePeriod"))
        or when(request.get("occurrenceDateTime")),
        "advice_given": said(text(request.get("patientInstruction"))),
        "consent": said(*map(_consent, message.all("Consent"))),
        **{key: said(*map(words, message.all(kind))) for key, (kind, words) in _KINDS.items()},
    }


def _plan(plan: Resource) -> str:
    activities = [as_dict(each) for each in listed(plan.get("activity"))]
    outcomes = [concept(each.get("outcomeCodeableConcept")) for each in activities]
    details = [text(as_dict(each.get("detail")).get("description")) for each in activities]
    progress = [text(as_dict(note).get("text")) for each in activities
                for note in listed(each.get("progress"))]  # fmt: skip
    words = said(*outcomes, *details, *progress, text(plan.get("description")), notes(plan))
    return words or _narrative(plan) or said(text(plan.get("title")))


def _narrative(resource: Resource) -> str:
    """Return the text of a narrative without its markup."""
    markup = text(as_dict(resource.get("text")).get("div"))
    lines = unescape(_TAG.sub("", _BREAK.sub("\n", markup))).splitlines()
    return said(*(" ".join(line.split()) for line in lines))


def _reasons(message: Message) -> list[str]:
    request = message.request
    return [concept(request.get("reasonCode")), notes(request)]


def _asked(message: Message) -> list[str]:
    request = message.request
    services = [_service(each) for each in message.all("HealthcareService")]
    tasks = [said(concept(each.get("code")), text(each.get("description")), notes(each),
                  between=". ") for each in message.all("Task")]  # fmt: skip
    priority = text(request.get("priority"))
    return [
        concept(request.get("code")), concept(request.get("orderDetail")), *services, *tasks,
        f"Priority: {priority}" if priority else "",
    ]  # fmt: skip


def _service(service: Resource) -> str:
    return said(text(service.get("name")) or concept(service.get("type")))


def _consent(consent: Resource) -> str:
    parts = (concept(consent.get("category")), concept(consent.get("policyRule")),
             when(consent.get("dateTime")), text(consent.get("status")))  # fmt: skip
    return said(*parts, between=", ")


def _condition(condition: Resource) -> str:
    parts = (concept(condition.get("code")), concept(condition.get("severity")),
             concept(condition.get("clinicalStatus")), when(condition.get("onsetDateTime")),
             notes(condition))  # fmt: skip
    return said(*parts, between=", ")


def _observation(observation: Resource) -> str:
    value = value_of(observation) or concept(observation.get("dataAbsentReason"))
    parts = [
        f"{concept(part.get('code'))}: {value_of(part)}"
        for part in map(as_dict, listed(observation.get("component")))
    ]
    found = said(value, *parts, concept(observation.get("interpretation")), notes(observation),
                 between=", ")  # fmt: skip
    at = when(observation.get("effectiveDateTime")) or period(observation.get("effectivePeriod"))
    name = concept(observation.get("code"))
    words = f"{name}: {found}" if name and found else name or found
    return f"{words} ({at})" if words and at else words


def _medicine(medicine: Resource) -> str:
    doses = [text(as_dict(each).get("text")) for each in listed(medicine.get("dosage"))]
    name = concept(medicine.get("medicationCodeableConcept")) or text(
        as_dict(medicine.get("medicationReference")).get("display")
    )
    status = text(medicine.get("status"))
    return said(name, *doses, "" if status == "active" else status, notes(medicine), between=", ")


def _allergy(allergy: Resource) -> str:
    reactions = [concept(as_dict(each).get("manifestation")) for each in
                 listed(allergy.get("reaction"))]  # fmt: skip
    parts = (concept(allergy.get("code")), text(allergy.get("criticality")), *reactions,
             concept(allergy.get("verificationStatus")), notes(allergy))  # fmt: skip
    return said(*parts, between=", ")


def _procedure(procedure: Resource) -> str:
    at = when(procedure.get("performedDateTime")) or period(procedure.get("performedPeriod"))
    return said(concept(procedure.get("code")), text(procedure.get("status")), at, between=", ")


def _answers(response: Resource) -> str:
    return said(*_items(response, 0))


def _items(holder: Resource, depth: int) -> list[str]:
    lines = []
    for item in map(as_dict, listed(holder.get("item"))):
        answers = [as_dict(each) for each in listed(item.get("answer"))]
        value = said(*map(value_of, answers), between=", ")
        label = text(item.get("text")) or text(item.get("linkId"))
        lines.append(f"{label}: {value}" if value else label)
        for inner in [item, *answers] if depth < 8 else []:
            lines += _items(inner, depth + 1)
    return lines


def _communication(communication: Resource) -> str:
    payload = [as_dict(each) for each in listed(communication.get("payload"))]
    words = (text(each.get("contentString")) for each in payload)
    return said(concept(communication.get("reasonCode")), *words, notes(communication))


_KINDS: dict[str, tuple[str, Callable[[Resource], str]]] = {
    "illness": ("Condition", _condition),
    "observations": ("Observation", _observation),
    "medicines": ("MedicationStatement", _medicine),
    "allergies": ("AllergyIntolerance", _allergy),
    "procedures": ("Procedure", _procedure),
    "other_answers": ("QuestionnaireResponse", _answers),
    "also": ("Communication", _communication),
}
