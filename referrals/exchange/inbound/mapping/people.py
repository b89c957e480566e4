"""Everybody else in a message: family and carers, GP, referrer, and where the person is."""

from typing import Any

from referrals.exchange.inbound.mapping.words import (
    address,
    concept,
    name_of,
    number,
    numbers,
    period,
    said,
    telecom,
    when,
)
from referrals.exchange.inbound.message import Message, Resource, as_dict, listed, text


def people(message: Message) -> dict[str, Any]:
    """Return the answers about people around the person, and who sent the message."""
    return {**_around(message), **_practice(message), **_sender(message), **_place(message)}


def _around(message: Message) -> dict[str, str]:
    patient = message.first("Patient")
    contacts = [as_dict(each) for each in listed(patient.get("contact"))]
    related = [*message.all("RelatedPerson"), *contacts]
    first = next((each for each in related if name_of(each.get("name"))), {})
    return {
        "carer_name": name_of(first.get("name")),
        "carer_relationship": concept(first.get("relationship")),
        "carer_phone": telecom(first.get("telecom"), "phone"),
        "other_people": said(*(_line(each) for each in related if each is not first)),
    }


def _practice(message: Message) -> dict[str, str]:
    """General practice as reference to an organisation, a role or a person, or by name alone."""
    found: dict[str, str] = {}
    for reference in listed(message.first("Patient").get("generalPractitioner")):
        target = message.find(reference)
        if target.get("resourceType") == "PractitionerRole":
            found.setdefault("gp_name", _who(message, target))
            target = message.find(target.get("organization"))
        if target.get("resourceType") == "Practitioner":
            found.setdefault("gp_name", name_of(target.get("name")))
        elif name := _named(target) or said(text(as_dict(reference).get("display"))):
            found.setdefault("gp_practice", name)
            found.setdefault("gp_practice_ods", number(target))
    return found


def _sender(message: Message) -> dict[str, str]:
    role = message.find(message.request.get("requester"))
    if role.get("resourceType") == "Organization":
        role = {"organization": message.request["requester"]}
    elif role.get("resourceType") != "PractitionerRole":
        role = role or message.first("PractitionerRole") or message.first("Practitioner")
    who = message.find(role.get("practitioner")) or (
        role if role.get("resourceType") == "Practitioner" else {}
    )
    organisation = message.find(role.get("organization")) or message.find(
        message.header.get("sender")
    )
    reached = [*listed(role.get("telecom")), *listed(who.get("telecom"))]
    contact = message.find(message.request.get("encounter")) or message.first("Encounter")
    others = [each for each in message.all("PractitionerRole") if each is not role]
    return {
        "referrer_name": name_of(who.get("name")),
        "referrer_role": concept(role.get("code")),
        "referrer_organisation": _named(organisation) or _source(message),
        "referrer_organisation_ods": number(organisation),
        "referrer_phone": telecom(reached, "phone"),
        "referrer_email": telecom(reached, "email"),
        "others_involved": said(*(_role(message, each) for each in others)),
        "sender_reference": numbers(message.request),
        "assessed_at": period(contact.get("period")) or when(message.request.get("authoredOn")),
    }


def _place(message: Message) -> dict[str, str]:
    return {"now_at_detail": said(*(_location(each) for each in message.all("Location")))}


def _location(place: Resource) -> str:
    lines, postcode = address(place.get("address"))
    parts = (text(place.get("name")), text(place.get("description")),
             concept(place.get("type")), lines.replace("\n", ", "), postcode)  # fmt: skip
    return said(*parts, between=", ")


def _role(message: Message, role: Resource) -> str:
    parts = (_who(message, role), concept(role.get("code")),
             _named(message.find(role.get("organization"))),
             telecom(role.get("telecom"), "phone"))  # fmt: skip
    return said(*parts, between=", ")


def _who(message: Message, role: Resource) -> str:
    who = as_dict(role.get("practitioner"))
    return name_of(message.find(who).get("name")) or said(text(who.get("display")))


def _line(related: Resource) -> str:
    parts = (name_of(related.get("name")), concept(related.get("relationship")),
             telecom(related.get("telecom"), "phone"))  # fmt: skip
    return said(*parts, between=", ")


def _named(organisation: Resource) -> str:
    return said(text(organisation.get("name")))


def _source(message: Message) -> str:
    return said(text(as_dict(message.header.get("source")).get("name")))
