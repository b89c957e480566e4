"""Published examples through the receiver: read alike as JSON and XML, and taken in a message."""

import json
import re

import pytest
from django.urls import reverse
from fhir.resources.R4B.operationoutcome import OperationOutcome

from referrals.cipher import unseal_bytes
from referrals.exchange.bundles.cardinality import declared, ranges
from referrals.exchange.inbound import faults
from referrals.exchange.inbound.faults import Fault
from referrals.exchange.inbound.reading import read
from referrals.exchange.inbound.reading.elements import elements_of
from referrals.models import InboundMessage, Referral
from tests.referrals.exchange.inbound.senders import referral, send, send_xml
from tests.referrals.exchange.published import (
    API,
    MISSING,
    STANDARDS,
    examples,
    examples_of,
    xml_examples,
)

pytestmark = [
    pytest.mark.django_db, pytest.mark.skipif(not STANDARDS.is_dir(), reason=MISSING)
]  # fmt: skip
REFERRED = ranges("servicerequest-request-referral")
MANY = sorted(kind for kind, limits in REFERRED.items() if limits.most is None)
ONE = ["Patient", "ServiceRequest", "Encounter", "CarePlan"]
# The JSON of the package writes the same moment with another offset.
OTHERWISE_PUBLISHED = {"UKCore-DocumentReference-ECG-Example"}
POSTS = [pytest.param(send, id="JSON"), pytest.param(send_xml, id="XML")]


def with_more(more):
    return referral(*more.values())


def with_instead(kind, example):
    """Return a referral with the example in the place of its own resource, under its id."""
    whole = referral()
    for entry in whole["entry"]:
        own = entry["resource"]
        if own["resourceType"] == kind:
            kept = {name: own[name] for name in ("id", "status", "category") if name in own}
            entry["resource"] = example | kept
    return whole


def taken(whole, post, client, triage):
    answer = post(whole)
    assert answer.status_code == 200, answer.content
    made = Referral.objects.get()
    client.force_login(triage)
    assert client.get(reverse("triage_referral", args=[made.reference])).status_code == 200
    raw = bytes(unseal_bytes(InboundMessage.objects.get().sealed_raw))
    assert json.loads(answer.content)["entry"][:-1] == read(raw, post is send_xml)["entry"]
    return made


def test_xml_and_json_of_each_example_are_read_alike():
    pairs = {name: raw for name, raw in xml_examples().items() if name in examples()}
    assert len(pairs) > 50
    for name in pairs.keys() - OTHERWISE_PUBLISHED:
        as_json = read(examples()[name], is_xml=False)
        if elements_of(as_json["resourceType"]):  # AuditEvent never stands in a message
            assert read(pairs[name], is_xml=True) == as_json, name


@pytest.mark.parametrize("post", POSTS)
@pytest.mark.parametrize("kind", MANY)
def test_every_example_of_what_a_referral_may_hold_is_taken(kind, post, client, triage):
    more = examples_of(kind)
    if not more:
        pytest.skip(f"UK Core publishes no example of {kind}")
    taken(with_more(more), post, client, triage)


@pytest.mark.parametrize("post", POSTS)
@pytest.mark.parametrize("kind", ONE)
def test_every_example_of_what_a_referral_holds_once_is_taken(kind, post, client, triage):
    for number, (name, example) in enumerate(examples_of(kind).items()):
        answer = post(
            with_instead(kind, example) | {"id": name}, request=f"r{number}",
            conversation=f"c{number}",
        )  # fmt: skip
        assert answer.status_code == 200, (name, answer.content)
        made = Referral.objects.latest("pk")
        client.force_login(triage)
        shown = client.get(reverse("triage_referral", args=[made.reference]))
        assert shown.status_code == 200
    assert Referral.objects.count() == len(examples_of(kind)) > 0


def test_the_end_of_life_plan_comes_through_in_words():
    plan = examples_of("QuestionnaireResponse")
    send(with_more({name: each for name, each in plan.items() if "EOLPlan" in name}))
    words = Referral.objects.get().answers["other_answers"]
    texts = re.findall(r'"text": *"([^"]+)"', examples()[
        "UKCore-QuestionnaireResponse-EOLPlan-Example"].decode())  # fmt: skip
    assert texts
    assert all(each in words for each in texts)


@pytest.mark.parametrize("post", POSTS)
def test_the_request_as_the_api_shows_it_is_taken(post, client, triage):
    """One thing where the standard has a list, and a name in capitals."""
    shown = json.loads((API / "service_request/id/GET-success.json").read_text())
    taken(with_instead("ServiceRequest", shown), post, client, triage)


def test_each_error_has_the_code_that_the_api_gives_it():
    files = sorted((API / "OperationOutcome/REC").glob("*.json"))
    assert len(files) > 15
    for file in files:
        status = int(file.name[:3])
        issue = json.loads(file.read_text())["issue"][0]
        told = faults.outcome([Fault(status, issue["code"], issue["diagnostics"])])
        assert told["issue"][0] | {"details": ...} == issue | {"details": ...}
        ours, theirs = (one["details"]["coding"][0] for one in (told["issue"][0], issue))
        assert (ours["code"], ours["system"]) == (theirs["code"], theirs["system"])
        assert ours["display"] == f"{status} - {theirs['code']}"


def test_our_outcomes_are_fhir():
    for status in faults.CODES:
        OperationOutcome.model_validate(faults.outcome([Fault(status, "invalid", "why")]))


def test_our_cardinalities_are_those_of_the_definitions():
    files = sorted((STANDARDS / "bars/MessageDefinition").glob("*ServiceRequest*.xml"))
    assert len(files) == 7
    for file in files:
        published = read(file.read_bytes(), is_xml=True)
        ours = declared(published["url"].rpartition("/bars-message-")[2])
        lines = [{**each, "min": int(each["min"])} for each in map(_once, published["focus"])]
        assert ours["focus"] == lines, file.name
        assert ours["event"] == _once(published["eventCoding"])["code"]


def _once(thing):
    """The reader knows no MessageDefinition, so it may have made lists of one."""
    return thing[0] if isinstance(thing, list) else thing
