"""Only configured systems may send, and without any there is no such address."""

from unittest.mock import patch

import pytest
from django.core.checks import run_checks
from django.test import Client

from referrals.models import InboundMessage
from tests.referrals.exchange.inbound.senders import (
    BASE,
    OTHER_TOKEN,
    SERVICE,
    TOKEN,
    digest,
    headers,
    issues,
    referral,
    send,
)

pytestmark = pytest.mark.django_db
ADDRESSES = ["$process-message", "$validate", "metadata", "ServiceRequest/x", "anything/else", ""]
FINGERPRINT = digest("a certificate")


@pytest.mark.parametrize("to", ADDRESSES)
def test_without_callers_there_is_nothing(settings, to):
    settings.BARS_RECEIVER_TOKENS = []
    assert Client().post(f"{BASE}/{to}").status_code == 404
    assert Client().get(f"{BASE}/{to}").status_code == 404


def test_without_a_service_there_is_nothing(settings):
    settings.BARS_RECEIVER_SERVICE_IDS = []
    assert send(referral()).status_code == 404


@pytest.mark.parametrize("to", ADDRESSES)
@pytest.mark.parametrize("token", ["", "Bearer wrong", "Bearer", "Basic eA==", "Bearer é"])
def test_nobody_unknown_comes_in(to, token):
    method = Client().get if to in ("metadata", "ServiceRequest/x") else Client().post
    answer = method(f"{BASE}/{to}", headers=headers(Authorization=token))
    assert (answer.status_code, issues(answer)) == (401, [("forbidden", "REC_UNAUTHORIZED")])
    assert answer["WWW-Authenticate"] == "Bearer"
    assert not InboundMessage.objects.exists()


@pytest.mark.parametrize("token", [TOKEN, OTHER_TOKEN])
def test_each_token_opens(token):
    assert send(referral(), Authorization=f"bearer {token}").status_code == 200


def test_a_token_can_be_changed_without_a_gap(settings):
    settings.BARS_RECEIVER_TOKENS = [f"record:{digest('new')}", f"record:{digest('old')}"]
    assert send(referral(), request="1", Authorization="Bearer old").status_code == 200
    again = send(referral(), request="1", Authorization="Bearer new")
    assert issues(again) == [("duplicate", "REC_CONFLICT")]


@pytest.mark.parametrize("shown", [FINGERPRINT, FINGERPRINT.upper()])
def test_a_certificate_that_the_proxy_checked_opens(settings, shown):
    settings.BARS_RECEIVER_CERTIFICATES = [f"record:{FINGERPRINT}"]
    settings.BARS_RECEIVER_CERTIFICATE_HEADER = "X-Client-Sha256"
    more = {"Authorization": "", "X-Client-Sha256": shown}
    assert send(referral(), **more).status_code == 200


def test_without_a_named_header_nobody_shows_a_certificate(settings):
    settings.BARS_RECEIVER_CERTIFICATES = [f"record:{FINGERPRINT}"]
    more = {"Authorization": "", "X-Client-Sha256": FINGERPRINT}
    assert send(referral(), **more).status_code == 401


def test_a_digest_is_no_token():
    assert send(referral(), Authorization=f"Bearer {digest(TOKEN)}").status_code == 401


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"BARS_RECEIVER_TOKENS": ["record:short"]}, "sha256"),
        (
            {
                "BARS_RECEIVER_CERTIFICATES": ["record:short"],
                "BARS_RECEIVER_CERTIFICATE_HEADER": "X-Client-Sha256",
            },
            "sha256",
        ),
        ({"BARS_RECEIVER_SERVICE_IDS": []}, "BARS_RECEIVER_SERVICE_IDS"),
        ({"BARS_RECEIVER_CERTIFICATES": [f"a:{FINGERPRINT}"]}, "BARS_RECEIVER_CERTIFICATE_HEADER"),
    ],
)
def test_wrong_settings_stop_the_start(settings, changes, words):
    for name, value in changes.items():
        setattr(settings, name, value)
    faults = [each.msg for each in run_checks() if each.id == "referrals.E004"]
    assert words in " ".join(faults)


def test_right_settings_are_fine(settings):
    assert settings.BARS_RECEIVER_SERVICE_IDS == [SERVICE]
    assert not [each for each in run_checks() if each.id == "referrals.E004"]


@pytest.mark.parametrize(
    ("method", "to"),
    [
        ("get", "$process-message"), ("put", "$process-message"), ("delete", "$process-message"),
        ("get", "$validate"), ("post", "metadata"), ("post", "ServiceRequest/x"),
        ("patch", "ServiceRequest/x"),
    ],
)  # fmt: skip
def test_another_method_is_refused_in_fhir(method, to):
    answer = getattr(Client(), method)(f"{BASE}/{to}", headers=headers())
    assert (answer.status_code, issues(answer)) == (
        405, [("not-supported", "REC_METHOD_NOT_ALLOWED")]
    )  # fmt: skip
    assert answer["Allow"] in ("GET", "POST")


@pytest.mark.parametrize(
    "to", ["Slot", "Appointment/1", "ServiceRequest", "DocumentReference/1", "Endpoint/a/b"]
)
@pytest.mark.parametrize("method", ["get", "post", "delete"])
def test_a_part_of_bars_that_we_lack_is_said_to_be(to, method):
    answer = getattr(Client(), method)(f"{BASE}/{to}", headers=headers())
    assert (answer.status_code, issues(answer)) == (
        501, [("not-supported", "REC_NOT_IMPLEMENTED")]
    )  # fmt: skip


@pytest.mark.parametrize("to", ["Slots", "Patient/1", "", "a/b/c/"])
def test_what_is_not_there_is_said_in_fhir(to):
    answer = Client().get(f"{BASE}/{to}", headers=headers())
    assert (answer.status_code, issues(answer)) == (404, [("not-found", "REC_NOT_FOUND")])


def test_too_much_is_refused_in_fhir(settings):
    settings.BARS_RECEIVER_BYTES = 2_000_000
    answer = send(b"x" * 2_000_001)
    assert (answer.status_code, issues(answer)) == (413, [("too-costly", "REC_BAD_REQUEST")])


def test_a_fault_of_ours_is_an_answer_too():
    where = "referrals.exchange.inbound.views.process"
    with patch(where, side_effect=RuntimeError("Martha Keel")):
        answer = send(referral())
    assert (answer.status_code, issues(answer)) == (500, [("exception", "REC_SERVER_ERROR")])
    assert b"Keel" not in answer.content
