"""The link in a letter, as a mailbox's owner and as a program that fetches links meets it."""

from datetime import timedelta

import pytest
from django.test import Client
from wagtail.models import ModelLogEntry

from services_directory.assurance.links import token_for
from services_directory.assurance.services import CONFIRMED
from services_directory.models import Phone, Service, Verification
from tests.services_directory import build
from tests.services_directory.assurance.build import (
    MAILBOX,
    OLD,
    TODAY,
    entry,
    letters,
    links,
    question,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def asked() -> Verification:
    service = entry("Night care", OLD)
    Phone.objects.create(service=service, number="01632 960 123")
    return question(service)


def path(asked: Verification, more: str = "") -> str:
    return f"/directory-check/{token_for(asked)}/{more}"


@pytest.mark.parametrize("method", ["get", "head"])
def test_fetching_the_link_confirms_nothing(client, asked, method):
    for _ in range(3):
        assert getattr(client, method)(path(asked)).status_code == 200
    asked.refresh_from_db()
    assert asked.answered_at is None
    assert asked.service.assured_date == OLD


def test_the_page_shows_what_the_public_sees_and_what_a_yes_will_say(client, asked):
    Service.objects.update(staff_phone="01632 960 999", internal_note="Two nurses at night")
    page = client.get(path(asked)).content.decode()
    assert "01632 960 123" in page
    assert "Checked on 24 November 2026 by the nurse manager" in page
    assert "01632 960 999" not in page
    assert "Two nurses" not in page


def test_it_has_one_button_to_confirm_and_one_way_to_change(client, asked):
    page = client.get(path(asked)).content.decode()
    assert page.count("Nothing has changed</button>") == 1
    assert f'href="{path(asked, "change/")}"' in page


def test_a_press_of_the_button_confirms(client, asked):
    response = client.post(path(asked), follow=True)
    assert response.redirect_chain == [(path(asked, "done/"), 302)]
    assert "Thank you" in response.content.decode()
    asked.service.refresh_from_db()
    assert asked.service.assured_date == TODAY


def test_the_entry_says_at_once_who_confirmed_it(client, asked):
    client.post(path(asked))
    page = client.get(asked.service.get_absolute_url()).content.decode()
    assert "Checked 24 November 2026" in page
    assert "Nurse manager" in page
    assert "The provider says that nothing has changed" in page


def test_the_second_use_says_so_and_changes_nothing(client, asked, clock):
    client.post(path(asked))
    clock.shift(timedelta(days=3))
    for response in (client.get(path(asked)), client.post(path(asked))):
        assert response.status_code == 410
        assert "This link has been used" in response.content.decode()
    asked.service.refresh_from_db()
    assert asked.service.assured_date == TODAY


def test_who_presses_twice_is_thanked_twice_and_checks_once(client, asked):
    for _ in range(2):
        assert client.post(path(asked)).url == path(asked, "done/")
    assert ModelLogEntry.objects.filter(action=CONFIRMED).count() == 1


def test_an_old_link_says_so_and_offers_a_fresh_one(client, asked, clock):
    clock.shift(timedelta(days=29))
    response = client.get(path(asked))
    assert response.status_code == 410
    assert "This link is too old" in response.content.decode()
    assert f'action="{path(asked, "fresh/")}"' in response.content.decode()
    assert client.post(path(asked)).status_code == 410


def test_a_fresh_link_goes_to_the_mailbox_and_is_not_shown_to_who_asks(client, asked, clock):
    clock.shift(timedelta(days=29))
    response = client.post(path(asked, "fresh/"), follow=True)
    (letter,) = letters()
    assert letter.to == [MAILBOX]
    page = response.content.decode()
    assert "A fresh link is on its way" in page
    assert links(letter)[0] not in page
    assert MAILBOX not in page
    assert client.get(links(letter)[0]).status_code == 200


@pytest.mark.parametrize("more", ["", "done/"])
@pytest.mark.parametrize("token", ["nonsense", "0" * 32 + ".AAAA", "%F0%9F%98%80", "-1"])
def test_a_link_that_is_none_gets_a_plain_page_without_an_offer(client, token, more):
    response = client.get(f"/directory-check/{token}/{more}")
    assert response.status_code == 404
    page = response.content.decode()
    assert "We do not know this link" in page
    assert "/fresh/" not in page


def test_nobody_gets_a_fresh_link_for_a_forged_one(client, asked):
    assert client.post("/directory-check/nonsense/fresh/").status_code == 404
    assert client.get(path(asked, "fresh/")).status_code == 405
    assert not letters()


@pytest.mark.parametrize("more", ["", "done/"])
def test_the_link_stays_out_of_caches_referrers_and_indexes(client, asked, more):
    response = client.get(path(asked, more))
    assert "no-store" in response["Cache-Control"]
    assert response["Referrer-Policy"] == "strict-origin"
    assert response["X-Robots-Tag"] == "noindex"


def test_a_form_of_another_site_cannot_confirm(asked):
    strict = Client(enforce_csrf_checks=True)
    strict.get(path(asked))
    assert strict.post(path(asked)).status_code == 403
    asked.refresh_from_db()
    assert asked.answered_at is None


def test_the_thanks_are_for_who_has_answered(client, asked):
    response = client.get(path(asked, "done/"))
    assert response.status_code == 302
    assert response.url == path(asked)


def test_a_hidden_entry_can_be_looked_at_and_confirmed_by_its_link(client, asked):
    Service.objects.update(hidden_since=TODAY)
    page = client.get(path(asked)).content.decode()
    assert "Now it is hidden" in page
    client.post(path(asked))
    assert client.get(asked.service.get_absolute_url()).status_code == 200


def test_many_presses_from_one_address_are_braked(client, asked):
    answers = {client.post(path(asked)).status_code for _ in range(121)}
    assert answers == {302, 429}


class TestHiddenEntry:
    def test_it_says_why_and_what_to_do_and_shows_none_of_its_facts(self, client):
        service = entry("Night care", OLD, hidden_since=TODAY, description="We come at night.")
        build.tag(service, "need", "night-care")
        response = client.get(service.get_absolute_url())
        page = response.content.decode()
        assert response.status_code == 404
        assert "Nobody has confirmed it since 1 October 2025" in page
        assert "/services/?need=night-care" in page
        assert f"/services/{service.pk}/problem/" in page
        assert "We come at night." not in page

    def test_one_never_checked_says_so(self, client):
        service = entry(assured=None, hidden_since=TODAY)
        page = client.get(service.get_absolute_url()).content.decode()
        assert "since it was written" in page

    @pytest.mark.parametrize("state", [{"live": False}, {"status": "inactive"}])
    def test_what_was_taken_down_is_simply_not_there(self, client, state):
        service = entry(hidden_since=TODAY)
        Service.objects.update(**state)
        response = client.get(service.get_absolute_url())
        assert response.status_code == 404
        assert service.name not in response.content.decode()

    def test_it_leaves_the_finder_and_the_open_data(self, client):
        service = entry("Night care", OLD, hidden_since=TODAY)
        assert "Night care" not in client.get("/services/").content.decode()
        assert client.get(f"/open-data/services/{service.pk}/").status_code == 404
