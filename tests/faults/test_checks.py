"""Every broken promise is found and said; a whole house is found whole."""

import random

import pytest
from django.db import connection
from django.utils import timezone

from referrals import audit_triggers
from referrals.cipher import seal, seal_bytes
from referrals.exchange.outbound.delivering import deliver_due
from referrals.journey.contents import Contents
from referrals.journey.drafts import find, submit
from referrals.models import AttachmentContent, AuditEvent, Draft, OutboxMessage, Referral
from tests.faults import receiver as receiving
from tests.faults.checks import violations
from tests.faults.drafts import prepare

pytestmark = pytest.mark.django_db
FORMS = 3


@pytest.fixture
def receiver(monkeypatch, settings):
    monkeypatch.setattr(receiving, "FATES", ["answer"])
    one = receiving.Receiver(seed=1)
    one.start()
    settings.REFERRALS_SEND_HTTPS = one.address
    yield one
    one.shutdown()
    one.server_close()


@pytest.fixture
def expected(receiver):
    """Return submissions that were sent, acknowledged and delivered as they should be."""
    made = [prepare(number, random.Random(number), 500) for number in range(FORMS)]
    for one in made:
        one.references.add(submit(find(one.token)).reference)
    deliver_due()
    return made


def remove_referral(expected):
    OutboxMessage.objects.all().delete()
    row = Referral.objects.first()
    row.attachments.update(referral=None)
    row.delete()


def change_answers(expected):
    row = Referral.objects.first()
    row.sealed_answers = seal(row.answers | {"name": "Another"})
    row.save()


def change_secrets(expected):
    expected[0].secrets["key_safe"] = "9999"


def change_a_file(expected):
    AttachmentContent.objects.update(sealed=seal_bytes(b"%PDF-1.7 short"))


def lose_a_file(expected):
    Referral.objects.first().attachments.first().delete()


def tell_another_reference(expected):
    expected[0].references.add("CCCC-3333")


def never_tell(expected):
    expected[0].references.clear()


def lead_to_a_dead_end(expected):
    expected[0].dead_ends.append("404")


def keep_the_answers(expected):
    Draft.objects.update(sealed=Contents({"name": {"name": "Martha"}}).sealed())


def forget_that_it_was_sent(expected):
    Draft.objects.update(submitted_at=None)


def not_deliver(expected):
    OutboxMessage.objects.filter(destination="https").update(delivered_at=None)


def deliver_under_a_second_id(expected):
    row = OutboxMessage.objects.filter(destination="https").first()
    OutboxMessage.objects.create(
        referral=row.referral, kind=row.kind, destination="https", created_at=row.created_at,
        next_try_at=row.next_try_at, delivered_at=timezone.now(),
    )  # fmt: skip


def break_the_trail(expected):
    audit_triggers.remove(connection)
    AuditEvent.objects.filter(pk=AuditEvent.objects.earliest("pk").pk)._raw_delete("default")
    audit_triggers.install(connection)


def test_what_is_as_it_was_promised_is_found_whole(expected, receiver):
    assert violations(expected, receiver) == []
    assert len(receiver.taken) == FORMS


@pytest.mark.parametrize(
    ("broken", "said"),
    [
        (remove_referral, "was acknowledged and is missing"),
        (change_answers, "the answers are not those"),
        (change_secrets, "the answers are not those"),
        (change_a_file, "the files are not those"),
        (lose_a_file, "the files are not those"),
        (tell_another_reference, "was given ["),
        (never_tell, "was never acknowledged"),
        (lead_to_a_dead_end, "a client was led to 404"),
        (keep_the_answers, "still holds answers"),
        (forget_that_it_was_sent, "does not know that it was sent"),
        (not_deliver, "is not delivered"),
        (deliver_under_a_second_id, "has 2 ids outside"),
        (break_the_trail, "does not follow the one before it"),
    ],
    ids=lambda value: getattr(value, "__name__", None),
)
def test_a_broken_promise_is_said(expected, receiver, broken, said):
    broken(expected)
    assert any(said in each for each in violations(expected, receiver)), said


def test_a_message_that_never_arrived_is_said(expected, receiver):
    receiver.taken.popitem()
    assert any("never arrived" in each for each in violations(expected, receiver))


def test_a_message_that_nobody_knows_is_said(expected, receiver):
    receiver.taken["another"] = ""
    assert "another arrived, and nobody knows it." in violations(expected, receiver)


def test_a_message_that_changed_between_two_tries_is_said(expected, receiver):
    name = next(iter(receiver.taken))
    assert receiver.take(name, b"other bytes") is True
    assert f"{name} arrived with other bytes." in violations(expected, receiver)
