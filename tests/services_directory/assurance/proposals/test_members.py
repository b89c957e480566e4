"""Administrators say in Wagtail's admin which account speaks for which organisation."""

import pytest

from portal.people.roles import Role
from services_directory.models import Membership
from tests.conftest import make_user
from tests.services_directory import build

pytestmark = pytest.mark.django_db
ADMIN = "/admin/snippets/services_directory/membership/"


def test_an_administrator_gives_a_partner_an_organisation(client, administrator, partner):
    client.force_login(administrator)
    organization = build.organization()
    page = client.get(f"{ADMIN}add/").content.decode()
    assert partner.get_full_name() in page
    data = {"user": partner.pk, "organization": str(organization.pk)}
    assert client.post(f"{ADMIN}add/", data).status_code == 302
    assert Membership.objects.get().user == partner
    assert "St Wyvern" in client.get(ADMIN).content.decode()


def test_only_accounts_with_the_role_can_be_chosen(client, administrator, stranger):
    client.force_login(administrator)
    data = {"user": stranger.pk, "organization": str(build.organization().pk)}
    assert client.post(f"{ADMIN}add/", data).status_code == 200
    assert not Membership.objects.exists()


def test_the_same_organisation_is_given_once(client, administrator, partner):
    client.force_login(administrator)
    organization = build.organization()
    Membership.objects.create(user=partner, organization=organization)
    data = {"user": partner.pk, "organization": str(organization.pk)}
    assert client.post(f"{ADMIN}add/", data).status_code == 200
    assert Membership.objects.count() == 1


@pytest.mark.parametrize("who", ["directory_editor", "partner", "editor"])
def test_nobody_else_gives_organisations_away(client, request, who):
    client.force_login(request.getfixturevalue(who))
    assert client.get(f"{ADMIN}add/").status_code in (302, 403)


def test_a_partner_cannot_enter_the_content_admin_or_see_referrals(client, partner):
    client.force_login(partner)
    for url in ("/admin/", "/staff/referrals/", "/staff/directory/", "/admin/users/"):
        assert client.get(url).status_code == 403, url


def test_an_account_that_lost_the_role_speaks_for_nobody(client, partner):
    Membership.objects.create(user=partner, organization=build.organization())
    partner.groups.clear()
    client.force_login(partner)
    assert client.get("/staff/my-services/").status_code == 403
    other = make_user("other", Role.PARTNER)
    client.force_login(other)
    assert "no organisation" in client.get("/staff/my-services/").content.decode()
