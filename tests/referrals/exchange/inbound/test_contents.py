"""What a message must hold, in the order in which BaRS has receivers look."""

import pytest

from referrals.models import Referral
from tests.referrals.exchange.inbound.senders import (
    NHS,
    REFERRAL,
    bundle,
    cancellation,
    clinical,
    header,
    issues,
    patient,
    referral,
    resource,
    send,
    service_request,
)

pytestmark = pytest.mark.django_db
BAD, CANNOT = "REC_BAD_REQUEST", "REC_UNPROCESSABLE_ENTITY"


def without(kind: str) -> dict:
    whole = referral()
    whole["entry"] = [e for e in whole["entry"] if e["resource"]["resourceType"] != kind]
    return whole


def with_header(**changes) -> dict:
    return referral(header=header() | changes)


def code(value: str) -> dict:
    return {"coding": [{"code": value}]}


FAULTS = {
    "no bundle": ({"resourceType": "Patient"}, 400, "invalid"),
    "no message": (referral() | {"type": "batch"}, 400, "invalid"),
    "no entries": (referral() | {"entry": []}, 400, "required"),
    "entries of nothing": (referral() | {"entry": [1, None]}, 400, "invalid"),
    "header not first": (bundle("b", [patient(), header()]), 400, "invariant"),
    "another destination": (with_header(destination=[{"endpoint": "x|y"}]), 400, "value"),
    "no destination": (with_header(destination=[]), 400, "required"),
    "unknown definition": (with_header(definition="https://x/y"), 422, "not-supported"),
    "no definition": (with_header(definition=None), 400, "required"),
    "a booking": (
        with_header(definition=f"{NHS}/MessageDefinition/bars-message-booking-request"),
        422, "not-supported",
    ),
    "another event": (with_header(eventCoding={"code": "booking-request"}), 400, "invariant"),
    "another version": (referral() | {"meta": {"versionId": "2.0.0"}}, 422, "not-supported"),
    "no reason": (with_header(reason=None), 400, "value"),
    "another reason": (with_header(reason=code("perhaps")), 400, "value"),
    "focus on nothing": (with_header(focus=[{"reference": "urn:uuid:x"}]), 400, "invariant"),
    "no focus": (with_header(focus=None), 400, "invariant"),
    "a validation": (referral(request=service_request() | {"category": [code("validation")]}),
                     422, "not-supported"),
    "new but revoked": (referral(status="revoked"), 400, "invariant"),
    "new but a draft": (referral(status="draft"), 400, "invariant"),
    "new but on hold": (referral(status="on-hold"), 400, "invariant"),
    "new but unknown": (referral(status="<b>"), 400, "invariant"),
    "no status": (referral(request=service_request() | {"status": None}), 400, "required"),
    "no patient": (without("Patient"), 400, "invariant"),
    "no consent": (without("Consent"), 400, "invariant"),
    "no care plan": (without("CarePlan"), 400, "invariant"),
    "no practitioner": (without("Practitioner"), 400, "invariant"),
    "two patients": (referral(resource("Patient", "two")), 400, "invariant"),
    "a kind without a place": (referral(resource("Appointment", "a")), 400, "invariant"),
    "a short one that goes on": (cancellation("active"), 400, "invariant"),
}  # fmt: skip


@pytest.mark.parametrize("name", FAULTS)
def test_what_is_wrong_is_refused_by_its_code(name):
    body, status, issue = FAULTS[name]
    answer = send(body)
    assert (answer.status_code, issues(answer)[0]) == (
        status, (issue, CANNOT if status == 422 else BAD)
    )  # fmt: skip
    assert not Referral.objects.exists()


@pytest.mark.parametrize(
    "changes",
    [
        {"definition": f"{REFERRAL}|1.0.0"},
        {"focus": {"reference": "ServiceRequest/" + service_request()["id"]}},
        {"destination": {"endpoint": "2000011147"}},
        {"eventCoding": {"code": "servicerequest-request", "display": "anything"}},
    ],
    ids=lambda changes: next(iter(changes)),
)
def test_harmless_ways_of_writing_are_taken(changes):
    assert send(with_header(**changes)).status_code == 200


@pytest.mark.parametrize("version", ["1.0.0-beta", "1.0", "1", "1.3.7", ""])
def test_versions_that_are_taken(version):
    assert send(referral() | {"meta": {"versionId": version}}).status_code == 200


def test_no_refusal_repeats_what_the_message_says():
    body = referral(resource("Martha Keel <b>", "x"), *clinical())
    answer = send(body)
    assert answer.status_code == 400
    assert b"Martha Keel" not in answer.content


def test_every_fault_of_a_message_is_told_at_once():
    body = without("Consent")
    body["entry"] = [e for e in body["entry"] if e["resource"]["resourceType"] != "CarePlan"]
    assert len(issues(send(body))) == 2
