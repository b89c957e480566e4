"""What a sender gets back: its own request, and our planned contact with the reference in it."""

from typing import Any
from uuid import uuid5

from referrals.exchange.bundles.names import HL7, REFERENCE, UUID_SYSTEM, uk_core
from referrals.exchange.bundles.parts import coding, instant
from referrals.exchange.inbound.faults import outcome
from referrals.exchange.inbound.message import Message
from referrals.models import Referral


def echo(message: Message, referral: Referral) -> dict[str, Any]:
    """Return the request with a second Encounter: planned, or cancelled once it is withdrawn."""
    entries = [*message.bundle["entry"], _entry(_contact(message, referral))]
    return {**message.bundle, "entry": entries}


def heard() -> dict[str, Any]:
    """Return that a response was understood."""
    return outcome(())


def _entry(resource: dict[str, Any]) -> dict[str, Any]:
    return {"fullUrl": f"urn:uuid:{resource['id']}", "resource": resource}


def _contact(message: Message, referral: Referral) -> dict[str, Any]:
    """`official` is the reference that people are given; `secondary` our id."""
    theirs = message.first("Encounter")
    contact = {
        "resourceType": "Encounter",
        "id": str(uuid5(referral.submission_key, "encounter/ours")),
        "meta": {"lastUpdated": instant(referral.withdrawn_at or referral.submitted_at),
                 "profile": [uk_core("UKCore-Encounter")]},
        "identifier": [
            {"use": "official", "system": REFERENCE, "value": referral.reference},
            {"use": "secondary", "system": UUID_SYSTEM, "value": str(referral.submission_key)},
        ],
        "status": "cancelled" if referral.withdrawn_at else "planned",
        "class": theirs.get("class") or coding(f"{HL7}/v3-ActCode", "VR", "virtual"),
        "subject": message.request.get("subject"),
        "episodeOfCare": [
            {"type": "EpisodeOfCare",
             "identifier": {"system": UUID_SYSTEM, "value": str(referral.journey_id)}}
        ],
    }  # fmt: skip
    return {key: value for key, value in contact.items() if value}
