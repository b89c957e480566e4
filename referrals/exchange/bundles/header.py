"""MessageHeader and ServiceRequest: what is asked, of whom, by when."""

from typing import Any
from uuid import UUID

from referrals.exchange.bundles.letter import Letter, Party
from referrals.exchange.bundles.names import (
    CATEGORY,
    EVENTS,
    REASONS,
    REFERENCE,
    SERVICE_ID,
    USE_CASES,
    bars,
    definition,
)
from referrals.exchange.bundles.parts import (
    Resource,
    coding,
    concept,
    identifier,
    instant,
    ref,
    resource,
)

SOFTWARE = "Front Door"
# Palliative care has no use case of its own in BaRS 1.5.0; these are the nearest.
USE_CASE_WORDS = {
    "a4t3": "999 to Community Services",
    "a7t1": "Patient Facing Services to Primary Care",
}


def header(
    letter: Letter, message: UUID, named: str, reason: str, focus: Resource,
    sender: Resource, receiver: Resource, answers_to: str = "",
) -> Resource:  # fmt: skip
    """Return the header; `named` is the MessageDefinition, `answers_to` the message answered."""
    event = "servicerequest-response" if answers_to else "servicerequest-request"
    return resource(
        "MessageHeader", message, "header", bars(f"BARSMessageHeader-{event}"),
        eventCoding=coding(EVENTS, event, event),
        destination=[{"name": letter.receiver.name, "endpoint": endpoint(letter.receiver),
                      "receiver": ref(receiver)}],
        sender=ref(sender),
        source={"name": letter.sender.name, "software": SOFTWARE,
                "endpoint": endpoint(letter.sender)},
        reason=concept(coding(REASONS, reason, reason.capitalize())),
        response={"identifier": answers_to, "code": "ok"} if answers_to else {},
        focus=[ref(focus)],
        definition=definition(named),
    )  # fmt: skip


def service_request(
    letter: Letter, patient: Resource, status: str = "active", part: str = "request", **more: Any
) -> Resource:
    """Return what is asked: to be in touch between the sending and the time due."""
    words = USE_CASE_WORDS.get(letter.use_case, "")
    return resource(
        "ServiceRequest", letter.root, part, bars("BARSServiceRequest-request-referral"),
        identifier=identifier(REFERENCE, letter.reference),
        status=status, intent="plan",
        category=[concept(coding(CATEGORY, "referral", "Transfer of Care"),
                          coding(USE_CASES, letter.use_case, words))],
        code=concept(text=letter.pathway.title),
        subject=ref(patient),
        occurrencePeriod={"start": instant(letter.submitted_at),
                          "end": instant(max(letter.due_at, letter.submitted_at))},
        authoredOn=instant(letter.submitted_at), **more,
    )  # fmt: skip


def endpoint(who: Party) -> str:
    """Return where to reach a party: its service id as `system|value`, else its address."""
    return f"{SERVICE_ID}|{who.service}" if who.service else who.endpoint
