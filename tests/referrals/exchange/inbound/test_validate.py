"""Checking a message: every fault at once, and nothing kept."""

import json

import pytest
from django.test import Client

from referrals.models import InboundMessage, Referral
from tests.referrals.exchange.inbound.senders import (
    BASE,
    clinical,
    header,
    headers,
    patient,
    referral,
    send,
    send_xml,
)

pytestmark = pytest.mark.django_db


def found(body, post=send):
    answer = post(body, to="$validate")
    assert answer.status_code == 200, answer.content
    outcome = json.loads(answer.content)
    assert outcome["resourceType"] == "OperationOutcome"
    return [(each["severity"], each["code"]) for each in outcome["issue"]]


def right():
    number = {"system": "https://fhir.nhs.uk/Id/nhs-number", "value": "9990000018"}
    return referral(*clinical(), patient=patient(identifier=[number]))


@pytest.mark.parametrize("post", [send, send_xml], ids=["JSON", "XML"])
def test_a_sound_message_has_no_faults(post):
    assert found(right(), post) == [("information", "informational")]


def test_every_fault_is_told():
    body = referral(header=header() | {"definition": "https://x", "destination": []})
    assert found(body)[:2] == [("error", "required"), ("error", "not-supported")]


def test_what_is_odd_is_a_warning():
    odd = patient(birthDate="1948", name=[])
    assert found(referral(patient=odd)) == [
        ("information", "informational"), *[("warning", "business-rule")] * 3,
    ]  # fmt: skip


def test_what_cannot_be_read_is_a_finding():
    assert found(b"{") == [("error", "invalid")]


def test_nothing_is_kept():
    found(right())
    assert not InboundMessage.objects.exists()
    assert not Referral.objects.exists()


def test_it_says_what_it_can_do():
    answer = Client().get(f"{BASE}/metadata", headers=headers())
    told = json.loads(answer.content)
    assert told["resourceType"] == "CapabilityStatement"
    assert told["fhirVersion"] == "4.0.1"
    assert told["implementation"]["url"] == "http://testserver/exchange/FHIR/R4"
    messages = told["messaging"][0]["supportedMessage"]
    assert any(each["definition"].endswith("servicerequest-request-referral") for each in messages)
