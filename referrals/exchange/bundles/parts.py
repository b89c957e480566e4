"""The small pieces of FHIR: resources with stable names, references, codes, times."""

import re
from datetime import UTC, datetime
from typing import Any
from uuid import UUID, uuid5

Resource = dict[str, Any]

# FHIR R4 string: no control characters but tab, line feed and carriage return.
_NOT_TEXT = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")


def name_of(root: UUID, part: str) -> str:
    """Return the id of one part of a referral's messages: the same at every build."""
    return str(uuid5(root, part))


def resource(kind: str, root: UUID, part: str, profile: str, **fields: Any) -> Resource:
    """Return a resource; fields without a value are left out, as FHIR wants."""
    body: Resource = {"resourceType": kind, "id": name_of(root, part)}
    if profile:
        body["meta"] = {"profile": [profile]}
    return body | filled(fields)


def filled(fields: dict[str, Any]) -> dict[str, Any]:
    """Return the fields that say something."""
    return {key: value for key, value in fields.items() if value not in (None, "", [], {})}


def ref(target: Resource) -> dict[str, str]:
    return {"reference": f"urn:uuid:{target['id']}"}


def coding(system: str, code: str, display: str = "") -> dict[str, str]:
    return filled({"system": system, "code": code, "display": display})


def concept(*codings: dict[str, str], text: str = "") -> dict[str, Any]:
    """Return a CodeableConcept."""
    return filled({"coding": list(codings), "text": clean(text)})


def identifier(system: str, value: str) -> list[dict[str, Any]]:
    """Return a list of one identifier, or of none without a value."""
    return [{"system": system, "value": value}] if value else []


def extension(url: str, **value: Any) -> dict[str, Any]:
    return {"url": url} | value


def clean(text: Any) -> str:
    """Return the text as FHIR allows it, without what no string may hold, or around the ends."""
    return _NOT_TEXT.sub("", str(text or "")).strip()


def instant(at: datetime) -> str:
    """Return the time in UTC with milliseconds, as `2026-11-22T09:30:00.000Z`."""
    return at.astimezone(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")


def xhtml(*lines: str) -> dict[str, str]:
    """Return a narrative of paragraphs."""
    escaped = (_escape(clean(line)) for line in lines if clean(line))
    body = "".join(f"<p>{line}</p>" for line in escaped)
    div = f'<div xmlns="http://www.w3.org/1999/xhtml">{body}</div>'
    return {"status": "generated", "div": div}


def _escape(text: str) -> str:
    text = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return text.replace("\n", "<br/>")
