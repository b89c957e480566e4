"""Which files travel: those found clean, as far as there is room."""

import pytest

from referrals.attachments import sent
from referrals.exchange.outbound.enclosing import enclosures_of
from referrals.models import Verdict
from tests.referrals.attachments.build import PDF, picture

pytestmark = pytest.mark.django_db
SECOND = PDF + b"%" * 5000


@pytest.fixture
def with_files(make_referral):
    """Return a referral with a letter, a second one and a photo, all found clean."""
    referral = make_referral()
    sent.keep(referral, [("a.pdf", PDF), ("b.pdf", SECOND), ("c.jpg", picture())])
    referral.attachments.update(verdict=Verdict.CLEAN)
    return referral


def names(enclosures, here):
    return [each.name for each in enclosures if bool(each.content) is here]


def test_clean_files_travel_in_their_order(with_files):
    found = enclosures_of(with_files)
    assert [each.content for each in found] == [PDF, SECOND, picture()]
    assert [each.media_type for each in found] == ["application/pdf"] * 2 + ["image/jpeg"]


def test_what_does_not_fit_any_more_is_named_and_smaller_ones_still_travel(with_files, settings):
    settings.REFERRALS_SEND_FILE_BYTES = len(PDF) + len(picture())
    found = enclosures_of(with_files)
    assert names(found, here=True) == ["a.pdf", "c.jpg"]
    assert [each.why for each in found if not each.content] == ["as it is too large"]


def test_no_room_at_all_names_them_all(with_files, settings):
    settings.REFERRALS_SEND_FILE_BYTES = 0
    assert names(enclosures_of(with_files), here=False) == ["a.pdf", "b.pdf", "c.jpg"]


@pytest.mark.parametrize("verdict", [Verdict.QUARANTINED, Verdict.INFECTED])
def test_what_was_not_found_clean_never_leaves(with_files, verdict):
    with_files.attachments.filter(media_type="image/jpeg").update(verdict=verdict)
    found = enclosures_of(with_files)
    assert names(found, here=False) == ["c.jpg"]
    assert found[2].why


def test_a_referral_without_files_has_none(make_referral):
    assert enclosures_of(make_referral()) == ()
