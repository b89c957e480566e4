from dataclasses import replace
from urllib.parse import urlencode

import pytest
from django.utils import timezone

from referrals.journey.doors import DOORS
from referrals.journey.views import front
from referrals.models import Draft
from referrals.pathways import newest_pathways
from tests.referrals.conftest import SLUGS

pytestmark = pytest.mark.django_db


def test_the_front_page_has_a_way_for_each_who_asks(client):
    page = client.get("/refer/").content.decode()
    for words in DOORS.values():
        assert words in page
    assert all(f"/refer/{slug}/" in page for slug in SLUGS)


@pytest.mark.parametrize("slug", SLUGS)
def test_a_start_page_says_for_whom_what_how_long_and_when(client, slug):
    page = client.get(f"/refer/{slug}/").content.decode()
    for words in (
        "Who it is for",
        "minutes",
        "What happens, and when",
        "working day",
        "Rather talk",
    ):
        assert words in page


@pytest.mark.parametrize("address", ["/refer/", *[f"/refer/{slug}/" for slug in SLUGS]])
def test_reading_sets_no_cookie(client, address):
    assert not client.get(address).cookies


@pytest.mark.parametrize("end", ["", "begin/"])
def test_an_unknown_form_is_not_found(client, end):
    assert client.get(f"/refer/no-such-form/{end}").status_code == 404


def test_the_gate_asks_first_and_keeps_nothing(client):
    page = client.get(f"/refer/{SLUGS[0]}/begin/")
    assert "Does anyone need help right now?" in page.content.decode()
    assert Draft.objects.count() == 0


@pytest.mark.parametrize(
    ("now", "words"), [("emergency", "Ring 999 now"), ("today", "Please ring")]
)
def test_who_cannot_wait_is_told_to_ring_and_no_draft_is_made(client, now, words):
    page = client.post(f"/refer/{SLUGS[0]}/begin/", {"now": now}, follow=True).content.decode()
    assert words in page
    assert 'href="tel:999"' in page
    assert Draft.objects.count() == 0


@pytest.mark.parametrize("data", [{}, {"now": ""}, {"now": "perhaps"}])
def test_no_answer_at_the_gate_is_an_error_that_says_what_to_do(client, data):
    answer = client.post(f"/refer/{SLUGS[0]}/begin/", data, follow=True)
    page = answer.content.decode()
    assert answer.status_code == 200
    assert "<title>Error: " in page
    assert "Choose" in page
    assert Draft.objects.count() == 0


@pytest.mark.parametrize("slug", SLUGS)
def test_carrying_on_begins_a_draft_behind_a_link_that_cannot_be_guessed(client, slug):
    answer = client.post(f"/refer/{slug}/begin/", {"now": "carry-on"})
    token = answer.url.split("/")[3]
    assert len(token) >= 32
    assert Draft.objects.get().pathway_slug == slug
    assert client.get(answer.url).status_code == 200


def test_two_drafts_have_two_links(begin):
    assert begin() != begin()


def test_one_connection_cannot_begin_forms_without_end(client):
    url = f"/refer/{SLUGS[0]}/begin/"
    statuses = [client.post(url, {"now": "today"}).status_code for _ in range(301)]
    assert statuses[:300] == [302] * 300
    assert statuses[300] == 429


def test_other_methods_are_refused(client):
    assert client.delete(f"/refer/{SLUGS[0]}/begin/").status_code == 405
    assert client.post("/refer/").status_code == 405


def test_a_pathway_that_no_door_leads_to_is_no_form(client, monkeypatch):
    hidden = replace(newest_pathways()[SLUGS[0]], slug="by-message", doors=())
    monkeypatch.setattr(front, "newest_pathways", lambda: {"by-message": hidden})
    assert client.get("/refer/by-message/").status_code == 404
    assert client.post("/refer/by-message/begin/", {"now": "carry-on"}).status_code == 404
    assert Draft.objects.count() == 0


@pytest.mark.parametrize("slug", SLUGS)
def test_a_start_page_leads_on_whom_the_form_does_not_fit_and_says_whom_to_ring(client, slug):
    main = client.get(f"/refer/{slug}/").content.decode().split("<main")[1].split("</main>")[0]
    assert 'href="/refer/">See all forms' in main
    assert 'href="/services/">find services' in main
    urgent = main.split("If it is urgent")[1].split("<h2")[0]
    assert 'href="tel:' in urgent


class TestGoingBackToTheGate:
    def test_who_goes_on_again_finds_the_form_as_it_was(self, client, begin):
        token = begin()
        first = f"/refer/form/{token}/step/who-it-is-for/"
        client.post(first, {"who_for": "someone"})
        gate = client.get(first).context["where"].back_url
        assert client.get(gate).status_code == 200
        assert client.post(gate, {"now": "carry-on"}).url == first
        assert Draft.objects.count() == 1

    def test_a_mistake_or_a_call_in_between_loses_nothing(self, client, begin):
        token = begin()
        gate = f"/refer/{SLUGS[0]}/begin/?form={token}"
        mistake = client.post(gate, {}).url
        ring = client.post(mistake, {"now": "today"}).url
        page = client.get(ring)
        assert "What you wrote is kept." in page.content.decode()
        assert page.context["gate"] == gate
        assert token in client.post(page.context["gate"], {"now": "carry-on"}).url

    def test_another_form_a_sent_one_or_a_made_up_one_begins_anew(self, client, begin):
        sent = begin()
        Draft.objects.update(submitted_at=timezone.now())
        for token in (begin(SLUGS[1]), sent, "x", "é"):
            answer = client.post(
                f"/refer/{SLUGS[0]}/begin/?{urlencode({'form': token})}", {"now": "carry-on"}
            )
            assert token not in answer.url.split("/")
            assert client.get(answer.url).status_code == 200
