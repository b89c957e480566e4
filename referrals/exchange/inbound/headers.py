"""The headers that BaRS asks for (API 1.4.0), read and checked. `use-context` is for statistics."""

import base64
import binascii
import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from referrals.exchange.inbound.faults import Fault, Refused, invalid, not_supported, required
from referrals.exchange.inbound.target import is_us

REQUEST, CORRELATION = "X-Request-Id", "X-Correlation-Id"
TARGET = "NHSD-Target-Identifier"
ENCODED = {
    TARGET: True, "NHSD-End-User-Organisation": True, "NHSD-Requesting-Software": True,
    "NHSD-Requesting-Practitioner": False,
}  # fmt: skip
KEPT = (*ENCODED, "use-context", "Accept", "Content-Type", "User-Agent")
JSON_TYPES = ("application/fhir+json", "application/json")
XML_TYPES = ("application/fhir+xml", "application/xml", "text/xml")
MOST_LETTERS = 16_000

_GUID = re.compile(r"[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}")
_VERSION = re.compile(r"version\s*=\s*\"?([^\s;,\"]*)")
_ECHOED = re.compile(r"[\x21-\x7e]{1,100}")


@dataclass(frozen=True)
class Ids:
    request: UUID
    conversation: UUID


def ids_of(headers: Mapping[str, str]) -> Ids:
    """Return both ids; raise Refused."""
    faults = [fault for name in (REQUEST, CORRELATION) if (fault := _guid_fault(headers, name))]
    if faults:
        raise Refused(*faults)
    return Ids(UUID(headers[REQUEST]), UUID(headers[CORRELATION]))


def check(headers: Mapping[str, str]) -> None:
    """Raise Refused for headers that are missing, malformed, or name another service."""
    faults = [fault for name in ENCODED if (fault := _encoded_fault(headers, name))]
    faults += version_faults(headers)
    if faults:
        raise Refused(*faults)


def echoed(headers: Mapping[str, str]) -> dict[str, str]:
    """Return both ids as they came, for the answer; what is no header text is left out."""
    found = {name: headers.get(name, "").strip() for name in (REQUEST, CORRELATION)}
    return {name: text for name, text in found.items() if _ECHOED.fullmatch(text)}


def is_xml(headers: Mapping[str, str]) -> bool:
    """Say which of the two formats the body is in; raise Refused for any other."""
    kind, _, rest = headers.get("Content-Type", "").partition(";")
    kind, charset = kind.strip().lower(), re.search(r"charset\s*=\s*\"?([\w-]+)", rest.lower())
    if kind not in JSON_TYPES + XML_TYPES or (charset and charset[1] not in ("utf-8", "utf8")):
        why = f"Send {JSON_TYPES[0]} or {XML_TYPES[0]} in UTF-8."
        raise Refused(Fault(415, "not-supported", why))
    return kind in XML_TYPES


def wants_xml(headers: Mapping[str, str]) -> bool:
    """Say in which format to answer; JSON where either will do. Raise Refused for neither."""
    wanted = headers.get("Accept", "").lower()
    kinds = [part.partition(";")[0].strip() for part in wanted.split(",") if part.strip()]
    if not kinds or any(kind in (*JSON_TYPES, "*/*", "application/*") for kind in kinds):
        return False
    if any(kind in XML_TYPES for kind in kinds):
        return True
    raise Refused(Fault(406, "processing", f"We answer in {JSON_TYPES[0]} or {XML_TYPES[0]}."))


def version_faults(headers: Mapping[str, str]) -> list[Fault]:
    """Return a fault for a version of BaRS Core that is not 1; the newest is 1.5.0."""
    versions = _VERSION.findall(headers.get("Accept", ""))
    if any(version.partition(".")[0] not in ("1", "") for version in versions):
        return [not_supported("Only version 1 of BaRS Core is supported (Accept, version=).")]
    return []


def _guid_fault(headers: Mapping[str, str], name: str) -> Fault | None:
    text = headers.get(name, "").strip()
    if not text:
        return required(f"{name} is missing.")
    return None if _GUID.fullmatch(text) else invalid(f"{name} is not a GUID.")


def _encoded_fault(headers: Mapping[str, str], name: str) -> Fault | None:
    text = headers.get(name, "").strip()
    if not text:
        return required(f"{name} is missing.") if ENCODED[name] else None
    value = _decoded(text)
    if not isinstance(value, dict):
        return invalid(f"{name} is not a JSON object in Base64.")
    if name != TARGET:
        return None
    if not isinstance(value.get("value"), str) or not isinstance(value.get("system"), str):
        return invalid(f"{name} needs a system and a value.")
    here = is_us(f"{value['system']}|{value['value']}")
    return None if here else Fault(400, "value", f"{name} does not name a service of ours.")


def _decoded(text: str) -> Any:
    """Return the JSON; None for what is none. Padding may be missing; both alphabets are read."""
    if len(text) > MOST_LETTERS:
        return None
    letters = text.replace("-", "+").replace("_", "/").rstrip("=")
    try:
        raw = base64.b64decode(letters + "=" * (-len(letters) % 4), validate=True)
        return json.loads(raw)
    except (binascii.Error, ValueError, RecursionError):
        return None
