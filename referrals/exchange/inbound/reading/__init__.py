"""Read FHIR, as JSON or XML, into one shape: FHIR JSON. Pure: no database."""

from typing import Any

from referrals.exchange.inbound.reading.from_json import from_json
from referrals.exchange.inbound.reading.from_xml import from_xml
from referrals.exchange.inbound.reading.limits import Unreadable

__all__ = ["Unreadable", "read"]


def read(raw: bytes, is_xml: bool) -> dict[str, Any]:
    """Return the resource; raise Unreadable with words for the sender."""
    return from_xml(raw) if is_xml else from_json(raw)
