"""Every other button and address by which a page might reach the public, tried by each role."""

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from wagtail.models import Page

from content.models import HomePage, InformationPage
from content.review.four_eyes import approval
from portal.people.models import User
from tests.content.builders import FACTS, add_information

pytestmark = pytest.mark.django_db
ROLES = pytest.mark.parametrize("role", ["editor", "reviewer", "administrator"])


@pytest.fixture
def page(home: HomePage) -> InformationPage:
    return add_information(home, "Money")


@pytest.fixture
def user(role: str, request: pytest.FixtureRequest) -> User:
    return request.getfixturevalue(role)


def draft(home: HomePage, user: User, **fields: Any) -> InformationPage:
    page = home.add_child(instance=InformationPage(title="Draft", live=False, **FACTS, **fields))
    page.save_revision(user=user)
    return page


def live(slug: str) -> bool:
    return Page.objects.filter(slug=slug, live=True).exists()


@ROLES
def test_a_copy_of_a_public_page_is_a_draft(
    page: InformationPage, user: User, client: Client
) -> None:
    client.force_login(user)
    client.post(
        reverse("wagtailadmin_pages:copy", args=[page.pk]),
        {
            "new_title": "Copied",
            "new_slug": "copied",
            "new_parent_page": page.get_parent().pk,
            "publish_copies": "on",
            "copy_subpages": "on",
        },
    )
    assert not live("copied")


@ROLES
def test_an_alias_of_a_public_page_is_not_public(
    page: InformationPage, user: User, client: Client
) -> None:
    client.force_login(user)
    client.post(
        reverse("wagtailadmin_pages:copy", args=[page.pk]),
        {
            "new_title": "Alias",
            "new_slug": "alias",
            "new_parent_page": page.get_parent().pk,
            "alias": "on",
        },
    )
    assert not live("alias")


@ROLES
def test_a_draft_is_not_published_in_bulk_with_what_is_below_it(
    home: HomePage, user: User, client: Client
) -> None:
    page = draft(home, user)
    client.force_login(user)
    url = reverse("wagtail_bulk_action", args=["wagtailcore", "page", "publish"])
    client.post(f"{url}?id={home.pk}&id={page.pk}&next=/admin/", {"include_descendants": "on"})
    assert not live(page.slug)


@ROLES
def test_who_sends_their_own_draft_and_approves_it_publishes_nothing(
    home: HomePage, user: User, client: Client
) -> None:
    page = draft(home, user)
    page.get_workflow().start(page, user)
    state = InformationPage.objects.get(pk=page.pk).current_workflow_task_state
    client.force_login(user)
    for action in ("approve", "publish", "nonsense"):
        url = reverse("wagtailadmin_pages:workflow_action", args=[page.pk, action, state.pk])
        assert client.post(url, {"comment": ""}).status_code < 500
    assert not live(page.slug)


@ROLES
def test_cancelling_the_workflow_leaves_a_draft(home: HomePage, user: User, client: Client) -> None:
    page = draft(home, user)
    page.get_workflow().start(page, user)
    client.force_login(user)
    client.post(reverse("wagtailadmin_pages:confirm_workflow_cancellation", args=[page.pk]))
    assert not live(page.slug)


def test_a_reviewer_sends_back_what_an_editor_wrote(
    page: InformationPage, editor: User, reviewer: User, client: Client
) -> None:
    page.title = "New words"
    page.save_revision(user=editor)
    page.get_workflow().start(page, editor)
    state = InformationPage.objects.get(pk=page.pk).current_workflow_task_state
    client.force_login(reviewer)
    url = reverse("wagtailadmin_pages:workflow_action", args=[page.pk, "reject", state.pk])
    client.post(url, {"comment": "Say what it costs."})
    state.refresh_from_db()
    assert (state.status, state.comment) == ("rejected", "Say what it costs.")
    assert InformationPage.objects.get(pk=page.pk).title == "Money"


def test_leave_to_publish_ends_with_the_approval_also_when_it_fails(
    page: InformationPage, reviewer: User
) -> None:
    permissions = page.permissions_for_user(reviewer)
    with approval():
        assert permissions.can_publish()
        assert not permissions.can_publish_subpage()
    with pytest.raises(RuntimeError), approval():
        raise RuntimeError
    assert not permissions.can_publish()


def test_an_approval_gives_nothing_to_who_may_not_publish(
    page: InformationPage, editor: User
) -> None:
    with approval():
        assert not page.permissions_for_user(editor).can_publish()
