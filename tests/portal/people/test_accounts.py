import pytest
from django.contrib.auth.models import Group

from portal.people.models import User
from portal.people.roles import Role

pytestmark = pytest.mark.django_db
ACCOUNTS = "/admin/users/"


@pytest.fixture
def admin_client(client, administrator):
    client.force_login(administrator)
    return client


def test_an_administrator_gives_a_colleague_an_account_and_a_role(admin_client):
    group = Group.objects.get(name=Role.TRIAGE)
    answer = admin_client.post(
        f"{ACCOUNTS}new/",
        {
            "email": "nia@wyvernvale.example",
            "first_name": "Nia",
            "last_name": "Rees",
            "password1": "quiet lantern hollow",
            "password2": "quiet lantern hollow",
            "groups": [group.pk],
        },
    )
    assert answer.status_code == 302
    assert User.objects.get(email="nia@wyvernvale.example").groups.get() == group


def test_nobody_becomes_all_powerful_through_the_account_pages(admin_client, stranger):
    page = admin_client.get(f"{ACCOUNTS}edit/{stranger.pk}/").content.decode()
    assert "is_superuser" not in page
    admin_client.post(
        f"{ACCOUNTS}edit/{stranger.pk}/",
        {
            "email": stranger.email,
            "first_name": "S",
            "last_name": "S",
            "is_active": "on",
            "is_superuser": "on",
        },
    )
    stranger.refresh_from_db()
    assert not stranger.is_superuser


@pytest.mark.parametrize("who", ["editor", "reviewer", "directory_editor", "triage", "stranger"])
def test_others_do_not_see_the_accounts(client, request, who):
    client.force_login(request.getfixturevalue(who))
    assert client.get(ACCOUNTS).status_code in (302, 403)


def test_an_administrator_keeps_the_contact_points_and_the_brand(admin_client):
    assert admin_client.get("/admin/snippets/contacts/contactpoint/add/").status_code == 200
    assert admin_client.get("/admin/settings/design/brand/", follow=True).status_code == 200


@pytest.mark.parametrize("who", ["editor", "reviewer", "directory_editor", "triage"])
def test_others_cannot_change_a_number_that_stands_on_every_page(client, request, who):
    client.force_login(request.getfixturevalue(who))
    answer = client.get("/admin/snippets/contacts/contactpoint/add/")
    assert answer.status_code in (302, 403)
