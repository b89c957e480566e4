import json
from datetime import timedelta
from unittest.mock import Mock

import pytest
from django.utils import timezone

from referrals import retention
from referrals.cipher import unseal_bytes
from referrals.exchange.outbound import delivering, spreading
from referrals.exchange.outbound.backoff import MOST_TRIES
from referrals.exchange.outbound.claiming import LEASE, claim, settle
from referrals.exchange.outbound.configuration import Misconfigured
from referrals.exchange.outbound.delivering import deliver_due
from referrals.exchange.outbound.destinations import configured
from referrals.exchange.outbound.verdict import Delivered, Refused, TryAgain
from referrals.models import AuditEvent, OutboxMessage, Outcome, Referral
from referrals.triage import services
from tests.referrals.exchange.conftest import OUTCOME, Answer

pytestmark = pytest.mark.django_db


def sent_to(name="https"):
    return OutboxMessage.objects.get(destination=name)


def ids(receiver):
    return [headers["X-Request-Id"] for headers, _ in receiver.got]


def test_with_no_destination_all_is_settled_at_once(make_referral):
    referral = make_referral()
    assert deliver_due() == 0
    message = OutboxMessage.objects.get()
    assert message.delivered_at
    assert message.sealed_body == b""
    assert Referral.objects.get() == referral


def test_then_nothing_keeps_the_referral_from_its_end(make_referral, triage):
    referral = make_referral()
    services.decide(referral.reference, Outcome.DECLINE, "Because.", triage, 1)
    deliver_due()
    assert list(retention.due(timezone.now() + timedelta(days=9999))) == [referral]


def test_a_referral_is_delivered_and_that_is_recorded(https, make_referral):
    referral = make_referral()
    assert deliver_due() == 1
    message = sent_to()
    assert message.delivered_at
    assert (message.attempts, message.problem) == (1, "")
    headers, body = https.got[0]
    assert headers["X-Request-Id"] == str(message.key)
    assert headers["X-Correlation-Id"] == str(referral.correlation_id)
    assert body == unseal_bytes(message.sealed_body)
    event = AuditEvent.objects.get(action="delivered")
    assert event.detail == {"to": "https", "message": str(message.key)}
    assert deliver_due() == 0


def test_what_waits_in_the_outbox_is_sealed(https, make_referral):
    https.answers = [Answer(503)]
    make_referral()
    deliver_due()
    assert b"Keel" not in bytes(sent_to().sealed_body)


def test_a_retry_sends_the_same_bytes_under_the_same_id(https, make_referral, make_due):
    https.answers = [Answer(503), Answer(425), Answer(200)]
    referral = make_referral()
    for _ in range(3):
        deliver_due()
        Referral.objects.filter(pk=referral.pk).update(due_at=timezone.now())
        make_due()
    assert len(set(ids(https))) == 1
    assert len({body for _, body in https.got}) == 1
    assert sent_to().attempts == 3
    assert sent_to().delivered_at


def test_a_failed_try_says_why_and_waits(https, make_referral):
    https.answers = [Answer(429, headers={"Retry-After": "600"})]
    make_referral()
    deliver_due()
    message = sent_to()
    assert message.problem == "429"
    assert message.next_try_at > timezone.now() + timedelta(seconds=590)
    assert deliver_due() == 0


def test_what_is_refused_is_given_up_at_once(https, make_referral):
    https.answers = [Answer(422, OUTCOME % "not-supported")]
    referral = make_referral()
    deliver_due()
    assert sent_to().given_up_at
    assert sent_to().problem == "422 not-supported"
    assert AuditEvent.objects.get(action="delivery given up").referral_id == referral.reference


def test_what_fails_for_days_is_given_up_and_never_deleted_by_age(
    https, make_referral, make_due, triage
):
    https.answers = [Answer(500)]
    referral = make_referral()
    for _ in range(MOST_TRIES + 2):
        deliver_due()
        make_due()
    assert len(https.got) == MOST_TRIES
    assert sent_to().given_up_at
    services.decide(referral.reference, Outcome.DECLINE, "Because.", triage, 1)
    assert not retention.due(timezone.now() + timedelta(days=9999)).exists()


