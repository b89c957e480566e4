"""Was this page useful?"""

import pytest
from django.test import Client
from django.urls import reverse

from content.feedback.services import MOST_A_MINUTE
from content.models import HomePage, InformationPage, PageFeedback
from portal.people.models import User
from tests.content.builders import add_information

pytestmark = pytest.mark.django_db


@pytest.fixture
def page(home: HomePage) -> InformationPage:
    return add_information(home, "Money")


def ask(page: InformationPage, useful: str = "") -> str:
    return f"{reverse('page_feedback')}?page={page.pk}" + (f"&useful={useful}" if useful else "")


def test_every_page_asks_by_plain_links(page: InformationPage, client: Client) -> None:
    shown = client.get(page.url).content.decode()
    assert f"/feedback/?page={page.pk}&amp;useful=yes" in shown
    assert f"/feedback/?page={page.pk}&amp;useful=no" in shown


def test_following_a_link_stores_nothing_yet(page: InformationPage, client: Client) -> None:
    response = client.get(ask(page, "no"))
    assert response.status_code == 200
    assert response.context["form"]["useful"].value() == "no"
    assert not PageFeedback.objects.exists()


def test_an_answer_is_kept_with_its_words(page: InformationPage, client: Client) -> None:
    response = client.post(ask(page), {"useful": "no", "words": " Say what it costs. "})
    assert response.status_code == 302
    kept = PageFeedback.objects.get()
    assert (kept.page_id, kept.useful, kept.words) == (page.pk, False, "Say what it costs.")
    assert b"Thank you" in client.get(response["Location"]).content


def test_nothing_about_the_person_is_kept() -> None:
    names = {field.name for field in PageFeedback._meta.get_fields()}
    assert names == {"id", "page", "useful", "words", "sent"}


def test_no_choice_is_an_error_and_keeps_the_words(page: InformationPage, client: Client) -> None:
    response = client.post(ask(page), {"words": "My words"})
    assert response.status_code == 400
    shown = response.content.decode()
    assert "Choose yes or no" in shown
    assert "My words" in shown
    assert "<title>Error: " in shown
    assert not PageFeedback.objects.exists()


@pytest.mark.parametrize("posted", [{"useful": "maybe"}, {"useful": "yes", "words": "x" * 1001}])
def test_impossible_answers_are_refused(
    page: InformationPage, client: Client, posted: dict[str, str]
) -> None:
    assert client.post(ask(page), posted).status_code == 400
    assert not PageFeedback.objects.exists()


@pytest.mark.parametrize("number", ["", "0", "-1", "x", "²", "9" * 30, "1;drop", "99999"])
def test_an_address_without_a_page_is_not_found(db: None, client: Client, number: str) -> None:
    assert client.get(reverse("page_feedback"), {"page": number}).status_code == 404
    assert client.get(reverse("page_feedback_thanks"), {"page": number}).status_code == 404


def test_a_page_that_is_not_public_cannot_be_judged(page: InformationPage, client: Client) -> None:
    page.unpublish()
    assert client.post(ask(page), {"useful": "yes"}).status_code == 404


def test_other_methods_are_refused(page: InformationPage, client: Client) -> None:
    assert client.put(ask(page)).status_code == 405


def test_a_flood_of_answers_is_refused(page: InformationPage, client: Client) -> None:
    PageFeedback.objects.bulk_create(
        PageFeedback(page=page.page_ptr, useful=True) for _ in range(MOST_A_MINUTE)
    )
    assert client.post(ask(page), {"useful": "yes"}).status_code == 429
    assert PageFeedback.objects.count() == MOST_A_MINUTE


def test_a_form_from_elsewhere_is_refused(page: InformationPage) -> None:
    strict = Client(enforce_csrf_checks=True)
    assert strict.post(ask(page), {"useful": "yes"}).status_code == 403
    assert not PageFeedback.objects.exists()


def test_editors_read_feedback_and_cannot_write_it(
    page: InformationPage, editor: User, client: Client
) -> None:
    PageFeedback.objects.create(page=page.page_ptr, useful=False, words="Too long")
    client.force_login(editor)
    base = "wagtailsnippets_content_pagefeedback"
    assert "Too long" in client.get(reverse(f"{base}:list")).content.decode()
    assert client.get(reverse(f"{base}:add")).status_code in {302, 403}


@pytest.mark.parametrize("role", ["triage", "stranger"])
def test_feedback_is_not_for_others(
    db: None, role: str, client: Client, request: pytest.FixtureRequest
) -> None:
    client.force_login(request.getfixturevalue(role))
    url = reverse("wagtailsnippets_content_pagefeedback:list")
    assert client.get(url).status_code in {302, 403}
