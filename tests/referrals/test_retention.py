from datetime import timedelta
from uuid import uuid4

import pytest
import time_machine
from django.utils import timezone
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from referrals import retention
from referrals.cipher import seal, seal_bytes
from referrals.models import (
    Attachment,
    AttachmentContent,
    AuditEvent,
    Decision,
    DeletionCertificate,
    InboundMessage,
    OutboxMessage,
    Outcome,
    Referral,
)
from referrals.triage import services
from tests.referrals.conftest import SLUGS, fill_in

pytestmark = pytest.mark.django_db
DAY = timedelta(days=1)
OUTCOMES = [outcome for outcome in Outcome if outcome != Outcome.ASK]


@pytest.fixture
def decided(make_referral, triage):
    """Make a referral decided so many days ago, everything delivered."""

    def run(outcome=Outcome.DECLINE, days=10_000, delivered=True):
        referral = make_referral()
        service = ("", "The other team") if outcome == Outcome.REDIRECT else ("", "")
        services.decide(referral.reference, outcome, "Because.", triage, 1, service)
        then = timezone.now() - days * DAY
        Referral.objects.filter(pk=referral.pk).update(decided_at=then)
        if delivered:
            OutboxMessage.objects.filter(referral=referral).update(delivered_at=then)
        referral.refresh_from_db()
        return referral

    return run


@pytest.mark.parametrize("outcome", OUTCOMES)
def test_each_outcome_has_its_own_time(decided, settings, outcome):
    settings.REFERRALS_KEPT_DAYS = {str(each): 5 for each in OUTCOMES} | {str(outcome): 50}
    decided(outcome, days=49)
    assert retention.delete_due() == 0
    decided(outcome, days=51)
    assert retention.delete_due() == 1


def test_what_is_deleted_is_gone_with_all_its_parts(decided):
    referral = decided()
    attachment = Attachment.objects.create(
        referral=referral, sealed_name=seal("a.pdf"), media_type="application/pdf", size=1,
        fingerprint="", verdict="clean", added_at=timezone.now(),
    )  # fmt: skip
    AttachmentContent.objects.create(attachment=attachment, sealed=seal_bytes(b"x"))
    InboundMessage.objects.create(
        request_id=uuid4(), correlation_id=uuid4(), media_type="application/fhir+json",
        sealed_raw=seal_bytes(b"as it came"), received_at=timezone.now(), referral=referral,
    )  # fmt: skip
    retention.delete_due()
    kinds = [
        Referral, Attachment, AttachmentContent, Decision, OutboxMessage, InboundMessage
    ]  # fmt: skip
    assert [kind.objects.count() for kind in kinds] == [0] * len(kinds)
    assert DeletionCertificate.objects.get().counts == {
        "attachment": 1, "decision": 1, "outboxmessage": 2, "inboundmessage": 1
    }  # fmt: skip


def test_a_certificate_says_what_went_and_nothing_of_the_person(decided):
    referral = decided(Outcome.DECLINE)
    retention.delete_due()
    certificate = DeletionCertificate.objects.get()
    facts = ("reference", "pathway_slug", "outcome", "submitted_at", "decided_at")
    assert all(getattr(certificate, fact) == getattr(referral, fact) for fact in facts)
    assert timezone.now() - certificate.deleted_at < DAY
    assert certificate.counts == {"decision": 1, "outboxmessage": 2}
    assert certificate.rule == "decline: 730 days after the decision"
    held = " ".join(str(value) for value in vars(certificate).values())
    assert not {"Martha", "Keel", "1948", "MK", "Because"} & set(held.replace(",", " ").split())


def test_the_trail_outlives_it_and_says_that_it_was_deleted(decided):
    referral = decided()
    retention.delete_due()
    event = AuditEvent.objects.filter(referral_id=referral.reference).first()
    assert (event.action, event.detail) == ("deleted", {"outcome": "decline"})


def test_what_is_undecided_is_never_deleted_however_old(make_referral):
    make_referral(at=timezone.now() - 20_000 * DAY)
    assert retention.delete_due() == 0


