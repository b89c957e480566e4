"""Whether a message is for us and as its definition says, in the order that BaRS Core 1.5.0 has.

Tolerant where senders differ without harm: code systems, offsets, fractions of seconds. A message
that does not fit its MessageDefinition is refused, as the standard asks.
"""

import re
from collections.abc import Callable
from enum import StrEnum

from referrals.exchange.bundles.cardinality import faults_of
from referrals.exchange.bundles.messages import CANCELLED, REQUEST
from referrals.exchange.inbound.faults import Fault, invariant, not_supported, required
from referrals.exchange.inbound.message import Message, as_dict, codes, listed, text
from referrals.exchange.inbound.target import is_us

ASKED, ANSWERED = "servicerequest-request", "servicerequest-response"
UNDERSTOOD = {
    REQUEST: ASKED, CANCELLED: ASKED, "servicerequest-response-referral-short": ANSWERED,
    "servicerequest-response-referral": ANSWERED,
}  # fmt: skip
REASONS = ("new", "update", "delete")
ENDED, LIVE = ("revoked", "entered-in-error"), ("active", "on-hold", "draft")
_MAJOR = re.compile(r"v?1(\.|$)")


class Deed(StrEnum):
    """What a message asks us to do."""

    BEGIN = "new"
    CHANGE = "update"
    END = "cancel"
    HEAR = "response"


def faults_in(message: Message) -> list[Fault]:
    """Return what is wrong, the gravest first: not ours, unknown, about nothing, not complete."""
    return [fault for check in _CHECKS for fault in check(message)]


def deed_of(message: Message) -> Deed:
    """Return what is asked. `delete` is an older way to cancel; the text of 1.5.0 says `update`."""
    if message.event == ANSWERED:
        return Deed.HEAR
    if message.reason == "delete" or message.request.get("status") in ENDED:
        return Deed.END
    return Deed.CHANGE if message.reason == "update" else Deed.BEGIN


def _destination(message: Message) -> list[Fault]:
    destinations = listed(message.header.get("destination"))
    endpoints = [text(as_dict(each).get("endpoint")) for each in destinations]
    if not any(endpoints):
        return [required("MessageHeader.destination.endpoint is missing.")]
    if any(is_us(each) for each in endpoints):
        return []
    return [Fault(400, "value", "MessageHeader.destination does not name a service of ours.")]


def _definition(message: Message) -> list[Fault]:
    if not message.header.get("definition"):
        return [required("MessageHeader.definition is missing.")]
    event = UNDERSTOOD.get(message.definition)
    if event is None:
        return [not_supported("This MessageDefinition is not supported.")]
    if event != message.event:
        return [invariant("MessageHeader.eventCoding does not belong to this definition.")]
    return []


def _version(message: Message) -> list[Fault]:
    """Return a fault for a version of the application that is not 1."""
    version = text(as_dict(message.bundle.get("meta")).get("versionId"))
    if not version or _MAJOR.match(version):
        return []
    return [not_supported("Bundle.meta.versionId is not supported; version 1 is.")]


def _workflow(message: Message) -> list[Fault]:
    if message.reason not in REASONS:
        return [Fault(400, "value", "MessageHeader.reason must be new, update or delete.")]
    if not message.request:
        return [invariant("MessageHeader.focus must point to the ServiceRequest of the message.")]
    if message.event == ANSWERED:
        answered = text(as_dict(message.header.get("response")).get("identifier"))
        return [] if answered else [invariant("MessageHeader.response.identifier is missing.")]
    if "validation" in codes(message.request.get("category")):
        return [not_supported("Requests for validation are not supported; referrals are.")]
    return _status_faults(message)


def _status_faults(message: Message) -> list[Fault]:
    status = text(message.request.get("status"))
    if not status:
        return [required("ServiceRequest.status is missing.")]
    ends = deed_of(message) is Deed.END
    if message.reason == "new" and status != "active":
        return [invariant(f"A new referral can't have the status {_code(status)}.")]
    if status not in LIVE + ENDED and not ends:
        return [invariant(f"An update can't have the status {_code(status)}.")]
    if message.definition == CANCELLED and not ends:
        return [invariant("This definition is for cancelling: status revoked or entered-in-error.")]
    return []


def _cardinality(message: Message) -> list[Fault]:
    """Return a fault for each kind that the definition has more or less of."""
    if message.definition not in UNDERSTOOD:
        return []
    header = {**message.header, "definition": f"/bars-message-{message.definition}"}
    entries = [{"resource": each} for each in [header, *message.resources[1:]]]
    return [invariant(_known(why)) for why in faults_of({"entry": entries})]


def _known(why: str) -> str:
    """Words about a kind that is no FHIR name would carry the sender's text."""
    return (
        why
        if re.match(r"[A-Za-z]{1,40}(: | has no place)", why)
        else "A resource has no place in it."
    )


def _code(text_: str) -> str:
    return text_ if re.fullmatch(r"[a-z-]{1,30}", text_) else "(unknown)"


_CHECKS: tuple[Callable[[Message], list[Fault]], ...] = (
    _destination, _definition, _version, _workflow, _cardinality,
)  # fmt: skip
