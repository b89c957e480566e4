import json
from uuid import uuid4

import pytest
from django.utils import timezone

from referrals.cipher import seal_bytes
from referrals.exchange.bundles.cardinality import faults_of
from referrals.exchange.outbound.destinations import configured
from referrals.exchange.outbound.received import sender_of
from referrals.exchange.outbound.writing import UPDATED, WITHDRAWN, hear_of, use_context, write
from referrals.models import InboundMessage, OutboxMessage, Outcome
from referrals.triage import services

pytestmark = pytest.mark.django_db
SERVICE = "https://fhir.nhs.uk/Id/dos-service-id"


def outbox(referral, kind):
    return OutboxMessage.objects.get(referral=referral, kind=kind)


def header_of(message, name="https"):
    body = json.loads(write(message, name, configured()[name], uuid4()))
    assert faults_of(body) == []
    return body["entry"][0]["resource"], body["entry"][1]["resource"]


def came_from(referral, endpoint=f"{SERVICE}|555", raw=None):
    header = {"resourceType": "MessageHeader", "source": {"endpoint": endpoint, "name": "Them"}}
    message = {"resourceType": "Bundle", "type": "message", "entry": [{"resource": header}]}
    raw = raw or json.dumps(message).encode()
    kind = "xml" if raw.startswith(b"<") else "json"
    return InboundMessage.objects.create(
        request_id=uuid4(), correlation_id=uuid4(), bundle_id="their-bundle", referral=referral,
        media_type=f"application/fhir+{kind}", sealed_raw=seal_bytes(raw),
        received_at=timezone.now(),
    )  # fmt: skip


@pytest.fixture
def decided(make_referral, triage):
    def run(outcome, service=("", "")):
        referral = make_referral()
        services.decide(referral.reference, outcome, "Because.", triage, 1, service)
        return referral

    return run


def test_what_was_received_goes_out_as_a_new_request(https, make_referral):
    header, asked = header_of(outbox(make_referral(), "referral.received"))
    assert header["reason"]["coding"][0]["code"] == "new"
    assert header["destination"][0]["endpoint"] == f"{SERVICE}|2000099999"
    assert asked["status"] == "active"


def test_an_accepted_referral_goes_out_as_an_update(https, decided):
    header, asked = header_of(outbox(decided(Outcome.ACCEPT), "referral.decided"))
    assert header["reason"]["coding"][0]["code"] == "update"
    assert asked["status"] == "active"


@pytest.mark.parametrize("outcome", [Outcome.DECLINE, Outcome.WITHDRAWN, Outcome.DIED])
def test_a_referral_that_ended_is_withdrawn_where_it_was_sent(https, decided, outcome):
    header, asked = header_of(outbox(decided(outcome), "referral.decided"))
    assert header["definition"].endswith("servicerequest-request-cancelled")
    assert asked["status"] == "revoked"


@pytest.mark.parametrize(("kind", "status"), [(UPDATED, "active"), (WITHDRAWN, "revoked")])
def test_changes_and_withdrawals_from_elsewhere_go_out(https, make_referral, kind, status):
    now = timezone.now()
    message = OutboxMessage(referral=make_referral(), kind=kind, created_at=now, next_try_at=now)
    header, asked = header_of(message)
    assert (header["reason"]["coding"][0]["code"], asked["status"]) == ("update", status)


def test_nobody_outside_hears_of_a_question(https, decided):
    assert hear_of(outbox(decided(Outcome.ASK), "referral.decided"), configured()) == []


def test_a_kind_nobody_knows_is_a_fault(https, make_referral):
    message = OutboxMessage(referral=make_referral(), kind="referral.painted")
    with pytest.raises(LookupError):
        hear_of(message, configured())


@pytest.mark.parametrize(("outcome", "status"), [(Outcome.ACCEPT, "active"),
                                                 (Outcome.DECLINE, "revoked")])  # fmt: skip
def test_who_sent_a_referral_hears_the_decision(https, decided, outcome, status):
    referral = decided(outcome)
    came_from(referral)
    message = outbox(referral, "referral.decided")
    assert hear_of(message, configured()) == ["https", "reply"]
    header, asked = header_of(message, "reply")
    assert header["response"]["identifier"] == "their-bundle"
    assert header["destination"][0]["endpoint"] == f"{SERVICE}|555"
    assert (asked["status"], asked["note"][0]["text"]) == (status, "Because.")


