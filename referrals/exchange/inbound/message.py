"""A message as read: its header, its resources, and how they refer to each other. Pure.

Tolerant of shape: where the standard has a list, one thing alone is a list of one.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from referrals.exchange.bundles.parts import clean
from referrals.exchange.inbound.faults import Refused, invalid, invariant, required

Resource = Mapping[str, Any]


@dataclass(frozen=True)
class Message:
    """`by_name` finds a resource by fullUrl, `Kind/id` and id."""

    bundle: Resource
    header: Resource
    resources: tuple[Resource, ...]
    by_name: Mapping[str, Resource]

    def all(self, kind: str) -> list[Resource]:
        return [each for each in self.resources if each["resourceType"] == kind]

    def first(self, kind: str) -> Resource:
        """Return the first of a kind; {} for none."""
        return next(iter(self.all(kind)), {})

    def find(self, reference: Any) -> Resource:
        """Return what a Reference points to; {} for nothing in this message."""
        name = text(reference.get("reference")) if isinstance(reference, Mapping) else ""
        return self.by_name.get(name) or self.by_name.get(name.rpartition("/")[2]) or {}

    def found(self, references: Any) -> list[Resource]:
        """Return what References point to, each where it is in this message."""
        return [target for each in listed(references) if (target := self.find(each))]

    @property
    def request(self) -> Resource:
        """Return the focus, a ServiceRequest; {} if it points nowhere."""
        focus = next(iter(self.found(self.header.get("focus"))), {})
        return focus if focus.get("resourceType") == "ServiceRequest" else {}

    @property
    def event(self) -> str:
        return text(as_dict(self.header.get("eventCoding")).get("code"))

    @property
    def reason(self) -> str:
        return next(iter(codes(self.header.get("reason"))), "")

    @property
    def definition(self) -> str:
        """Return the last words of the MessageDefinition's address, without a version."""
        address = text(self.header.get("definition")).partition("|")[0]
        return address.rpartition("/bars-message-")[2].lower()

    @property
    def id(self) -> str:
        return text(self.bundle.get("id"))


def understood(bundle: Resource) -> Message:
    """Return the message; raise Refused for what is none."""
    if bundle.get("resourceType") != "Bundle" or bundle.get("type") != "message":
        raise Refused(invalid("The body is not a Bundle of type message."))
    entries = bundle.get("entry")
    if not isinstance(entries, list) or not entries:
        raise Refused(required("The Bundle has no entries."))
    resources = tuple(_resource(entry) for entry in entries)
    headers = [each for each in resources if each["resourceType"] == "MessageHeader"]
    if not headers or resources[0] is not headers[0]:
        raise Refused(invariant("The first entry must be the MessageHeader."))
    return Message(bundle, headers[0], resources, _names(entries))


def _resource(entry: Any) -> Resource:
    found = entry.get("resource") if isinstance(entry, dict) else None
    if not isinstance(found, dict) or not isinstance(found.get("resourceType"), str):
        raise Refused(invalid("An entry of the Bundle holds no resource."))
    return found


def _names(entries: list[Any]) -> dict[str, Resource]:
    names: dict[str, Resource] = {}
    for entry in entries:
        resource = entry["resource"]
        own, full = text(resource.get("id")), text(entry.get("fullUrl"))
        kind = resource["resourceType"]
        short = full.rpartition(":")[2].rpartition("/")[2]
        for name in (full, short, own and f"{kind}/{own}", own and f"urn:uuid:{own}", own):
            if name:
                names.setdefault(name, resource)
    return names


def text(value: Any) -> str:
    """Return a text of FHIR that can be stored, trimmed; an empty text for anything else."""
    return clean(value) if isinstance(value, str) else ""


def listed(value: Any) -> list[Any]:
    """Return the things of a list, or one thing as a list."""
    return value if isinstance(value, list) else [] if value is None else [value]


def as_dict(value: Any) -> Resource:
    """Return a thing with fields; {} for anything else; of a list the first."""
    first: Any = next(iter(listed(value)), {})
    return first if isinstance(first, dict) else {}


def codings(concepts: Any) -> list[Resource]:
    """Return all codings of one or more CodeableConcepts."""
    return [
        coding
        for concept in listed(concepts)
        if isinstance(concept, dict)
        for coding in listed(concept.get("coding"))
        if isinstance(coding, dict)
    ]


def codes(concepts: Any) -> list[str]:
    return [code for coding in codings(concepts) if (code := text(coding.get("code")))]
