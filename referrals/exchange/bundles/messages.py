"""The messages that we send, each a bundle: referral, update, cancellation, response."""

import json
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from referrals.exchange.bundles import agreement, clinical, people, places, questions
from referrals.exchange.bundles.flags import flags
from referrals.exchange.bundles.header import header, service_request
from referrals.exchange.bundles.letter import Letter
from referrals.exchange.bundles.names import SERVICE_ID, bars
from referrals.exchange.bundles.parts import Resource, clean, identifier, instant, ref
from referrals.exchange.bundles.patient import patient as person

# The version of the application in meta.versionId, which a receiver may refuse (422).
APPLICATION_VERSION = "1.0.0-beta"
REQUEST = "servicerequest-request-referral"
CANCELLED = "servicerequest-request-cancelled"
RESPONSE = "servicerequest-response-referral-short"
# What a response says of the request: (its status, the status of our own contact).
ANSWERS = {
    "accept": ("active", "planned"), "ask": ("on-hold", "planned"),
    "redirect": ("revoked", "cancelled"), "decline": ("revoked", "cancelled"),
    "withdrawn": ("revoked", "cancelled"), "died": ("revoked", "cancelled"),
}  # fmt: skip


@dataclass(frozen=True)
class Message:
    """A message to be: its id (X-Request-Id too) and its time, both kept at every rebuild."""

    key: UUID
    at: datetime


def request(letter: Letter, message: Message, reason: str = "new") -> Resource:
    """Return the whole referral; reason "update" says that it replaces what was sent before."""
    sender = places.party(letter, "sender", letter.sender)
    receiver = places.party(letter, "receiver", letter.receiver)
    practice = places.named(letter, "practice", "gp_practice")
    referrers = places.named(letter, "referrer", "referrer_organisation")
    doctor = people.named_gp(letter)
    patient = person(letter, *(each for each in (practice, doctor) if each))
    who = people.practitioner(letter)
    role = people.practitioner_role(letter, who, referrers or sender)
    service = places.service(letter, receiver)
    contact = clinical.encounter(letter, patient, sender, "finished")
    plan = clinical.care_plan(letter, patient, contact, role)
    location = places.home(letter)
    marks = flags(letter, patient, location)
    conditions = clinical.condition(letter, patient)
    answers = questions.response(letter, patient, contact)
    asked = service_request(
        letter, patient, basedOn=[ref(plan)], encounter=ref(contact), requester=ref(role),
        performer=[ref(service)], locationReference=[ref(location)],
        reasonReference=[ref(each) for each in conditions],
        supportingInfo=[ref(each) for each in [answers, *marks]],
    )  # fmt: skip
    head = header(letter, message.key, REQUEST, reason, asked, sender, receiver)
    return bundle(message, [
        head, asked, patient, contact, plan, sender, receiver,
        *(each for each in (practice, referrers) if each), who, role,
        *([doctor] if doctor else []),
        agreement.consent(letter, patient, sender), service, location, *marks,
        *people.related_people(letter, patient), *conditions,
        *clinical.observations(letter, patient, contact),
        questions.questionnaire(letter), answers,
    ])  # fmt: skip


def cancellation(letter: Letter, message: Message, in_error: bool = False) -> Resource:
    """Return the short message that withdraws a referral; in_error: it should never have been.

    Reason `update`, as BaRS Core 1.5.0 says, not `delete` as in older examples.
    """
    sender = places.party(letter, "sender", letter.sender)
    receiver = places.party(letter, "receiver", letter.receiver)
    patient = person(letter)
    status = "entered-in-error" if in_error else "revoked"
    asked = service_request(letter, patient, status)
    head = header(letter, message.key, CANCELLED, "update", asked, sender, receiver)
    return bundle(message, [head, asked, patient, sender, receiver])


def response(
    letter: Letter, message: Message, outcome: str, answers_to: str, note: str = ""
) -> Resource:
    """Return what became of a referral that a system sent us, as `ANSWERS` has it.

    letter: with us as the sender and them as the receiver. answers_to: the id of their message.
    """
    sender = places.party(letter, "sender", letter.sender)
    receiver = places.party(letter, "receiver", letter.receiver)
    patient = person(letter)
    who = people.practitioner(letter)
    role = people.practitioner_role(letter, who, sender)
    status, ours = ANSWERS[outcome]
    theirs = clinical.encounter(letter, patient, receiver, "finished")
    # The second contact is ours: its identifier is the reference to give to the person.
    planned = clinical.encounter(letter, patient, sender, ours)
    provided = places.service(letter, sender)
    provided["identifier"] = identifier(SERVICE_ID, letter.sender.service)
    if not provided["identifier"]:
        del provided["identifier"]
    asked = service_request(
        letter, patient, status, encounter=ref(theirs), requester=ref(role),
        performer=[ref(provided)], note=[{"text": clean(note)}] if clean(note) else [],
    )  # fmt: skip
    head = header(letter, message.key, RESPONSE, "new", asked, sender, receiver, answers_to)
    entries = [head, asked, patient, theirs, planned, sender, receiver, who, role, provided]
    return bundle(message, entries)


def bundle(message: Message, resources: list[Resource]) -> Resource:
    """Return the resources as one message, the header first.

    All of them are dated as the message is: receivers take from an update only what is newer.
    """
    at = instant(message.at)
    dated = [{**each, "meta": {"lastUpdated": at, **each.get("meta", {})}} for each in resources]
    return {
        "resourceType": "Bundle",
        "id": str(message.key),
        "meta": {"versionId": APPLICATION_VERSION, "lastUpdated": at,
                 "profile": [bars("BARSBundleMessage")]},
        "type": "message",
        "timestamp": at,
        "entry": [{"fullUrl": f"urn:uuid:{each['id']}", "resource": each} for each in dated],
    }  # fmt: skip


def as_bytes(whole: Resource) -> bytes:
    """Return the message as JSON: the same bytes for the same message."""
    return json.dumps(whole, ensure_ascii=False, separators=(",", ":")).encode()
