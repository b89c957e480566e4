"""Receipts: reference and date, nothing about health, and never in the way of a referral."""

import pytest
from post_office.models import Email

from referrals.journey import drafts, receipts
from referrals.journey.receipts import Receipt
from referrals.models import Draft, Referral
from tests.referrals.conftest import SLUGS, fill_in, pathway

pytestmark = pytest.mark.django_db
TO = "someone@wyvernvale.example"


@pytest.fixture
def token(client, begin):
    token = begin()
    fill_in(client, token, SLUGS[0])
    return token


def send(client, token, **where):
    return client.post(f"/refer/form/{token}/send/", where)


def test_by_email_it_says_the_reference_and_not_a_word_about_health(client, token):
    send(client, token, email=TO)
    letter, reference = Email.objects.get(), Referral.objects.get().reference
    words = f"{letter.subject} {letter.message}".lower()
    assert reference in letter.message
    assert letter.to == [TO]
    for word in ("hospice", "palliative", "illness", "bereave", "care", "health", "referral"):
        assert word not in words
    assert pathway().title.lower() not in words
    assert "answer to" not in words


def test_by_text_it_says_the_same(client, token, settings):
    settings.TEXTS = "console"
    send(client, token, mobile="07700 900 123")
    text = Email.objects.get()
    assert (text.to, text.backend_alias) == (["447700900123@text.invalid"], "texts")
    assert Referral.objects.get().reference in text.message
    assert len(text.message) <= 160


def test_sending_again_brings_no_second_receipt(client, token):
    for _ in range(3):
        send(client, token, email=TO)
    assert Email.objects.count() == 1


def test_the_address_is_forgotten_once_it_is_queued(client, token):
    send(client, token, email=TO)
    assert Draft.objects.get().sealed_receipt == ""


def test_until_then_it_is_sealed(client, begin):
    token = begin()
    send(client, token, email=TO)  # not finished yet
    draft = Draft.objects.get()
    assert draft.sealed_receipt
    assert TO not in draft.sealed_receipt
    assert Email.objects.count() == 0


def test_a_referral_that_is_not_accepted_brings_no_receipt(client, token, monkeypatch):
    def broken(*args, **kwargs):
        raise RuntimeError

    receipts.keep(drafts.find(token), Receipt(email=TO))
    monkeypatch.setattr(drafts.Draft, "save", broken)
    with pytest.raises(RuntimeError):
        drafts.submit(drafts.find(token))
    assert (Referral.objects.count(), Email.objects.count()) == (0, 0)


def test_an_address_that_cannot_be_used_never_stops_a_referral(client, token):
    receipts.keep(drafts.find(token), Receipt(email="not an address"))
    assert drafts.submit(drafts.find(token)).reference
    assert Email.objects.count() == 0


@pytest.mark.parametrize(
    ("where", "error"),
    [
        ({"email": "nobody"}, "name@example.com"),
        ({"mobile": "01632 960 001"}, "UK mobile number"),
        ({"mobile": "ring me"}, "Enter a phone number"),
        ({"email": "a\x00@b.example"}, "Null characters"),
    ],
)
def test_a_wrong_address_is_explained_kept_and_nothing_is_sent(
    client, token, settings, where, error
):
    settings.TEXTS = "console"
    page = client.get(send(client, token, **where).url)
    assert error in " ".join(link.text for link in page.context["form"].error_list)
    assert "Check your answers" in page.content.decode()
    assert Referral.objects.count() == 0


def test_texts_are_offered_only_where_they_are_sent(client, token, settings):
    check = f"/refer/form/{token}/check/"
    assert 'name="mobile"' not in client.get(check).content.decode()
    settings.TEXTS = "console"
    assert 'name="mobile"' in client.get(check).content.decode()


def test_who_wants_no_receipt_costs_no_write(begin, django_assert_num_queries):
    draft = drafts.find(begin())
    with django_assert_num_queries(0):
        receipts.keep(draft, Receipt())