def test_what_is_asked_for_more_is_undecided(make_referral, triage):
    referral = make_referral(at=timezone.now() - 20_000 * DAY)
    services.decide(referral.reference, Outcome.ASK, "The letter, please", triage, 1)
    OutboxMessage.objects.update(delivered_at=timezone.now())
    assert retention.delete_due() == 0


def test_what_is_undelivered_is_never_deleted_however_old(decided):
    referral = decided(delivered=False)
    assert retention.delete_due() == 0
    OutboxMessage.objects.filter(referral=referral).update(given_up_at=timezone.now())
    assert retention.delete_due() == 0


def test_a_hold_keeps_it_until_it_is_released(decided, administrator):
    referral = decided()
    retention.hold(referral.reference, "Inquest", administrator)
    assert retention.delete_due() == 0
    retention.release(referral.reference, administrator)
    assert retention.delete_due() == 1


def test_a_hold_needs_a_reason(decided, administrator):
    referral = decided()
    with pytest.raises(ValueError, match="reason"):
        retention.hold(referral.reference, "  ", administrator)


def test_who_held_and_released_it_is_in_the_trail_without_the_reason(decided, administrator):
    referral = decided()
    retention.hold(referral.reference, "Inquest", administrator)
    retention.release(referral.reference, administrator)
    events = AuditEvent.objects.filter(actor=administrator)
    assert [(event.action, event.detail) for event in events] == [("released", {}), ("held", {})]


def test_a_hold_that_comes_while_others_are_deleted_still_holds(decided, monkeypatch):
    referral = decided()
    real = retention._delete

    def late(reference, now):
        Referral.objects.filter(pk=referral.pk).update(held_at=now)
        return real(reference, now)

    monkeypatch.setattr(retention, "_delete", late)
    assert retention.delete_due() == 0
    assert Referral.objects.count() == 1


def test_deleting_again_finds_nothing(decided):
    decided()
    assert [retention.delete_due(), retention.delete_due()] == [1, 0]
    assert DeletionCertificate.objects.count() == 1


def test_forms_of_others_stay_open_when_a_referral_is_deleted(decided, begin, client):
    decided()
    token = begin()
    assert retention.delete_due() == 1
    assert client.get(f"/refer/form/{token}/", follow=True).status_code == 200


@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(
    outcome=st.sampled_from([*OUTCOMES, Outcome.ASK, ""]),
    age=st.integers(0, 6000),
    held=st.booleans(),
    delivered=st.booleans(),
)
def test_only_what_is_decided_delivered_old_and_free_is_due(
    make_referral, outcome, age, held, delivered
):
    now = timezone.now()
    Referral.objects.all().update(held_at=now)  # those of earlier rounds
    referral = make_referral()
    closed = outcome not in ("", Outcome.ASK)
    Referral.objects.filter(pk=referral.pk).update(
        outcome=str(outcome) if closed else "",
        decided_at=now - age * DAY if closed else None,
        held_at=now if held else None,
    )
    OutboxMessage.objects.filter(referral=referral).update(delivered_at=now if delivered else None)
    over = closed and age * DAY > retention.kept_for(outcome)
    assert retention.due(now).exists() == (over and delivered and not held)


@pytest.mark.parametrize("page", ["", "sent/", "copy/"])
def test_the_link_of_a_form_whose_referral_was_deleted_says_so(
    client, begin, triage, settings, page
):
    settings.REFERRALS_KEPT_DAYS = {str(each): 5 for each in OUTCOMES}
    token = begin()
    fill_in(client, token, SLUGS[0])
    client.post(f"/refer/form/{token}/send/")
    referral = Referral.objects.get()
    services.decide(referral.reference, Outcome.WITHDRAWN, "Asked for.", triage, 1, ("", ""))
    OutboxMessage.objects.update(delivered_at=timezone.now())
    with time_machine.travel(timezone.now() + 6 * DAY):
        retention.delete_due()
        answer = client.get(f"/refer/form/{token}/{page}")
    assert (Referral.objects.count(), answer.status_code) == (0, 410)
    assert "the team received it" in answer.content.decode()
