import base64
import json
import threading
from dataclasses import replace
from unittest.mock import Mock
from uuid import UUID

import pytest
import requests

from referrals.exchange.outbound import https
from referrals.exchange.outbound.configuration import Misconfigured, read
from referrals.exchange.outbound.parcel import Parcel
from referrals.exchange.outbound.verdict import Delivered, Refused, TryAgain
from tests.referrals.exchange.conftest import OUTCOME, Answer

KEY = UUID("0a000000-0000-4000-8000-00000000000a")
CONVERSATION = UUID("0b000000-0000-4000-8000-00000000000b")
PARCEL = Parcel(KEY, CONVERSATION, b'{"a":1}', "", "a7t1|referral|servicerequest-request|new")


def adapter(url, options="target=2000099999"):
    return https.Https(read("REFERRALS_SEND_HTTPS", f"{url}#{options}", https.OPTIONS))


def opened(header):
    return json.loads(base64.b64decode(header))


def test_the_headers_are_those_of_the_standard(receiver, settings):
    settings.REFERRALS_ORGANISATION_ODS = "W0V01"
    assert adapter(receiver.url).send(PARCEL) == Delivered()
    headers, body = receiver.got[0]
    assert body == PARCEL.body
    assert (headers["X-Request-Id"], headers["X-Correlation-Id"]) == (str(KEY), str(CONVERSATION))
    assert headers["Accept"] == headers["Content-Type"] == "application/fhir+json; version=1.4.0"
    assert headers["use-context"] == PARCEL.use_context
    assert opened(headers["NHSD-Target-Identifier"]) == {
        "value": "2000099999",
        "system": "https://fhir.nhs.uk/Id/dos-service-id",
    }
    assert opened(headers["NHSD-End-User-Organisation"]) == {
        "resourceType": "Organization",
        "identifier": [
            {"system": "https://fhir.nhs.uk/Id/ods-organization-code", "value": "W0V01"}
        ],
        "name": settings.REFERRALS_ORGANISATION_NAME,
    }
    assert opened(headers["NHSD-Requesting-Software"]) == {
        "resourceType": "Device",
        "deviceName": [{"name": "Front Door", "type": "manufacturer-name"}],
        "version": [{"value": "1"}],
    }


def test_a_message_for_another_service_names_that_service(receiver):
    to_them = Parcel(KEY, CONVERSATION, b"{}", "https://x.example/Id/own|77")
    adapter(receiver.url).send(to_them)
    target = opened(receiver.got[0][0]["NHSD-Target-Identifier"])
    assert target == {"value": "77", "system": "https://x.example/Id/own"}


def test_a_token_is_read_from_its_file_at_each_try(receiver, tmp_path):
    file = tmp_path / "token"
    way_out = adapter(receiver.url, f"target=1&token_file={file}")
    for token in ("one", "two"):
        file.write_text(token + "\n")
        way_out.send(PARCEL)
    assert [got[0]["Authorization"] for got in receiver.got] == ["Bearer one", "Bearer two"]


@pytest.mark.parametrize(
    ("answer", "verdict"),
    [
        (Answer(200), Delivered()),
        (Answer(202), Delivered()),
        (Answer(409, OUTCOME % "duplicate"), Delivered()),
        (Answer(409, OUTCOME % "conflict"), Refused("409 conflict")),
        (Answer(409, "<html>"), TryAgain("409")),
        (Answer(425, headers={"Retry-After": "7"}), TryAgain("425", 7.0)),
        (Answer(429, headers={"Retry-After": "60"}), TryAgain("429", 60.0, down=True)),
        (Answer(503), TryAgain("503", down=True)),
        (Answer(408), TryAgain("408")),
        (Answer(500), TryAgain("500")),
        (Answer(504), TryAgain("504")),
        (Answer(401), TryAgain("401")),
        (Answer(400, OUTCOME % "invariant"), Refused("400 invariant")),
        (Answer(422, OUTCOME % "not-supported"), Refused("422 not-supported")),
        (Answer(404), Refused("404")),
        (Answer(302, headers={"Location": "http://127.0.0.1:1/"}), Refused("302")),
    ],
    ids=lambda value: f"{value.status}-{value.body[:4]}" if isinstance(value, Answer) else "",
)
def test_each_answer_means_what_the_standard_says(receiver, answer, verdict):
    receiver.answers = [answer]
    assert adapter(receiver.url).send(PARCEL) == verdict