def test_each_reply_tells_its_own_decision_of_its_own_referral(https, make_referral, triage):
    referral, other = make_referral(), make_referral()
    came_from(referral)
    services.decide(referral.reference, Outcome.ASK, "Which team?", triage, 1)
    services.decide(referral.reference, Outcome.ACCEPT, "Fits.", triage, 2)
    services.decide(other.reference, Outcome.DECLINE, "Of another.", triage, 1)
    sent = OutboxMessage.objects.filter(referral=referral, kind="referral.decided").order_by("pk")
    told = [header_of(message, "reply")[1] for message in sent]
    assert [(asked["status"], asked["note"][0]["text"]) for asked in told] == [
        ("on-hold", "Which team?"), ("active", "Fits."),
    ]  # fmt: skip
    assert [hear_of(message, configured()) for message in sent] == [["reply"], ["https", "reply"]]


def test_a_redirection_says_where_to(https, decided):
    referral = decided(Outcome.REDIRECT, ("", "The carers' centre"))
    came_from(referral)
    asked = header_of(outbox(referral, "referral.decided"), "reply")[1]
    assert asked["note"][0]["text"].startswith("Redirected to The carers' centre.")


def test_nothing_goes_back_as_a_request_to_whom_it_came_from(https, settings, decided):
    referral = decided(Outcome.ACCEPT)
    came_from(referral, f"{SERVICE}|2000099999")
    assert hear_of(outbox(referral, "referral.received"), configured()) == []
    assert hear_of(outbox(referral, "referral.decided"), configured()) == ["reply"]


XML = b"""<Bundle xmlns="http://hl7.org/fhir"><type value="message"/>
<entry><resource><MessageHeader><source>
<name value="Them"/><endpoint value="https://fhir.nhs.uk/Id/dos-service-id|555"/>
</source></MessageHeader></resource></entry></Bundle>"""


def test_a_sender_is_read_from_xml_too(make_referral):
    referral = make_referral()
    came_from(referral, raw=XML)
    sender = sender_of(referral)
    assert (sender.party.name, sender.party.service, sender.message) == (
        "Them",
        "555",
        "their-bundle",
    )


@pytest.mark.parametrize("raw", [b"", b"{", b"[]", b"<", b"<a/>", b'{"entry":[{}]}',
    b'<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'])  # fmt: skip
def test_a_message_without_a_sender_has_no_way_back(make_referral, raw):
    referral = make_referral()
    came_from(referral, raw=raw or b" ")
    assert sender_of(referral) is None


@pytest.mark.parametrize(
    ("source", "name"),
    [([{"endpoint": f"{SERVICE}|555", "name": "Them"}], "Them"), ("Them", None),
     ({"endpoint": f"{SERVICE}|555", "name": None}, "The sender"), ({"endpoint": {}}, None)],
    ids=["list", "text", "no name", "no endpoint"],
)  # fmt: skip
def test_a_source_of_any_shape_that_is_accepted_can_be_read(make_referral, source, name):
    referral = make_referral()
    header = {"resourceType": "MessageHeader", "source": source}
    message = {"resourceType": "Bundle", "type": "message", "entry": [{"resource": header}]}
    came_from(referral, raw=json.dumps(message).encode())
    sender = sender_of(referral)
    assert (sender and sender.party.name) == name


def test_our_own_form_has_no_sender(make_referral):
    assert sender_of(make_referral()) is None


def test_the_use_context_is_read_off_the_message(https, make_referral):
    message = outbox(make_referral(), "referral.received")
    body = json.loads(write(message, "https", configured()["https"], uuid4()))
    assert use_context(body) == (
        f"{SERVICE}|2000099999",
        "a7t1|referral|servicerequest-request|new",
    )


def test_no_secret_is_ever_written(https, make_referral):
    secret = {"visit_risk": "yes", "hazard_details": "Dogs that bite", "key_safe_there": "yes",
              "key_safe": "4711 by the door"}  # fmt: skip
    referral = make_referral("specialist-palliative-care", **secret)
    body = write(outbox(referral, "referral.received"), "https", configured()["https"], uuid4())
    assert referral.secrets["key_safe"] == "4711 by the door"
    assert b"4711" not in body
    assert b"Dogs that bite" not in body