def test_the_receiver_having_it_already_is_proof(https, make_referral):
    https.answers = [Answer(409, OUTCOME % "duplicate")]
    make_referral()
    deliver_due()
    assert sent_to().delivered_at


def test_nobody_hears_of_the_end_before_the_beginning(https, make_referral, triage, make_due):
    https.answers = [Answer(503), Answer(200)]
    referral = make_referral()
    deliver_due()
    services.decide(referral.reference, Outcome.DECLINE, "Because.", triage, 1)
    deliver_due()
    assert len(https.got) == 1
    make_due()
    deliver_due()
    definitions = [json.loads(body)["entry"][0]["resource"]["definition"] for _, body in https.got]
    assert [name.rpartition("-")[2] for name in definitions] == [
        "referral",
        "referral",
        "cancelled",
    ]


def test_a_destination_that_is_down_is_left_alone_for_the_turn(https, make_referral):
    https.answers = [Answer(503)]
    for _ in range(3):
        make_referral()
    assert deliver_due() == 1


def test_one_destination_that_is_down_does_not_stop_the_other(
    https, make_referral, settings, tmp_path
):
    (tmp_path / "key").write_text("dGVzdHMtb25seS10ZXN0cy1vbmx5LXRlc3RzLW9ubHk=")
    settings.REFERRALS_SEND_FILES = f"{tmp_path}#key_file={tmp_path / 'key'}"
    https.answers = [Answer(503)]
    make_referral()
    deliver_due()
    assert sent_to("files").delivered_at
    assert sent_to("https").delivered_at is None


def test_one_that_hangs_holds_up_no_other(https, make_referral, settings, tmp_path, monkeypatch):
    """However many messages stand before it for the one that takes the whole of a turn."""
    (tmp_path / "key").write_text("dGVzdHMtb25seS10ZXN0cy1vbmx5LXRlc3RzLW9ubHk=")
    settings.REFERRALS_SEND_FILES = f"{tmp_path}#key_file={tmp_path / 'key'}"
    for _ in range(3):
        make_referral()
    clock = [0.0]

    def attempt(message, destination):
        if message.destination == "files":
            return Delivered()
        clock[0] += delivering.SECONDS
        return TryAgain("hangs")

    monkeypatch.setattr(delivering, "time", Mock(monotonic=lambda: clock[0]))
    monkeypatch.setattr(delivering, "attempt", attempt)
    assert deliver_due() == 4
    assert not OutboxMessage.objects.filter(destination="files", delivered_at=None).exists()


def test_a_clock_that_ran_ahead_holds_nothing_up(https, make_referral):
    make_referral()
    https.answers = [Answer(503), Answer()]
    deliver_due()
    OutboxMessage.objects.filter(destination="https").update(
        next_try_at=timezone.now() + timedelta(days=365)
    )
    assert deliver_due() == 1
    assert sent_to().delivered_at


def test_the_longest_wait_that_a_receiver_can_ask_for_is_kept(https, make_referral):
    make_referral()
    https.answers = [Answer(503, headers={"Retry-After": "999999"})]
    deliver_due()
    assert deliver_due() == 0


def test_a_message_that_ends_every_worker_is_given_up_and_the_next_is_tried(https, make_referral):
    deadly, fine = make_referral(), make_referral()
    now = timezone.now()
    spreading.spread_due(configured(), now)
    OutboxMessage.objects.filter(referral=deadly, destination="https").update(attempts=MOST_TRIES)
    message = claim(["https"], now)
    assert message.referral == fine
    message = OutboxMessage.objects.get(referral=deadly, destination="https")
    assert message.given_up_at
    assert message.problem == "Its worker ended at every try"
    assert AuditEvent.objects.filter(action="delivery given up", referral=deadly).exists()


