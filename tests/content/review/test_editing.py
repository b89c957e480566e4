"""The whole way of a page, through the forms of the admin: write, hand in, approve."""

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from wagtail.test.utils.form_data import inline_formset, nested_form_data, rich_text, streamfield

from content.models import HomePage, InformationPage
from portal.people.models import User
from tests.content.builders import add_information

pytestmark = pytest.mark.django_db


@pytest.fixture
def page(home: HomePage) -> InformationPage:
    return add_information(home, "Money")


def body(page: InformationPage) -> dict[str, Any]:
    """Return what the editor posts for the body, as untouched as a reader of it leaves it."""
    blocks = [(block.block_type, rich_text(block.value.source)) for block in page.body]
    posted = streamfield(blocks or [("text", rich_text("<p>Ring us.</p>"))])
    for number, block in enumerate(page.body):
        posted[str(number)]["id"] = block.id
    return posted


def form(page: InformationPage, **changes: Any) -> dict[str, Any]:
    """Return what the editor posts for the page."""
    facets = {"stages": ["last-days"], "audiences": ["carer"]}
    return facets | nested_form_data(
        {
            "title": page.title,
            "slug": page.slug,
            "summary": page.summary,
            "keywords": "",
            "body": body(page),
            "needs": streamfield([]),
            "related": streamfield([]),
            "sources": streamfield([]),
            "owner_name": "St Wyvern's Hospice",
            "reviewed": "2026-10-05",
            "next_review": "2027-10-05",
            "reviewed_by": "",
            "lived_experience": "",
            "nation": "",
            "seo_title": "",
            "search_description": "",
            "comments": inline_formset([]),
            **changes,
        }
    )


def post(client: Client, user: User, page: InformationPage, **changes: Any) -> int:
    client.force_login(user)
    url = reverse("wagtailadmin_pages:edit", args=[page.pk])
    return client.post(url, form(page, **changes)).status_code


def seen(page: InformationPage) -> InformationPage:
    return InformationPage.objects.get(pk=page.pk)


def approve(**changes: Any) -> dict[str, Any]:
    return {"action-workflow-action": "true", "workflow-action-name": "approve", **changes}


def test_an_editor_writes_and_a_reviewer_publishes(
    page: InformationPage, editor: User, reviewer: User, client: Client
) -> None:
    assert post(client, editor, page, title="New", **{"action-submit": "1"}) == 302
    assert seen(page).title == "Money"
    assert seen(page).workflow_in_progress
    latest = seen(page).get_latest_revision_as_object()
    assert post(client, reviewer, latest, **approve()) == 302
    assert seen(page).title == "New"
    assert seen(page).stages == ["last-days"]


def test_a_reviewer_who_changes_and_approves_at_once_is_refused_and_loses_nothing(
    page: InformationPage, editor: User, reviewer: User, client: Client
) -> None:
    post(client, editor, page, title="New", **{"action-submit": "1"})
    latest = seen(page).get_latest_revision_as_object()
    post(client, reviewer, latest, **approve(title="Slipped in"))
    assert seen(page).title == "Money"
    assert seen(page).get_latest_revision_as_object().title == "Slipped in"


@pytest.mark.parametrize("role", ["editor", "reviewer", "administrator"])
def test_the_publish_button_of_a_forged_form_publishes_nothing(
    page: InformationPage, role: str, client: Client, request: pytest.FixtureRequest
) -> None:
    user = request.getfixturevalue(role)
    assert post(client, user, page, title="Alone", **{"action-publish": "1"}) == 302
    assert seen(page).title == "Money"
    assert seen(page).get_latest_revision_as_object().title == "Alone"


def test_a_next_review_before_the_last_one_is_refused_with_words(
    page: InformationPage, editor: User, client: Client
) -> None:
    client.force_login(editor)
    url = reverse("wagtailadmin_pages:edit", args=[page.pk])
    data = form(page, next_review="2026-01-01", title="Kept", **{"action-submit": "1"})
    response = client.post(url, data)
    shown = response.content.decode()
    assert response.status_code == 200
    assert "The next review must be later than the last review." in shown
    assert "Kept" in shown


def test_an_editor_makes_a_page_that_nobody_sees_yet(
    home: HomePage, page: InformationPage, editor: User, client: Client
) -> None:
    client.force_login(editor)
    url = reverse("wagtailadmin_pages:add", args=["content", "informationpage", home.pk])
    data = form(page, title="Brand new", slug="brand-new", **{"action-publish": "1"})
    client.post(url, data)
    made = InformationPage.objects.get(slug="brand-new")
    assert not made.live
    client.logout()
    assert client.get("/brand-new/").status_code == 404
