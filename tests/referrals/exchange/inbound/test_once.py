"""An id is done once: what a second request with the same id gets, whatever became of the first."""

import json
from datetime import timedelta
from unittest.mock import patch

import pytest
from django.db import OperationalError
from django.utils import timezone

from referrals.cipher import unseal
from referrals.models import AuditEvent, InboundMessage, Referral
from tests.referrals.exchange.inbound.senders import (
    OTHER_TOKEN,
    encoded,
    header,
    issues,
    referral,
    send,
)

pytestmark = pytest.mark.django_db
ACT = "referrals.exchange.inbound.processing.act"


def test_a_message_that_was_processed_is_a_duplicate():
    send(referral())
    answer = send(referral())
    assert (answer.status_code, issues(answer)) == (409, [("duplicate", "REC_CONFLICT")])
    assert Referral.objects.count() == 1


def test_a_message_in_work_is_too_early():
    send(referral())
    InboundMessage.objects.update(finished_at=None, status=None)
    answer = send(referral())
    assert (answer.status_code, issues(answer)) == (425, [("duplicate", "REC_TOO_EARLY")])
    assert answer["Retry-After"]


def test_a_message_whose_worker_died_is_taken_up_again():
    send(referral())
    long_ago = timezone.now() - timedelta(minutes=2)
    InboundMessage.objects.update(finished_at=None, status=None, received_at=long_ago)
    assert send(referral()).status_code == 200
    assert Referral.objects.count() == 1
    assert InboundMessage.objects.get().status == 200


def test_a_refusal_is_given_again_word_for_word():
    wrong = referral(header=header("new", "https://example.org/unknown"))
    first, second = send(wrong), send(referral())
    assert (first.status_code, second.status_code) == (422, 422)
    assert first.content == second.content
    assert not Referral.objects.exists()


def test_the_answer_is_kept_sealed():
    answer = send(referral())
    assert unseal(InboundMessage.objects.get().sealed_answer) == json.loads(answer.content)


@pytest.mark.parametrize(
    ("error", "status", "code"),
    [
        (OperationalError("busy"), 503, "REC_SERVICE_UNAVAILABLE"),
        (RuntimeError("broken"), 500, "REC_SERVER_ERROR"),
    ],
    ids=["busy", "broken"],
)
def test_what_failed_here_can_be_sent_again(error, status, code):
    with patch(ACT, side_effect=error):
        answer = send(referral())
    assert (answer.status_code, issues(answer)[0][1]) == (status, code)
    assert not Referral.objects.exists()
    assert send(referral()).status_code == 200
    assert Referral.objects.count() == 1


def test_what_takes_too_long_leaves_nothing(settings):
    settings.BARS_RECEIVER_SECONDS = -1
    answer = send(referral())
    assert (answer.status_code, issues(answer)) == (408, [("timeout", "REC_TIMEOUT")])
    assert not Referral.objects.exists()
    assert not AuditEvent.objects.exists()
    settings.BARS_RECEIVER_SECONDS = 5
    assert send(referral()).status_code == 200


def test_the_id_is_stored_even_if_the_body_is_nonsense():
    assert send(b"nonsense").status_code == 400
    row = InboundMessage.objects.get()
    assert (row.status, row.referral) == (400, None)


def test_an_id_of_one_system_tells_nothing_to_another():
    send(referral())
    answer = send(referral(), Authorization=f"Bearer {OTHER_TOKEN}")
    assert (answer.status_code, issues(answer)) == (409, [("conflict", "REC_CONFLICT")])


def test_who_sent_it_is_kept_and_their_token_is_not():
    more = {"NHSD-Requesting-Practitioner": encoded({"name": "Ines Hale"}), "User-Agent": "Record"}
    send(referral(), **more)
    kept = unseal(InboundMessage.objects.get().sealed_headers)
    assert kept["caller"] == "the record"
    assert set(kept["headers"]) == {
        "NHSD-Target-Identifier", "NHSD-End-User-Organisation", "NHSD-Requesting-Software",
        "use-context", "Accept", "Content-Type", *more,
    }  # fmt: skip
    assert kept["headers"].items() >= more.items()


def test_a_database_that_is_away_asks_for_patience():
    where = "referrals.exchange.inbound.keeping.InboundMessage.objects.create"
    with patch(where, side_effect=OperationalError("locked")):
        answer = send(referral())
    assert (answer.status_code, issues(answer)[0][0]) == (503, "transient")
    assert answer["Retry-After"] == "10"
