import pytest

from portal.people import demo as people_demo
from referrals import demo
from referrals.attachments.words import name_of
from referrals.cipher import unseal_bytes
from referrals.demo.letters import attach
from referrals.models import Attachment, Draft, Verdict
from tests.referrals.conftest import pathway

pytestmark = pytest.mark.django_db


def test_one_demo_referral_has_a_letter_that_nobody_has_scanned_yet():
    people_demo.load(print)
    for _ in range(2):
        demo.load(print)
    letter = Attachment.objects.get()
    assert letter.referral.answers["name"] == "Martha Keel"
    assert letter.verdict == Verdict.QUARANTINED
    assert name_of(letter) == "Letter from the chest clinic.pdf"
    assert unseal_bytes(letter.content.sealed).startswith(b"%PDF-")


def test_without_letters_no_draft_is_begun():
    assert attach(pathway(), []) == ()
    assert Draft.objects.count() == 0
