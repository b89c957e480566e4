"""The headers of BaRS: what is missing or malformed is said, and both ids always come back."""

import json

import pytest

from referrals.exchange.inbound.reading import read
from referrals.models import InboundMessage, Referral
from tests.referrals.exchange.inbound.senders import (
    NHS,
    SERVICE,
    SERVICES,
    UK_CORE,
    encoded,
    guid,
    issues,
    referral,
    send,
)

pytestmark = pytest.mark.django_db
BAD = "REC_BAD_REQUEST"
ENCODED = ["NHSD-Target-Identifier", "NHSD-End-User-Organisation", "NHSD-Requesting-Software"]


@pytest.mark.parametrize("name", ["X-Request-Id", "X-Correlation-Id", *ENCODED])
def test_each_header_is_needed(name):
    answer = send(referral(), **{name: ""})
    assert answer.status_code == 400
    assert issues(answer) == [("required", BAD)]
    assert not InboundMessage.objects.exists()


@pytest.mark.parametrize("name", ["X-Request-Id", "X-Correlation-Id"])
@pytest.mark.parametrize("text", ["1", "not-a-guid", "{}", guid("a") + "0", "é"])
def test_an_id_that_is_no_guid_is_invalid(name, text):
    answer = send(referral(), **{name: text})
    assert answer.status_code == 400
    assert issues(answer) == [("invalid", BAD)]


def test_all_that_is_wrong_with_the_ids_is_said_at_once():
    answer = send(referral(), **{"X-Request-Id": "", "X-Correlation-Id": "x"})
    assert issues(answer) == [("required", BAD), ("invalid", BAD)]


@pytest.mark.parametrize("name", [*ENCODED, "NHSD-Requesting-Practitioner"])
@pytest.mark.parametrize("text", ["%%%", "bm90IGpzb24=", "W10=", "A" * 20_000, encoded("text")])
def test_what_should_be_an_object_in_base64_is_invalid_otherwise(name, text):
    answer = send(referral(), **{name: text})
    assert (answer.status_code, issues(answer)) == (400, [("invalid", BAD)])


def test_base64_without_padding_is_read():
    target = encoded({"value": SERVICE, "system": SERVICES}).rstrip("=")
    assert send(referral(), **{"NHSD-Target-Identifier": target}).status_code == 200


@pytest.mark.parametrize("value", ["2000099999", "", "W0V01"])
def test_another_target_is_not_ours(value):
    target = encoded({"value": value, "system": SERVICES})
    answer = send(referral(), **{"NHSD-Target-Identifier": target})
    assert (answer.status_code, issues(answer)) == (400, [("value", BAD)])
    assert not Referral.objects.exists()


@pytest.mark.parametrize("text", ["", "anything at all", "a|b|c"])
def test_the_use_context_is_for_statistics_alone(text):
    assert send(referral(), **{"use-context": text}).status_code == 200


@pytest.mark.parametrize(
    ("accept", "status"),
    [
        ("", 200), ("*/*", 200), ("application/fhir+json", 200), ("application/json", 200),
        ("application/fhir+json; version=1.1.0", 200), ("application/fhir+xml", 200),
        ("application/fhir+json; version=2.0.0", 422), ("text/html", 406), ("image/png", 406),
    ],
)  # fmt: skip
def test_formats_and_versions_that_we_answer_in(accept, status):
    assert send(referral(), Accept=accept).status_code == status


@pytest.mark.parametrize(
    ("kind", "status"),
    [
        ("application/fhir+json", 200), ("application/json", 200),
        ("application/fhir+json; charset=utf-8; version=1.4.0", 200),
        ("application/fhir+json; charset=latin-1", 415), ("text/plain", 415),
        ("multipart/form-data; boundary=x", 415), ("", 415),
    ],
)  # fmt: skip
def test_formats_that_we_read(kind, status):
    assert send(referral(), kind=kind).status_code == status


def test_a_refusal_says_by_code_and_in_words_what_is_wrong():
    answer = send(referral(), **{"X-Request-Id": ""})
    assert json.loads(answer.content) == {
        "resourceType": "OperationOutcome",
        "meta": {"profile": [f"{UK_CORE}/StructureDefinition/UKCore-OperationOutcome"]},
        "issue": [{
            "severity": "error", "code": "required",
            "details": {"coding": [{"system": f"{NHS}/Codesystem/http-error-codes", "code": BAD,
                                    "display": f"400 - {BAD}"}]},
            "diagnostics": "X-Request-Id is missing.",
        }],
    }  # fmt: skip


@pytest.mark.parametrize("id", [guid("request"), ""], ids=["taken", "refused"])
def test_who_asks_for_xml_is_answered_in_xml_and_nothing_is_cached(id):
    answer = send(referral(), Accept="application/fhir+xml", **{"X-Request-Id": id})
    assert answer["Content-Type"] == "application/fhir+xml; charset=utf-8"
    kind = "Bundle" if id else "OperationOutcome"
    assert read(answer.content, is_xml=True)["resourceType"] == kind
    assert answer["Cache-Control"] == "no-store"


def test_both_ids_come_back_with_a_refusal_too():
    answer = send(b"{", Accept="text/html")
    assert answer["X-Request-Id"] == guid("request")
    assert answer["X-Correlation-Id"] == guid("conversation")


@pytest.mark.parametrize("text", ["x", "a b", "x" * 101])
def test_an_odd_id_never_breaks_the_answer(text):
    answer = send(referral(), **{"X-Request-Id": text})
    assert answer.status_code == 400
    assert answer.get("X-Request-Id", "") in ("", text)
