"""What staff see of a referral that came by message."""

import json

import pytest
from django.urls import reverse

from referrals.models import AuditEvent, InboundMessage, Referral
from tests.referrals.exchange.inbound.senders import (
    cancellation,
    clinical,
    patient,
    referral,
    send,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def sent():
    send(referral(*clinical()), request="first")
    return Referral.objects.get()


def page(client, referral):
    answer = client.get(reverse("triage_referral", args=[referral.reference]))
    assert answer.status_code == 200
    return answer.content.decode()


def test_a_referral_says_who_sent_it(sent, client, triage):
    client.force_login(triage)
    shown = page(client, sent)
    assert "Sent by Wyvern 111 by message." in shown
    assert "Another system" in shown
    assert "NHS number doubtful" in shown
    assert "Large dog" not in shown


def test_a_referral_by_the_form_says_nothing_of_messages(make_referral, client, triage):
    client.force_login(triage)
    assert "by message" not in page(client, make_referral())


def test_the_message_is_downloaded_as_it_came_and_that_is_recorded(client, triage):
    raw = json.dumps(referral(), indent=5).encode()
    send(raw)
    made, row = Referral.objects.get(), InboundMessage.objects.get()
    client.force_login(triage)
    url = reverse("message_as_it_came", args=[made.reference, row.request_id])
    assert url in page(client, made)
    answer = client.get(url)
    assert answer.content == raw
    assert answer["Content-Disposition"].startswith("attachment")
    event = AuditEvent.objects.get(action="message opened")
    assert (event.actor, event.referral) == (triage, made)


def test_only_who_reads_referrals_gets_it(sent, client, editor):
    url = reverse(
        "message_as_it_came", args=[sent.reference, InboundMessage.objects.get().request_id]
    )
    assert client.get(url).status_code == 302
    client.force_login(editor)
    assert client.get(url).status_code == 403


def test_a_message_of_another_referral_is_not_found(sent, make_referral, client, triage):
    client.force_login(triage)
    other, key = make_referral(), InboundMessage.objects.get().request_id
    assert client.get(reverse("message_as_it_came", args=[other.reference, key])).status_code == 404


def test_an_update_says_what_it_changed(sent, client, triage):
    moved = patient(telecom=[{"system": "phone", "value": "01632 960 099"}])
    send(referral(*clinical(), id="u", reason="update", patient=moved), request="second")
    client.force_login(triage)
    shown = page(client, sent)
    assert "Changed: Phone." in shown
    assert "01632 960 099" in shown


def news(client):
    answer = client.get(reverse("triage_queue"), {"view": "news"})
    return [row.reference for row in answer.context["rows"]]


@pytest.mark.parametrize(
    "body", [referral(id="u", reason="update"), cancellation()], ids=["update", "cancel"]
)
def test_what_the_sender_changed_is_on_the_queue_until_somebody_reads_it(
    sent, client, triage, body
):
    client.force_login(triage)
    assert news(client) == []
    send(body, request="second")
    assert news(client) == [sent.reference]
    page(client, sent)
    assert news(client) == []


def test_a_withdrawn_referral_says_so(sent, client, triage):
    send(cancellation(), request="second")
    client.force_login(triage)
    shown = page(client, sent)
    assert "The sender withdrew this referral" in shown
    assert "Withdrawn by the sender" in shown


def test_nobody_fills_in_the_form_for_messages(client):
    assert client.get("/refer/bars-referral/").status_code == 404
    assert client.post("/refer/bars-referral/begin/", {"now": "carry-on"}).status_code == 404
    assert b"bars-referral" not in client.get("/refer/").content
