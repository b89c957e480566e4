"""Updates, cancellations and answers: what a sender may do to a referral afterwards."""

import json

import pytest
from django.utils import timezone

from referrals.models import AuditEvent, InboundMessage, OutboxMessage, Outcome, Referral
from referrals.triage import services
from tests.referrals.exchange.inbound.senders import (
    NHS,
    OTHER_TOKEN,
    cancellation,
    clinical,
    flag,
    guid,
    header,
    issues,
    patient,
    referral,
    send,
)

pytestmark = pytest.mark.django_db
MOVED = [{"line": ["9 Mill Lane"], "postalCode": "WY2 2BB"}]
NOBODY = "Bearer " + OTHER_TOKEN


@pytest.fixture
def sent():
    send(referral(*clinical()), request="first")
    return Referral.objects.get()


def update(**changes):
    return referral(id="update", reason="update", **changes)


def cancel(request="second", **more):
    return send(cancellation(**more), request=request)


def test_an_update_brings_the_newer_answers(sent):
    before = sent.answers
    answer = send(update(patient=patient(address=MOVED)), request="second")
    assert answer.status_code == 200
    sent.refresh_from_db()
    assert sent.answers["address"] == "9 Mill Lane"
    assert sent.version == 2
    assert sent.sealed_secrets, "the hazard stays"
    event = AuditEvent.objects.get(action="changed by sender")
    gone = {"illness", "medicines", "allergies", "observations"}
    assert {"address", "postcode", *gone} <= set(event.detail["changed"])
    assert "9 Mill Lane" not in json.dumps(event.detail)
    assert before["address"] != sent.answers["address"]


def test_an_update_that_was_overtaken_overwrites_nothing(sent):
    """The sender tried it again after the newer one had come through."""
    newer = update(patient=patient(address=MOVED)) | {"timestamp": "2026-11-22T12:00:00+01:00"}
    assert send(newer, request="newer").status_code == 200
    older = referral(id="older", reason="update") | {"timestamp": "2026-11-22T10:59:59.9999999Z"}
    answer = send(older, request="older")
    assert (answer.status_code, issues(answer)) == (409, [("conflict", "REC_CONFLICT")])
    sent.refresh_from_db()
    assert sent.answers["address"] == "9 Mill Lane"


def test_the_first_message_sent_again_lets_no_overtaken_update_through(sent):
    newer = update(patient=patient(address=MOVED)) | {"timestamp": "2026-11-22T12:00:00Z"}
    send(newer, request="newer")
    assert send(referral(*clinical()), request="first again").status_code == 200
    older = referral(id="older", reason="update") | {"timestamp": "2026-11-22T11:00:00Z"}
    assert send(older, request="older").status_code == 409
    sent.refresh_from_db()
    assert sent.answers["address"] == "9 Mill Lane"


@pytest.mark.parametrize("at", ["2026-11-22T12:00:00+01:00", "no time", None])
def test_an_update_of_the_same_moment_or_of_none_is_taken(sent, at):
    send(update() | {"timestamp": "2026-11-22T11:00:00Z"}, request="newer")
    later = referral(id="l", reason="update", patient=patient(address=MOVED)) | {"timestamp": at}
    assert send(later, request="later").status_code == 200
    sent.refresh_from_db()
    assert sent.answers["address"] == "9 Mill Lane"


@pytest.mark.parametrize(
    ("status", "answered"), [("active", 200), ("on-hold", 200), ("draft", 200), ("completed", 400)]
)
def test_an_update_is_taken_while_the_request_lives(sent, status, answered):
    assert send(update(status=status), request="second").status_code == answered
    sent.refresh_from_db()
    assert (sent.version, sent.withdrawn_at) == (2 if answered == 200 else 1, None)


def test_what_was_said_before_is_kept(sent):
    send(update(patient=patient(address=MOVED)), request="second")
    rows = InboundMessage.objects.filter(referral=sent).order_by("pk")
    assert [row.reason for row in rows] == ["new", "update"]


def test_others_who_had_the_referral_hear_of_an_update(sent):
    send(update(), request="second")
    assert list(OutboxMessage.objects.order_by("pk").values_list("kind", flat=True)) == [
        "referral.received", "referral.updated",
    ]  # fmt: skip


def test_what_was_lifted_stays_lifted(sent):
    assert sent.read_first
    send(update(), request="second")
    sent.refresh_from_db()
    assert sent.read_first


def test_a_new_flag_of_an_update_is_shown(db):
    send(referral(), request="first")
    send(update(), request="second")
    changed = referral(flag("SG", {"text": "Neglect"}), id="third", reason="update")
    send(changed, request="third")
    assert "safeguarding" in Referral.objects.get().summary["flags"]


