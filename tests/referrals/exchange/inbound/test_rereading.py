"""A sender reads its request again before it cancels."""

import json

import pytest
from django.test import Client

from referrals.models import AuditEvent, Outcome, Referral
from referrals.triage import services
from tests.referrals.exchange.inbound.senders import (
    BASE,
    OTHER_TOKEN,
    cancellation,
    guid,
    headers,
    issues,
    referral,
    send,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def sent():
    send(referral())
    return Referral.objects.get()


def get(name, **more):
    return Client().get(f"{BASE}/ServiceRequest/{name}", headers=headers("again", **more))


@pytest.mark.parametrize("name", [guid("service request"), "CASE-7"])
def test_it_is_found_by_its_id_or_number(sent, name):
    answer = get(name)
    assert answer.status_code == 200
    found = json.loads(answer.content)
    assert (found["resourceType"], found["status"]) == ("ServiceRequest", "active")
    assert found["id"] == guid("service request")


def test_it_is_found_by_our_reference(sent):
    assert get(sent.reference).status_code == 200


def test_it_is_found_in_a_conversation_of_its_own(sent):
    """BaRS Core has senders read under ids of their own, and cancel under the referral's."""
    for name in (guid("service request"), sent.reference):
        answer = get(name, conversation="of the reading")
        assert answer.status_code == 200
        assert answer["X-Correlation-Id"] == guid("of the reading")


def test_who_reads_it_stands_in_the_trail(sent):
    get(sent.reference)
    assert AuditEvent.objects.get(action="read by sender").referral == sent


@pytest.mark.parametrize("status", ["revoked", "entered-in-error"])
def test_it_says_that_it_was_withdrawn(sent, status):
    send(cancellation(status), request="second")
    assert json.loads(get("CASE-7").content)["status"] == status


@pytest.mark.parametrize(
    ("outcome", "status"), [(Outcome.ACCEPT, "active"), (Outcome.DECLINE, "completed")]
)
def test_it_says_what_became_of_it(sent, triage, outcome, status):
    services.decide(sent.reference, outcome, "Because.", triage, 1)
    assert json.loads(get("CASE-7").content)["status"] == status


@pytest.mark.parametrize(
    ("name", "more"),
    [
        ("unknown", {}), ("CASE-7", {"conversation": "another"}),
        (guid("service request"), {"Authorization": f"Bearer {OTHER_TOKEN}"}),
        ("CASE-7", {"Authorization": f"Bearer {OTHER_TOKEN}"}),
    ],
    ids=["another id", "a number in another conversation", "another system", "its number"],
)  # fmt: skip
def test_nothing_else_is_found(sent, name, more):
    answer = get(name, **more)
    assert (answer.status_code, issues(answer)) == (404, [("not-found", "REC_NOT_FOUND")])
