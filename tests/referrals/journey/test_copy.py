"""A copy to print or keep, for a day."""

from datetime import timedelta

import pytest
import time_machine
from django.utils import timezone

from referrals.attachments import services
from referrals.journey.drafts import find
from referrals.models import Referral
from tests.referrals.attachments.build import PDF
from tests.referrals.conftest import SLUGS, fill_in, pathway

pytestmark = pytest.mark.django_db


def copy(client, token):
    return client.get(f"/refer/form/{token}/copy/")


@pytest.mark.parametrize("slug", SLUGS)
def test_it_has_every_answer_that_was_sent_but_what_is_sealed_apart(client, begin, slug):
    token = begin(slug)
    fill_in(client, token, slug)
    client.post(f"/refer/form/{token}/send/")
    html = copy(client, token).content.decode()
    referral = Referral.objects.get()
    assert referral.reference in html
    for key, question in pathway(slug).questions().items():
        if referral.answers.get(key) == f"Answer to {key}":
            assert f"Answer to {key}" in html
        if question.secret:
            assert f"Answer to {key}" not in html


def test_it_lists_the_files(client, begin):
    token = begin()
    fill_in(client, token, SLUGS[0])
    services.add(find(token), "letter.pdf", PDF)
    client.post(f"/refer/form/{token}/send/")
    assert "letter.pdf" in copy(client, token).content.decode()


def test_before_sending_there_is_none(client, begin):
    token = begin()
    assert copy(client, token).url == f"/refer/form/{token}/check/"


def test_after_a_day_it_is_gone_and_the_confirmation_is_not(client, begin):
    token = begin()
    fill_in(client, token, SLUGS[0])
    client.post(f"/refer/form/{token}/send/")
    with time_machine.travel(timezone.now() + timedelta(hours=23)):
        assert copy(client, token).status_code == 200
    with time_machine.travel(timezone.now() + timedelta(hours=25)):
        gone = copy(client, token)
        assert gone.status_code == 410
        assert "Answer to" not in gone.content.decode()
        assert Referral.objects.get().reference in gone.content.decode()
        assert client.get(f"/refer/form/{token}/sent/").status_code == 200


def test_it_is_private(client, begin):
    token = begin()
    fill_in(client, token, SLUGS[0])
    client.post(f"/refer/form/{token}/send/")
    page = copy(client, token)
    assert "no-store" in page["Cache-Control"]
    assert token not in page.content.decode().split("<footer")[1].split("</footer>")[0]
