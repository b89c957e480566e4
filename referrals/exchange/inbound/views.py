"""The addresses of the receiver, below /exchange/FHIR/R4/."""

from django.http import HttpRequest

from referrals.exchange.inbound.capability import capability
from referrals.exchange.inbound.deadline import Deadline
from referrals.exchange.inbound.definitions import definitions
from referrals.exchange.inbound.faults import Fault, Refused, outcome
from referrals.exchange.inbound.headers import check, ids_of, is_xml
from referrals.exchange.inbound.keeping import Answer, Arrival
from referrals.exchange.inbound.machine import body_of, machine
from referrals.exchange.inbound.processing import process
from referrals.exchange.inbound.rereading import request_of
from referrals.exchange.inbound.validating import findings

_NOWHERE = Fault(404, "not-found", "There is nothing at this address.")
_NOT_YET = Fault(501, "not-supported", "This receiver does not have that part of BaRS.")
_NO_REQUEST = Fault(404, "not-found", "No ServiceRequest of yours has this id.")


@machine("POST")
def process_message(request: HttpRequest, caller: str) -> Answer:
    """Take a message: refer, update, cancel, or answer a referral of ours."""
    deadline, headers = Deadline.from_now(), request.headers
    ids = ids_of(headers)
    check(headers)
    media_type = "application/fhir+xml" if is_xml(headers) else "application/fhir+json"
    arrival = Arrival(caller, ids, media_type, body_of(request), headers)
    return process(arrival, deadline)


@machine("POST")
def validate(request: HttpRequest, caller: str) -> Answer:
    """Say everything that is wrong with a message, and keep nothing of it."""
    as_xml = is_xml(request.headers)
    return Answer(200, findings(body_of(request), as_xml))


@machine("GET")
def metadata(request: HttpRequest, caller: str) -> Answer:
    """Tell what this receiver can do."""
    base = request.build_absolute_uri().partition("/metadata")[0]
    return Answer(200, capability(base))


@machine("GET")
def service_request(request: HttpRequest, caller: str, name: str) -> Answer:
    """Return a ServiceRequest as it stands now: senders read it before they cancel."""
    found = request_of(ids_of(request.headers).conversation, name, caller)
    if found is None:
        raise Refused(_NO_REQUEST)
    return Answer(200, found)


@machine("GET")
def message_definitions(request: HttpRequest, caller: str) -> Answer:
    """Tell what a message must hold: senders ask before they write one."""
    return Answer(200, definitions(request.GET.getlist("context")))


@machine()
def not_yet(request: HttpRequest, caller: str, rest: str = "") -> Answer:
    """Answer what the API of BaRS has and we do not."""
    return Answer(501, outcome((_NOT_YET,)))


@machine()
def nowhere(request: HttpRequest, caller: str, rest: str = "") -> Answer:
    """Answer in FHIR where there is nothing, too."""
    return Answer(404, outcome((_NOWHERE,)))
