"""The link of a draft: private, good for a while, kind when it is not."""

from datetime import timedelta

import pytest
import time_machine
from django.utils import timezone

from referrals.journey.drafts import KEPT_FOR, forget_expired
from referrals.models import Draft
from tests.referrals.conftest import SLUGS

pytestmark = pytest.mark.django_db
PAGES = [
    "",
    "copy/",
    "files/",
    "saved/",
    "check/",
    "send/",
    "sent/",
    "step/name/",
    "step/name/help/",
]


@pytest.mark.parametrize("page", PAGES)
def test_an_unknown_link_gets_a_kind_page_with_a_way_forward(client, page):
    answer = client.get(f"/refer/form/no-such-token/{page}")
    html = answer.content.decode()
    assert answer.status_code == 404
    assert "The link may be cut short" in html
    assert 'href="/refer/"' in html


@pytest.mark.parametrize("page", PAGES)
def test_a_link_past_its_time_says_that_the_answers_are_gone(client, begin, page):
    token = begin()
    Draft.objects.update(expires_at=timezone.now() - timedelta(seconds=1))
    answer = client.get(f"/refer/form/{token}/{page}")
    assert answer.status_code == 410
    assert "no longer kept" in answer.content.decode()


@pytest.mark.parametrize("page", ["", "saved/", "check/", "step/who-it-is-for/"])
def test_no_page_of_a_draft_is_cached_or_gives_its_address_away(client, begin, page):
    answer = client.get(f"/refer/form/{begin()}/{page}")
    assert "no-store" in answer["Cache-Control"]
    assert answer["Referrer-Policy"] == "strict-origin"
    assert answer["X-Robots-Tag"] == "noindex"


def test_the_address_is_not_printed(client, begin):
    token = begin()
    page = client.get(f"/refer/form/{token}/step/who-it-is-for/").content.decode()
    footer = page.split("<footer")[1].split("</footer>")[0]
    assert token not in footer


def test_save_and_come_back_asks_for_a_question_first(client, begin):
    token = begin()
    answer = client.post(
        f"/refer/form/{token}/step/who-it-is-for/", {"who_for": "me", "save": "1"}, follow=True
    )
    assert answer.redirect_chain == [(f"/refer/form/{token}/saved/", 302)]
    assert "Choose a question that only you can answer" in answer.content.decode()


def test_saving_an_unfinished_page_loses_nothing(client, begin):
    token = begin(SLUGS[1])
    url = f"/refer/form/{token}/step/who-died/"
    client.post(url, {"name_of_person_who_died": "Alan", "save": "1"})
    assert "Alan" in client.get(url).content.decode()


def test_coming_back_goes_on_at_the_first_open_page(client, begin):
    token = begin()
    client.post(f"/refer/form/{token}/step/who-it-is-for/", {"who_for": "me"})
    answer = client.get(f"/refer/form/{token}/")
    assert answer.url == f"/refer/form/{token}/step/what-would-help/"


def test_each_save_gives_it_its_whole_time_again(client, begin):
    token = begin()
    with time_machine.travel(timezone.now() + KEPT_FOR - timedelta(days=1)):
        client.post(f"/refer/form/{token}/step/who-it-is-for/", {"who_for": "me"})
    with time_machine.travel(timezone.now() + KEPT_FOR + timedelta(days=2)):
        assert client.get(f"/refer/form/{token}/", follow=True).status_code == 200


def test_answers_of_expired_drafts_are_deleted_and_others_kept(begin):
    old, new = begin(), begin()
    first = Draft.objects.earliest("pk")
    Draft.objects.filter(pk=first.pk).update(expires_at=timezone.now() - timedelta(days=1))
    assert forget_expired() == 1
    assert forget_expired() == 0
    assert [bool(draft.sealed) for draft in Draft.objects.order_by("pk")] == [False, True]
    assert old != new


def test_a_forgotten_draft_still_gets_the_kind_page(client, begin):
    token = begin()
    Draft.objects.update(expires_at=timezone.now() - timedelta(days=1))
    forget_expired()
    assert client.get(f"/refer/form/{token}/").status_code == 410


def test_a_form_begun_before_a_new_version_stays_on_its_own(client, begin, monkeypatch):
    from dataclasses import replace

    from referrals import pathways
    from tests.referrals.conftest import pathway

    token = begin()
    newer = replace(pathway(), version=99, title="A new title")
    monkeypatch.setattr(pathways, "PATHWAYS", (*pathways.PATHWAYS, newer))
    pathways.newest_pathways.cache_clear()
    try:
        assert "A new title" in client.get(f"/refer/{SLUGS[0]}/").content.decode()
        page = client.get(f"/refer/form/{token}/step/who-it-is-for/").content.decode()
        assert "A new title" not in page
    finally:
        pathways.newest_pathways.cache_clear()
