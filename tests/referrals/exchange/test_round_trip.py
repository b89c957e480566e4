"""Out of one house and into another, which is us again: what went out comes in the same."""

from uuid import uuid4

import pytest
from django.test import Client

from referrals.attachments.sent import keep
from referrals.cipher import unseal_bytes
from referrals.exchange.outbound.delivering import deliver_due
from referrals.exchange.outbound.https import Https, verdict_of
from referrals.intake import Submission, accept
from referrals.models import AuditEvent, OutboxMessage, Outcome, Referral, Source, Verdict
from referrals.triage import services
from tests.referrals.attachments.build import PDF, picture
from tests.referrals.conftest import SLUGS, pathway
from tests.referrals.exchange.inbound.senders import BASE, SERVICE, TOKEN, digest
from tests.referrals.exchange.samples import answers_to

pytestmark = pytest.mark.django_db


@pytest.fixture
def ourselves(settings, monkeypatch):
    """Deliver to our own receiver, with the very headers and bytes that leave the house."""
    settings.BARS_RECEIVER_TOKENS = [f"ourselves:{digest(TOKEN)}"]
    settings.BARS_RECEIVER_SERVICE_IDS = [SERVICE]
    settings.REFERRALS_SERVICE_ID = SERVICE
    settings.REFERRALS_SEND_HTTPS = f"https://us.example/$process-message#target={SERVICE}"

    def send(self, parcel):
        headers = self._headers(parcel) | {"Authorization": f"Bearer {TOKEN}"}
        kind = headers.pop("Content-Type")
        answer = Client().post(
            f"{BASE}/$process-message", parcel.body, content_type=kind, headers=headers
        )
        return verdict_of(answer.status_code, answer.headers, answer.content, parcel)

    monkeypatch.setattr(Https, "send", send)


def submitted(slug, number):
    return accept(Submission(uuid4(), pathway(slug), answers_to(pathway(slug), number)))


def arrived():
    return Referral.objects.get(source=Source.BARS)


@pytest.mark.parametrize("slug", SLUGS)
@pytest.mark.parametrize("number", [None, 0, 1])
def test_a_referral_that_goes_out_comes_in_the_same(ourselves, slug, number):
    sent = submitted(slug, number)
    deliver_due()
    came = arrived()
    assert came.answers == sent.answers
    assert (came.pathway_slug, came.pathway_version) == (sent.pathway_slug, sent.pathway_version)
    assert (came.correlation_id, came.journey_id) == (sent.correlation_id, sent.journey_id)
    assert came.summary["flags"] == sent.summary["flags"]
    assert came.read_first == sent.read_first


def test_letters_and_photos_come_in_byte_for_byte_and_the_others_are_told_of(ourselves, settings):
    letters = [("letter.pdf", PDF), ("photo.jpg", picture()), ("long.pdf", PDF + b"%" * 9_000)]
    settings.REFERRALS_SEND_FILE_BYTES = 8_000
    referral = submitted(SLUGS[0], 1)
    keep(referral, letters)
    referral.attachments.update(verdict=Verdict.CLEAN)
    deliver_due()
    came = arrived()
    assert [unseal_bytes(each.content.sealed) for each in came.attachments.all()] == [
        PDF, picture()
    ]  # fmt: skip
    assert came.answers == referral.answers
    counts = AuditEvent.objects.get(action="files came by message").detail
    assert (counts["here"], counts["elsewhere"]) == (2, 1)


def test_a_second_try_makes_no_second_referral(ourselves):
    submitted(SLUGS[0], 1)
    deliver_due()
    message = OutboxMessage.objects.get(destination="https")
    OutboxMessage.objects.filter(pk=message.pk).update(
        delivered_at=None, next_try_at=message.created_at
    )
    deliver_due()
    assert Referral.objects.filter(source=Source.BARS).count() == 1
    message.refresh_from_db()
    assert message.delivered_at


def test_the_decision_comes_back_to_whoever_sent_it(ourselves, triage):
    sent = submitted(SLUGS[0], 1)
    deliver_due()
    came = arrived()
    services.decide(came.reference, Outcome.ACCEPT, "We ring tomorrow.", triage, came.version)
    deliver_due()
    reply = OutboxMessage.objects.get(destination="reply")
    assert reply.delivered_at, reply.problem
    heard = AuditEvent.objects.get(action="answered by receiver")
    assert (heard.referral_id, heard.detail["status"]) == (sent.reference, "active")


def test_what_ends_here_ends_there(ourselves, triage):
    sent = submitted(SLUGS[0], 1)
    deliver_due()
    services.decide(sent.reference, Outcome.WITHDRAWN, "They rang.", triage, sent.version)
    deliver_due()
    came = arrived()
    assert came.withdrawn_at
    assert came.outcome == Outcome.WITHDRAWN


def test_what_is_accepted_here_is_a_change_there_without_other_answers(ourselves, triage):
    sent = submitted(SLUGS[0], 1)
    deliver_due()
    services.decide(sent.reference, Outcome.ACCEPT, "Yes.", triage, sent.version)
    deliver_due()
    assert arrived().answers == sent.answers
    assert not OutboxMessage.objects.filter(destination="https", delivered_at=None).exists()
