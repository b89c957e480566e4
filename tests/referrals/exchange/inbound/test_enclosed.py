"""Letters and photos that come with a message: kept, and told to staff."""

import base64
import json

import pytest
from django.urls import reverse

from referrals.attachments.words import name_of
from referrals.cipher import unseal_bytes
from referrals.models import InboundMessage, Referral
from tests.referrals.attachments.build import PDF, picture
from tests.referrals.exchange.inbound.senders import (
    ref,
    referral,
    resource,
    send,
    send_xml,
    service_request,
)

pytestmark = pytest.mark.django_db


def attachment(content=PDF, title="letter.pdf", kind="application/pdf"):
    return {"contentType": kind, "title": title, "data": base64.b64encode(content).decode()}


def in_a_communication(*attachments):
    payload = [{"contentAttachment": each} for each in attachments]
    return resource("Communication", "letters", status="completed", subject=ref("patient"),
                    payload=payload)  # fmt: skip


def in_an_answer(one):
    item = [{"linkId": "1", "text": "Photo", "answer": [{"valueAttachment": one}]}]
    return resource("QuestionnaireResponse", "form", status="completed", item=item)


def in_a_document(one):
    held = {"resourceType": "DocumentReference", "id": "d", "status": "current",
            "content": [{"attachment": one}]}  # fmt: skip
    return service_request() | {"contained": [held], "supportingInfo": [{"reference": "#d"}]}


def kept():
    return [unseal_bytes(each.content.sealed) for each in Referral.objects.get().attachments.all()]


PLACES = {
    "in a communication": lambda: referral(in_a_communication(attachment())),
    "in an answer": lambda: referral(in_an_answer(attachment())),
    "in a document": lambda: referral(request=in_a_document(attachment())),
}


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("post", [send, send_xml], ids=["JSON", "XML"])
def test_a_file_is_kept_byte_for_byte_wherever_it_stands(place, post):
    assert post(PLACES[place]()).status_code == 200
    assert kept() == [PDF]
    assert name_of(Referral.objects.get().attachments.get()) == "letter.pdf"


def test_an_update_brings_new_files_and_doubles_none():
    send(referral(in_a_communication(attachment())), request="first")
    photo = attachment(picture(), "photo.jpg", "image/jpeg")
    changed = referral(in_a_communication(attachment(), photo), id="second", reason="update")
    assert send(changed, request="second").status_code == 200
    assert kept() == [PDF, picture()]


def test_the_same_message_under_another_id_doubles_no_file():
    whole = referral(in_a_communication(attachment()))
    for name in ("first", "second"):
        assert send(whole, request=name).status_code == 200
    assert kept() == [PDF]


@pytest.mark.parametrize(
    "one",
    [
        {"contentType": "application/pdf", "title": "far.pdf", "url": "https://files.example/1"},
        {"contentType": "text/html", "data": base64.b64encode(b"<p>").decode()},
        {"contentType": "application/pdf", "data": "no base64!"},
        {"contentType": "application/pdf", "data": ["JVBERi0="]},
        {"contentType": "application/pdf", "title": 7},
    ],
    ids=["elsewhere", "a page", "broken", "a list", "only named"],
)
def test_what_cannot_be_kept_is_no_reason_to_refuse_a_referral(one):
    raw = json.dumps(referral(in_a_communication(one))).encode()
    assert send(raw).status_code == 200
    assert kept() == []
    assert bytes(unseal_bytes(InboundMessage.objects.get().sealed_raw)) == raw


def test_staff_see_the_files_and_how_many_are_only_in_the_message(client, triage):
    named = {"contentType": "application/pdf", "title": "large.pdf"}
    send(referral(in_a_communication(attachment(), named)))
    client.force_login(triage)
    made = Referral.objects.get()
    shown = client.get(reverse("triage_referral", args=[made.reference])).content.decode()
    assert "Files with it: 1, below under Letters and photos." in shown
    assert "Files that are not here: 1. The message names or holds them." in shown
    file = made.attachments.get()
    assert reverse("triage_file", args=[made.reference, file.key]) in shown
    assert "Not scanned" in shown


def test_a_message_with_a_letter_of_several_megabytes_is_taken():
    letter = PDF + b"%" * 4_000_000
    assert send(referral(in_a_communication(attachment(letter)))).status_code == 200
    assert kept() == [letter]
