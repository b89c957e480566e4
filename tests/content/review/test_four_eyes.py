"""Who may publish: nobody alone. Each refusal is tried by the person who is refused."""

import pytest
from django.core.exceptions import PermissionDenied
from django.test import Client
from django.urls import reverse
from wagtail.models import GroupApprovalTask, TaskState, Workflow

from content.models import HomePage, InformationPage, SecondPairOfEyes
from portal.people.models import User
from portal.people.roles import Role
from tests.conftest import make_user
from tests.content.builders import add_information

pytestmark = pytest.mark.django_db


@pytest.fixture
def page(home: HomePage) -> InformationPage:
    return add_information(home, "Money")


@pytest.fixture
def other_reviewer(db: None) -> User:
    return make_user("other_reviewer", Role.REVIEWER)


def edit(page: InformationPage, user: User, title: str = "New words") -> InformationPage:
    page.title = title
    page.save_revision(user=user)
    return InformationPage.objects.get(pk=page.pk)


def submit(page: InformationPage, user: User) -> TaskState:
    page.get_workflow().start(page, user)
    return InformationPage.objects.get(pk=page.pk).current_workflow_task_state


def approve_in_admin(client: Client, user: User, page: InformationPage, state: TaskState) -> int:
    client.force_login(user)
    url = reverse("wagtailadmin_pages:workflow_action", args=[page.pk, "approve", state.pk])
    return client.post(url, {"comment": ""}).status_code


def title_seen(page: InformationPage) -> str:
    return InformationPage.objects.get(pk=page.pk).title


def test_all_pages_go_through_the_one_workflow(page: InformationPage) -> None:
    assert page.get_workflow().name == "Editor then reviewer"
    assert [type(task.specific) for task in page.get_workflow().tasks] == [SecondPairOfEyes]
    assert Workflow.objects.count() == 1
    assert not GroupApprovalTask.objects.exists()


def test_a_reviewer_publishes_what_an_editor_wrote(
    page: InformationPage, editor: User, reviewer: User, client: Client
) -> None:
    state = submit(edit(page, editor), editor)
    assert title_seen(page) == "Money"
    assert approve_in_admin(client, reviewer, page, state) == 302
    assert title_seen(page) == "New words"


def test_an_editor_cannot_approve(page: InformationPage, editor: User, client: Client) -> None:
    state = submit(edit(page, editor), editor)
    approve_in_admin(client, editor, page, state)
    assert title_seen(page) == "Money"


def test_a_reviewer_cannot_approve_their_own_edit(
    page: InformationPage, reviewer: User, client: Client
) -> None:
    state = submit(edit(page, reviewer), reviewer)
    approve_in_admin(client, reviewer, page, state)
    assert title_seen(page) == "Money"


def test_a_reviewer_cannot_approve_an_edit_that_an_editor_handed_in_for_them(
    page: InformationPage, editor: User, reviewer: User, client: Client
) -> None:
    page = edit(page, reviewer, "Written by the reviewer")
    state = submit(edit(page, editor, "Touched by the editor"), editor)
    approve_in_admin(client, reviewer, page, state)
    assert title_seen(page) == "Money"


def test_a_reviewer_who_changes_a_page_under_review_needs_another_reviewer(
    page: InformationPage, editor: User, reviewer: User, other_reviewer: User, client: Client
) -> None:
    state = submit(edit(page, editor), editor)
    edit(page, reviewer, "Changed while reading")
    approve_in_admin(client, reviewer, page, state)
    assert title_seen(page) == "Money"
    assert approve_in_admin(client, other_reviewer, page, state) == 302
    assert title_seen(page) == "Changed while reading"


def test_what_was_approved_once_does_not_bar_the_writer_for_ever(
    page: InformationPage, editor: User, reviewer: User, other_reviewer: User, client: Client
) -> None:
    state = submit(edit(page, reviewer, "First"), reviewer)
    approve_in_admin(client, other_reviewer, page, state)
    page = InformationPage.objects.get(pk=page.pk)
    state = submit(edit(page, editor, "Second"), editor)
    assert approve_in_admin(client, reviewer, page, state) == 302
    assert title_seen(page) == "Second"


def test_an_administrator_cannot_approve_their_own_edit_either(
    page: InformationPage, administrator: User
) -> None:
    state = submit(edit(page, administrator), administrator)
    with pytest.raises(PermissionDenied):
        state.task.specific.on_action(state, administrator, "approve")
    assert title_seen(page) == "Money"


def test_the_writer_is_offered_no_approval_but_may_ask_for_changes(
    page: InformationPage, reviewer: User
) -> None:
    page = edit(page, reviewer)
    state = submit(page, reviewer)
    offered = [name for name, _, _ in state.task.specific.get_actions(page, reviewer)]
    assert offered == ["reject"]


@pytest.mark.parametrize("role", ["editor", "reviewer", "administrator"])
def test_nobody_publishes_straight_from_the_editor(
    page: InformationPage, role: str, client: Client, request: pytest.FixtureRequest
) -> None:
    user = request.getfixturevalue(role)
    assert not page.permissions_for_user(user).can_publish()
    assert not page.permissions_for_user(user).can_publish_subpage()
    assert page.permissions_for_user(user).can_edit()
    client.force_login(user)
    url = reverse("wagtail_bulk_action", args=["wagtailcore", "page", "publish"])
    edit(page, user)
    client.post(f"{url}?id={page.pk}&next=/admin/")
    assert title_seen(page) == "Money"


@pytest.mark.parametrize(("role", "allowed"), [("editor", False), ("reviewer", True)])
def test_reviewers_can_take_a_page_off_the_site_and_editors_cannot(
    page: InformationPage, role: str, allowed: bool, client: Client, request: pytest.FixtureRequest
) -> None:
    client.force_login(request.getfixturevalue(role))
    client.post(reverse("wagtailadmin_pages:unpublish", args=[page.pk]))
    assert InformationPage.objects.get(pk=page.pk).live is not allowed


@pytest.mark.parametrize("role", ["triage", "directory_editor", "stranger"])
def test_others_cannot_touch_pages(
    page: InformationPage, role: str, client: Client, request: pytest.FixtureRequest
) -> None:
    user = request.getfixturevalue(role)
    permissions = page.permissions_for_user(user)
    assert not permissions.can_edit()
    assert not permissions.can_delete()
    client.force_login(user)
    response = client.get(reverse("wagtailadmin_pages:edit", args=[page.pk]))
    assert response.status_code in {302, 403}


def test_an_editor_cannot_delete_a_public_page(page: InformationPage, editor: User) -> None:
    assert not page.permissions_for_user(editor).can_delete()
