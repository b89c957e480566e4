"""Senders ask what a message must hold before they write one."""

import json

import pytest
from django.test import Client
from fhir.resources.R4B.bundle import Bundle

from referrals.exchange.bundles.cardinality import ranges
from tests.referrals.exchange.inbound.senders import BASE, SERVICE, SERVICES, headers, referral

pytestmark = pytest.mark.django_db
USE_CASE = "https://fhir.nhs.uk/CodeSystem/usecases-categories-bars|a4t3"


def told(*contexts):
    answer = Client().get(
        f"{BASE}/MessageDefinition", {"context": contexts}, headers=headers()
    )  # fmt: skip
    assert answer.status_code == 200
    Bundle.model_validate_json(answer.content)
    return json.loads(answer.content)


@pytest.mark.parametrize(
    "contexts", [(f"{SERVICES}|{SERVICE}", USE_CASE), (SERVICE,), (USE_CASE,), ()],
    ids=["service and use case", "a bare number", "use case alone", "nothing"],
)  # fmt: skip
def test_each_message_that_we_take_is_told_with_what_it_must_hold(contexts):
    found = told(*contexts)
    asked = {entry["resource"]["url"]: entry["resource"] for entry in found["entry"]}
    assert found["total"] == len(asked) == 4
    wanted = asked[referral()["entry"][0]["resource"]["definition"]]
    assert wanted["eventCoding"]["code"] == "servicerequest-request"
    needed = {line["code"] for line in wanted["focus"] if line["min"]}
    limits = ranges("servicerequest-request-referral")
    assert needed == {kind for kind in limits if limits[kind].least}


@pytest.mark.parametrize("context", [f"{SERVICES}|2000099999", "2000099999"])
def test_nothing_is_told_of_a_service_that_is_not_ours(context):
    found = told(context, USE_CASE)
    assert found["total"] == 0
    assert "entry" not in found
