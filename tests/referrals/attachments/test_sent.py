"""Files that came with a message are kept as they came, and wait to be scanned."""

import pytest

from referrals.attachments import sent
from referrals.attachments.limits import LARGEST_FILE, MOST_FILES
from referrals.attachments.words import name_of
from referrals.cipher import unseal_bytes
from referrals.models import Verdict
from tests.referrals.attachments.build import PDF, picture

pytestmark = pytest.mark.django_db


def test_a_file_is_kept_byte_for_byte_and_waits_to_be_scanned(make_referral):
    referral = make_referral()
    assert sent.keep(referral, [("../../letter.exe", PDF)]) == 1
    kept = referral.attachments.get()
    assert unseal_bytes(kept.content.sealed) == PDF
    assert name_of(kept) == "letter.pdf"
    assert (kept.media_type, kept.size) == ("application/pdf", len(PDF))
    assert (kept.verdict, kept.scanned_at) == (Verdict.QUARANTINED, None)
    assert b"letter" not in kept.sealed_name.encode()


def test_the_same_file_again_is_kept_once(make_referral):
    referral = make_referral()
    for _ in range(2):
        assert sent.keep(referral, [("a.pdf", PDF), ("b.pdf", PDF)]) == 2
    assert referral.attachments.count() == 1


@pytest.mark.parametrize(
    "content", [b"MZ a program", b"<html>", b"", PDF + b" " * LARGEST_FILE, picture("WEBP")],
    ids=["program", "page", "nothing", "too large", "a kind we would have to draw anew"],
)  # fmt: skip
def test_what_is_no_letter_or_photo_is_left_in_the_message(make_referral, content):
    referral = make_referral()
    assert sent.keep(referral, [("a.pdf", content)]) == 0
    assert not referral.attachments.exists()


def test_no_more_are_kept_than_a_form_may_have(make_referral):
    referral = make_referral()
    many = [(f"{number}.pdf", PDF + str(number).encode()) for number in range(MOST_FILES + 2)]
    assert sent.keep(referral, many) == MOST_FILES
    assert referral.attachments.count() == MOST_FILES