@pytest.mark.parametrize("body", [update(), cancellation()], ids=["update", "cancel"])
def test_nothing_is_changed_in_an_unknown_conversation(sent, body):
    answer = send(body, request="second", conversation="another")
    assert (answer.status_code, issues(answer)) == (404, [("not-found", "REC_NOT_FOUND")])


@pytest.mark.parametrize("body", [update(), cancellation()], ids=["update", "cancel"])
def test_nobody_changes_what_another_system_sent(sent, body):
    answer = send(body, request="second", Authorization=NOBODY)
    assert answer.status_code == 404
    sent.refresh_from_db()
    assert (sent.version, sent.withdrawn_at) == (1, None)


@pytest.mark.parametrize(
    ("status", "reason"),
    [("revoked", "update"), ("entered-in-error", "update"), ("revoked", "delete"),
     ("active", "delete")],
)  # fmt: skip
def test_a_cancellation_withdraws(sent, status, reason):
    answer = cancel(status=status, reason=reason)
    assert answer.status_code == 200, answer.content
    sent.refresh_from_db()
    assert (sent.outcome, sent.decided_at) == (Outcome.WITHDRAWN, sent.withdrawn_at)
    contact = json.loads(answer.content)["entry"][-1]["resource"]
    assert (contact["status"], contact["identifier"][0]["value"]) == ("cancelled", sent.reference)
    assert AuditEvent.objects.get(action="withdrawn by sender").detail["status"] == status
    assert OutboxMessage.objects.filter(kind="referral.withdrawn").count() == 1


def test_a_whole_message_with_a_revoked_request_withdraws_too(sent):
    assert send(update(status="revoked"), request="second").status_code == 200
    sent.refresh_from_db()
    assert sent.withdrawn_at


def test_a_second_cancellation_changes_nothing_more(sent):
    cancel()
    before = Referral.objects.get().withdrawn_at
    assert cancel("third", id="again").status_code == 200
    sent.refresh_from_db()
    assert sent.withdrawn_at == before
    assert AuditEvent.objects.filter(action="withdrawn by sender").count() == 1


def test_what_staff_decided_stays_decided(sent, triage):
    services.decide(sent.reference, Outcome.ACCEPT, "Fits.", triage, sent.version)
    decided = Referral.objects.get().decided_at
    assert cancel().status_code == 200
    sent.refresh_from_db()
    assert (sent.outcome, sent.decided_at) == (Outcome.ACCEPT, decided)
    assert sent.withdrawn_at


def test_an_update_after_a_withdrawal_is_a_conflict(sent):
    cancel()
    answer = send(update(), request="third")
    assert (answer.status_code, issues(answer)) == (409, [("conflict", "REC_CONFLICT")])


def test_staff_who_decide_meanwhile_see_that_it_changed(sent, triage):
    send(update(), request="second")
    with pytest.raises(services.Stale):
        services.decide(sent.reference, Outcome.DECLINE, "Old.", triage, 1)


def response(answers_to):
    named = f"{NHS}/MessageDefinition/bars-message-servicerequest-response-referral"
    head = header("new", named, response={"identifier": str(answers_to), "code": "ok"})
    head["eventCoding"]["code"] = "servicerequest-response"
    return referral(header=head, status="revoked")


def test_an_answer_to_our_own_referral_is_kept_with_it(make_referral):
    ours = make_referral()
    sent = OutboxMessage.objects.get()
    answer = send(response(sent.key))
    assert answer.status_code == 200, answer.content
    assert InboundMessage.objects.get().referral == ours
    assert AuditEvent.objects.get(action="answered by receiver").detail["status"] == "revoked"


def test_an_answer_goes_to_the_referral_whose_message_it_names(make_referral):
    _, ours, _ = (make_referral() for _ in range(3))
    assert send(response(OutboxMessage.objects.get(referral=ours).key)).status_code == 200
    row = InboundMessage.objects.get()
    assert (row.referral, row.reason) == (ours, "response")
    assert row.bundle_id == "", "it is not who sent us the referral"
    event = AuditEvent.objects.get(action="answered by receiver")
    assert (event.referral, event.detail) == (ours, {"source": "bars", "status": "revoked"})


@pytest.mark.parametrize("named", ["not a guid", guid("unknown"), "x" * 200])
def test_an_answer_to_nothing_of_ours_is_not_found(db, named):
    answer = send(response(named))
    assert (answer.status_code, issues(answer)) == (404, [("not-found", "REC_NOT_FOUND")])


def test_a_failed_update_leaves_the_referral_as_it_was(sent, settings):
    settings.BARS_RECEIVER_SECONDS = -1
    assert send(update(patient=patient(address=MOVED)), request="second").status_code == 408
    sent.refresh_from_db()
    assert "4 Quay Row" in sent.answers["address"]
    assert sent.version == 1
    assert sent.submitted_at <= timezone.now()
