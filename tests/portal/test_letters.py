"""Letters wait in the database until the worker sends them."""

import logging
from datetime import timedelta

import pytest
import time_machine
from django.core import mail
from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from post_office.models import STATUS, Email

from portal import letters

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def template(settings, tmp_path):
    (tmp_path / "letter.txt").write_text("Hello {{ name }}, from {{ site_name }}.")
    first, *rest = settings.TEMPLATES
    settings.TEMPLATES = [{**first, "DIRS": [tmp_path, *first["DIRS"]]}, *rest]


def write(to: str = "directory@hospice.example", subject: str = "A question") -> None:
    letters.send_later(to, subject, "letter.txt", {"name": "Ada"})


def test_a_letter_waits_until_the_worker_sends_it():
    write()
    assert not mail.outbox
    letters.send_queued()
    (sent,) = mail.outbox
    assert sent.to == ["directory@hospice.example"]
    assert sent.body == "Hello Ada, from Front Door."


def test_a_letter_goes_once():
    write()
    letters.send_queued()
    letters.send_queued()
    assert len(mail.outbox) == 1


def test_a_change_rolled_back_sends_no_letter():
    with transaction.atomic():
        write()
        transaction.set_rollback(True)
    letters.send_queued()
    assert not mail.outbox


def test_an_address_that_is_none_is_refused():
    with pytest.raises(ValidationError):
        write(to="not an address")


def test_a_subject_stays_on_one_line():
    write(subject="A question\nBcc: everybody@world.example")
    letters.send_queued()
    assert mail.outbox[0].subject == "A question Bcc: everybody@world.example"
    assert mail.outbox[0].recipients() == ["directory@hospice.example"]


def test_what_fails_is_tried_again_and_no_address_is_logged(settings, caplog, capfd):
    settings.EMAIL_BACKEND = "tests.portal.test_letters.BrokenBackend"
    write()
    with caplog.at_level(logging.DEBUG):
        letters.send_queued()
    assert "hospice.example" not in caplog.text + "".join(capfd.readouterr())
    settings.EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
    with time_machine.travel(timezone.now() + timedelta(hours=1), tick=False):
        letters.send_queued()
    assert len(mail.outbox) == 1


def test_sent_letters_are_forgotten_and_waiting_ones_are_not():
    write()
    letters.send_queued()
    write(to="later@hospice.example")
    with time_machine.travel(timezone.now() + timedelta(days=letters.KEPT_DAYS, hours=1)):
        letters.forget_old()
    assert [email.to for email in Email.objects.all()] == [["later@hospice.example"]]


def test_a_letter_that_failed_marks_its_address_for_ninety_days_and_is_then_forgotten():
    write(to="gone@hospice.example")
    Email.objects.update(status=STATUS.failed)
    for days, marked in ((89, {"gone@hospice.example"}), (91, set())):
        with time_machine.travel(timezone.now() + timedelta(days=days), tick=False):
            letters.forget_old()
        assert letters.undeliverable() == marked


def test_a_path_becomes_a_whole_address(settings):
    settings.WAGTAILADMIN_BASE_URL = "https://front-door.example/"
    assert letters.absolute("/services/") == "https://front-door.example/services/"


class BrokenBackend:
    """A mail server that refuses, naming the recipient as real ones do."""

    def __init__(self, *args, **kwargs):
        pass

    def open(self):
        pass

    def close(self):
        pass

    def send_messages(self, messages):
        raise OSError(f"550 no such user: {messages[0].to}")
