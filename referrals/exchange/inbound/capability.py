"""What this receiver can do, as FHIR tells machines."""

from typing import Any

from django.conf import settings

from referrals.exchange.bundles.header import SOFTWARE
from referrals.exchange.bundles.names import definition
from referrals.exchange.inbound.contents import UNDERSTOOD
from referrals.exchange.inbound.headers import JSON_TYPES, XML_TYPES

DATED = "2026-11-22"


def capability(base: str) -> dict[str, Any]:
    """Return the CapabilityStatement; base: the absolute address of the endpoint."""
    messages = [{"mode": "receiver", "definition": definition(name)} for name in UNDERSTOOD]
    return {
        "resourceType": "CapabilityStatement",
        "status": "active",
        "date": DATED,
        "kind": "instance",
        "software": {"name": SOFTWARE},
        "implementation": {"description": settings.REFERRALS_ORGANISATION_NAME, "url": base},
        "fhirVersion": "4.0.1",
        "format": [JSON_TYPES[0], XML_TYPES[0]],
        "rest": [{
            "mode": "server",
            "resource": [
                {"type": "ServiceRequest", "interaction": [{"code": "read"}]},
                {"type": "MessageDefinition", "interaction": [{"code": "search-type"}],
                 "searchParam": [{"name": "context", "type": "token"}]},
            ],
            "operation": [
                {"name": "validate",
                 "definition": "http://hl7.org/fhir/OperationDefinition/Resource-validate"},
                {"name": "process-message",
                 "definition":
                 "http://hl7.org/fhir/OperationDefinition/MessageHeader-process-message"},
            ],
        }],
        "messaging": [{"supportedMessage": messages}],
    }  # fmt: skip
