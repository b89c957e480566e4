"""Who sent us a referral and what they called it, read from the message as it came."""

import json
from dataclasses import dataclass
from typing import Any

from defusedxml import DefusedXmlException
from defusedxml.ElementTree import ParseError, fromstring

from referrals.cipher import unseal_bytes
from referrals.exchange.bundles.letter import Party
from referrals.exchange.bundles.names import SERVICE_ID
from referrals.models import InboundMessage, Referral

_FHIR = "{http://hl7.org/fhir}"


@dataclass(frozen=True)
class Sender:
    """`message` is the id of their bundle, which a response names."""

    party: Party
    message: str


def sender_of(referral: Referral) -> Sender | None:
    """Return who sent the referral first; None if it came by our form or names no way back."""
    rows = InboundMessage.objects.filter(referral=referral).exclude(bundle_id="")
    first = rows.order_by("received_at", "pk").first()
    if first is None:
        return None
    endpoint, name = _source(unseal_bytes(first.sealed_raw))
    system, _, value = endpoint.rpartition("|")
    if not value:
        return None
    service = value if system == SERVICE_ID else ""
    return Sender(Party(name or "The sender", "", service, endpoint), first.bundle_id)


def _source(raw: bytes) -> tuple[str, str]:
    """Return (endpoint, name) of MessageHeader.source; empty texts where there is none."""
    if raw.lstrip()[:1] == b"<":
        return _source_of_xml(raw)
    try:
        entries = json.loads(raw).get("entry", [])
    except (ValueError, AttributeError):
        return "", ""
    for entry in entries:
        resource: dict[str, Any] = entry.get("resource", {})
        if resource.get("resourceType") == "MessageHeader":
            source = resource.get("source", {})
            return str(source.get("endpoint", "")), str(source.get("name", ""))
    return "", ""


def _source_of_xml(raw: bytes) -> tuple[str, str]:
    try:
        source = fromstring(raw).find(f".//{_FHIR}MessageHeader/{_FHIR}source")
    except (ParseError, DefusedXmlException, ValueError):
        return "", ""
    found = ("endpoint", "name")
    parts = [source.find(f"{_FHIR}{tag}") if source is not None else None for tag in found]
    endpoint, name = (part.get("value", "") if part is not None else "" for part in parts)
    return endpoint, name
