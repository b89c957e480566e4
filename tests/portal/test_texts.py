"""Texts: queued in the transaction, sent by the worker by the road that is switched on."""

import base64
import hmac
import json
import threading
from http.server import BaseHTTPRequestHandler, HTTPServer

import pytest
from django.db import transaction
from hypothesis import given
from hypothesis import strategies as st
from post_office.models import STATUS, Email

from portal import letters, texts

SERVICE, SECRET = "11111111-2222-3333-4444-555555555555", "aaaaaaaa-bbbb-cccc-dddd-eeeeeeeeeeee"
KEY = f"front-door-{SERVICE}-{SECRET}"


@pytest.mark.parametrize(
    ("typed", "number"),
    [
        ("07700 900 123", "447700900123"),
        ("+44 7700 900123", "447700900123"),
        ("(07700) 900-123", "447700900123"),
        ("447700900123", "447700900123"),
        ("01632 960 001", ""),
        ("07700 900", ""),
        ("+33 7700 900123", ""),
        ("٠٧٧٠٠٩٠٠١٢٣", ""),
        ("", ""),
    ],
)
def test_only_a_uk_mobile_gets_texts(typed, number):
    assert texts.uk_mobile(typed) == number


@given(st.text(max_size=30))
def test_anything_typed_has_an_answer(typed):
    assert texts.uk_mobile(typed) == "" or typed


@pytest.mark.django_db
class TestQueue:
    def test_nothing_is_queued_when_texts_are_off(self, settings):
        settings.TEXTS = "off"
        texts.send_later("07700 900 123", "words")
        assert Email.objects.count() == 0

    def test_what_is_rolled_back_is_not_sent(self, settings):
        settings.TEXTS = "console"
        with transaction.atomic():
            texts.send_later("07700 900 123", "words")
            transaction.set_rollback(True)
        assert Email.objects.count() == 0

    def test_the_worker_sends_it_and_no_letter_goes_out(self, settings, capsys, mailoutbox):
        settings.TEXTS = "console"
        texts.send_later("07700 900 123", "We have it")
        letters.send_queued()
        assert "Text to …123: We have it" in capsys.readouterr().out
        assert Email.objects.get().status == STATUS.sent
        assert mailoutbox == []

    def test_letters_still_go_by_email(self, mailoutbox):
        letters.send_later("a@b.example", "S", "referrals/letters/receipt.txt", {})
        letters.send_queued()
        assert len(mailoutbox) == 1


class Notify(BaseHTTPRequestHandler):
    status = 201
    seen: list[tuple[str, dict]] = []

    def do_POST(self):
        body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        Notify.seen.append((self.headers["Authorization"], body))
        self.send_response(Notify.status)
        self.end_headers()

    def log_message(self, *args):
        pass


@pytest.fixture
def notify(settings):
    server = HTTPServer(("127.0.0.1", 0), Notify)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    Notify.seen, Notify.status = [], 201
    settings.TEXTS, settings.NOTIFY_API_KEY = "notify", KEY
    settings.NOTIFY_TEMPLATE_ID = "template"
    settings.NOTIFY_URL = f"http://127.0.0.1:{server.server_port}/"
    yield Notify
    server.shutdown()
    server.server_close()


@pytest.mark.django_db
def test_notify_gets_number_template_and_words(notify):
    texts.send_later("07700 900 123", "We have it")
    letters.send_queued()
    ((authorisation, body),) = notify.seen
    assert authorisation.startswith("Bearer ")
    assert body == {
        "phone_number": "447700900123",
        "template_id": "template",
        "personalisation": {"message": "We have it"},
    }


@pytest.mark.django_db
def test_what_notify_refuses_waits_for_another_try(notify):
    notify.status = 500
    texts.send_later("07700 900 123", "We have it")
    letters.send_queued()
    assert Email.objects.get().status == STATUS.requeued


@pytest.mark.django_db
def test_what_notify_cannot_be_asked_waits_too(settings, notify):
    settings.NOTIFY_URL = "http://127.0.0.1:1/"
    texts.send_later("07700 900 123", "We have it")
    letters.send_queued()
    assert Email.objects.get().status == STATUS.requeued


def test_the_token_is_signed_with_the_secret_and_names_the_service():
    head, body, signature = texts.notify_token(KEY, 1_800_000_000.5).split(".")

    def plain(part):
        return base64.urlsafe_b64decode(part + "=" * (-len(part) % 4))

    assert json.loads(plain(body)) == {"iss": SERVICE, "iat": 1_800_000_000}
    assert json.loads(plain(head)) == {"typ": "JWT", "alg": "HS256"}
    signed = f"{head}.{body}".encode()
    assert plain(signature) == hmac.digest(SECRET.encode(), signed, "sha256")