@pytest.mark.parametrize(
    "headers", [{}, {"X-Request-Id": str(CONVERSATION)}], ids=["none", "other"]
)
def test_an_answer_that_does_not_name_our_message_is_no_proof(receiver, headers):
    receiver.answers = [Answer(200, echo=False, headers=headers)]
    assert isinstance(adapter(receiver.url).send(PARCEL), TryAgain)


def test_nothing_of_what_the_receiver_says_about_the_person_is_kept(receiver):
    words = '{"resourceType":"OperationOutcome","issue":[{"code":"Mrs Keel","diagnostics":"x"}]}'
    receiver.answers = [Answer(400, words)]
    assert adapter(receiver.url).send(PARCEL) == Refused("400")


ISSUES = '{"resourceType":"OperationOutcome","issue":%s}'


@pytest.mark.parametrize(
    "body",
    [
        "[]",
        "1",
        ISSUES % "3",
        ISSUES % '[1,{"details":[]}]',
        ISSUES % '[{"details":{"coding":[2]}}]',
    ],
)
def test_no_answer_however_odd_makes_it_fail(receiver, body):
    receiver.answers = [Answer(400, body)]
    assert adapter(receiver.url).send(PARCEL) == Refused("400")


def test_a_receiver_that_hangs_is_given_up_for_now(receiver, monkeypatch):
    monkeypatch.setattr(https, "READ_SECONDS", 0.2)
    hanging = threading.Event()
    receiver.answers = [Answer(200, wait=hanging)]
    verdict = adapter(receiver.url).send(PARCEL)
    hanging.set()
    assert verdict == TryAgain("No answer: ReadTimeout", down=True)


def test_an_answer_that_drips_does_not_outlast_the_lease(receiver, monkeypatch):
    monkeypatch.setattr(https, "WHOLE_SECONDS", -1)
    assert adapter(receiver.url).send(PARCEL) == TryAgain("No answer: Timeout", down=True)


def test_an_endless_answer_is_not_read(receiver, monkeypatch):
    monkeypatch.setattr(https, "MOST_MORE_BYTES", 100)
    receiver.answers = [Answer(200, "x" * 100_000)]
    assert adapter(receiver.url).send(PARCEL) == TryAgain("No answer: Timeout", down=True)


def test_an_answer_may_be_as_long_as_our_message(receiver, monkeypatch):
    """A receiver answers with the message as it came, files and all."""
    monkeypatch.setattr(https, "MOST_MORE_BYTES", 100)
    receiver.answers = [Answer(200, "x" * 100_000)]
    long = replace(PARCEL, body=b" " * 100_000)
    assert adapter(receiver.url).send(long) == Delivered()


def test_nobody_there_is_tried_again():
    verdict = adapter("http://127.0.0.1:9/").send(PARCEL)
    assert verdict == TryAgain("No answer: ConnectionError", down=True)


def test_health_data_never_leaves_unprotected():
    with pytest.raises(Misconfigured, match="must begin with https"):
        adapter("http://receiver.example/")


@pytest.mark.parametrize("here", ["http://localhost:9/", "http://127.0.0.1:9/", "http://[::1]:9/"])
def test_this_machine_alone_is_reached_without_protection(here):
    assert adapter(here).configuration.address == here


@pytest.mark.parametrize(
    ("options", "cert", "verify"),
    [("target=1", None, True), ("certificate=/a.pem&authority=/ca.pem", "/a.pem", "/ca.pem")],
)
def test_both_ends_are_proven_by_what_is_configured(monkeypatch, options, cert, verify):
    post = Mock(side_effect=requests.ConnectionError)
    monkeypatch.setattr(requests, "post", post)
    adapter("https://receiver.example/", options).send(PARCEL)
    asked = post.call_args.kwargs
    assert (asked["cert"], asked["verify"], asked["allow_redirects"]) == (cert, verify, False)


def test_an_option_nobody_knows_is_a_fault():
    with pytest.raises(Misconfigured, match="pasword is not understood"):
        adapter("https://receiver.example/", "pasword=1")
