import pytest

from referrals.cipher import Ring, seal
from referrals.models import AuditEvent, Referral

pytestmark = pytest.mark.django_db
CODE = "1948X"


@pytest.fixture
def staff(client, triage):
    client.force_login(triage)
    return client


@pytest.fixture
def page_of(make_referral):
    """A referral whose GP's name stands under the other keys: any declared question will do."""
    referral = make_referral()
    sealed = seal({"gp_practice": CODE}, Ring.SECRETS)
    Referral.objects.filter(pk=referral.pk).update(sealed_secrets=sealed)
    return f"/staff/referrals/{referral.reference}/"


def test_they_are_not_on_the_page_until_somebody_asks(staff, page_of):
    page = staff.get(page_of).content.decode()
    assert CODE not in page
    assert "It is recorded who opens them" in page


def test_who_asks_sees_them_once(staff, page_of):
    assert CODE in staff.post(page_of + "secrets/").content.decode()
    assert CODE not in staff.get(page_of).content.decode()


def test_who_opened_them_is_in_the_trail_without_what_they_say(staff, triage, page_of):
    staff.post(page_of + "secrets/")
    event = AuditEvent.objects.filter(action="secrets opened").get()
    assert (event.actor, event.detail) == (triage, {})


def test_a_link_alone_opens_nothing(staff, page_of):
    assert staff.get(page_of + "secrets/").status_code == 302
    assert not AuditEvent.objects.filter(action="secrets opened").exists()


def test_without_secrets_there_is_nothing_to_open(staff, make_referral):
    page = staff.get(f"/staff/referrals/{make_referral().reference}/").content.decode()
    assert "Key safe" not in page


def test_a_referral_that_is_not_there_says_so(staff):
    assert staff.post("/staff/referrals/ZZZZ-ZZZZ/secrets/").status_code == 404


def test_others_may_not(client, administrator, page_of):
    client.force_login(administrator)
    assert client.post(page_of + "secrets/").status_code == 403