def test_a_killed_worker_loses_its_lease_and_the_message_goes_again(https, make_referral):
    make_referral()
    now = timezone.now()
    spreading.spread_due(delivering.configured(), now)
    taken = claim(["https"], now)
    assert deliver_due(now + LEASE - timedelta(seconds=1)) == 0
    assert deliver_due(now + LEASE) == 1
    assert ids(https) == [str(taken.key)]


def test_one_who_lost_the_lease_changes_no_one_elses(https, make_referral):
    make_referral()
    now = timezone.now()
    spreading.spread_due(delivering.configured(), now)
    slow = claim(["https"], now)
    claim(["https"], now + LEASE)
    settle(slow, Refused("400"))
    settle(slow, TryAgain("503"))
    assert sent_to().given_up_at is None
    assert sent_to().problem == ""
    settle(slow, Delivered())
    assert sent_to().delivered_at


@pytest.mark.parametrize("verdict", [TryAgain, Refused])
def test_a_long_reason_is_cut_and_stops_nothing(https, make_referral, verdict):
    make_referral()
    now = timezone.now()
    spreading.spread_due(configured(), now)
    settle(claim(["https"], now), verdict("x" * 1000))
    assert sent_to().problem == "x" * 240


def test_what_is_delivered_stays_delivered(https, make_referral):
    make_referral()
    deliver_due()
    message = sent_to()
    settle(message, Refused("400"))
    settle(message, Delivered())
    assert sent_to().given_up_at is None
    assert AuditEvent.objects.filter(action="delivered").count() == 1


def test_spreading_killed_half_way_is_done_again_without_doubles(
    https, make_referral, monkeypatch, settings, tmp_path
):
    settings.REFERRALS_SEND_FILES = f"{tmp_path}#key_file=x"
    real, calls = spreading.write, []

    def failing(*args):
        calls.append(1)
        if len(calls) == 2:
            raise MemoryError
        return real(*args)

    monkeypatch.setattr(spreading, "write", failing)
    make_referral()
    now = timezone.now()
    spreading.spread_due(delivering.configured(), now)
    assert OutboxMessage.objects.get().problem == "Could not be written: MemoryError"
    spreading.spread_due(delivering.configured(), now + timedelta(hours=1))
    found = OutboxMessage.objects.exclude(destination="").values_list("destination", flat=True)
    assert sorted(found) == ["files", "https"]


def test_what_cannot_be_written_does_not_stop_the_others(https, make_referral):
    bad, good = make_referral(), make_referral()
    OutboxMessage.objects.filter(referral=bad).update(kind="referral.painted")
    deliver_due()
    assert OutboxMessage.objects.get(referral=bad).problem == "Could not be written: KeyError"
    assert sent_to().referral == good


def test_whatever_an_adapter_raises_is_a_failed_try_without_its_words(
    https, make_referral, monkeypatch, caplog
):
    def fail(self, parcel):
        raise RuntimeError(parcel.body.decode())

    monkeypatch.setattr(delivering.configured()["https"].__class__, "send", fail)
    make_referral()
    deliver_due()
    assert sent_to().problem == "Failed here: RuntimeError"
    assert "Keel" not in caplog.text


def test_a_turn_ends_in_time_and_the_rest_comes_next(https, make_referral):
    for _ in range(3):
        make_referral()
    assert deliver_due(most=2) == 2
    assert deliver_due(seconds=0) == 0
    assert deliver_due() == 1


def test_a_wrong_setting_sends_nothing_and_loses_nothing(make_referral, settings):
    settings.REFERRALS_SEND_HTTPS = "http://receiver.example/"
    make_referral()
    with pytest.raises(Misconfigured):
        deliver_due()
    assert OutboxMessage.objects.get().delivered_at is None


def test_a_destination_switched_off_keeps_its_messages(https, make_referral, settings, make_due):
    https.answers = [Answer(503)]
    make_referral()
    deliver_due()
    settings.REFERRALS_SEND_HTTPS = ""
    make_due()
    assert deliver_due() == 0
    assert sent_to().delivered_at is None
