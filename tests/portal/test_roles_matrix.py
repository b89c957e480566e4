"""Who may open what: every staff address against every role. What is not written here is refused.

Wagtail refuses a signed-in person by sending them to the start of the admin; it counts as refused.
"""

from typing import Any
from uuid import uuid4

import pytest
from django.contrib.auth.models import Group
from wagtail.models import Site

from portal.people.roles import Role
from referrals.demo.answers import finished
from referrals.intake import Submission, accept
from referrals.models import AuditEvent
from referrals.pathways import newest_pathways
from tests.conftest import make_user

pytestmark = pytest.mark.django_db
E, R, D, T, A = "editor", "reviewer", "directory_editor", "triage", "administrator"
P, S = "partner", "stranger"
EVERYONE = {E, R, D, T, A, P, S}
INSIDE = {E, R, D, A}
CONTENT = {E, R, A}

MATRIX: dict[str, set[str]] = {
    "/staff/": EVERYONE,
    "/staff/design/": EVERYONE,
    "/accounts/2fa/": EVERYONE,
    "/accounts/password/change/": EVERYONE,
    "/staff/directory/": {D, T, A},
    "/staff/directory/proposals/": {D, A},
    "/staff/my-services/": {P},
    "/staff/directory/to-check/": {D, A},
    "/staff/directory/to-check/?view=hidden": {D, A},
    "/staff/directory/problems/": {D, A},
    "/staff/directory/figures/": {D, A},
    "/staff/directory/figures/?format=csv": {D, A},
    "/staff/directory/imports/": {D, A},
    "/staff/directory/imports/feeds/add/": {D, A},
    "/staff/directory/imports/pairs/": {D, A},
    "/staff/directory/imports/template.csv": {D, A},
    "/staff/referrals/": {T},
    "/staff/referrals/?view=mine": {T},
    "/staff/referrals/REFERENCE/": {T},
    "/staff/referrals/audit/": {A},
    "/staff/referrals/records/": {A},
    "/admin/": INSIDE,
    "/admin/pages/ROOT/": CONTENT,
    "/admin/pages/ROOT/edit/": CONTENT,
    "/admin/pages/ROOT/history/": CONTENT,
    "/admin/pages/ROOT/unpublish/": {R, A},
    "/admin/snippets/services_directory/service/": {D, A},
    "/admin/snippets/services_directory/organization/": {D, A},
    "/admin/snippets/services_directory/location/": {D, A},
    "/admin/snippets/services_directory/membership/": {A},
    "/admin/snippets/content/topic/": CONTENT,
    "/admin/snippets/content/learningoffering/": CONTENT,
    "/admin/snippets/content/pagefeedback/": CONTENT,
    "/admin/snippets/search/promotedresult/": {E, A},
    "/admin/snippets/referrals/referral/": set(),
    "/admin/redirects/": {A},
    "/admin/workflows/list/": {A},
    "/admin/groups/": set(),
    "/admin/sites/": set(),
    "/admin/collections/": set(),
}
DEEDS = ["take", "hand-back", "band", "decide"]


@pytest.fixture
def reference() -> str:
    pathway = newest_pathways()["palliative-care-support"]
    answers = finished(pathway, {"name": "Quenelda Zygmunt", "postcode": "WY1 1AA"})
    return accept(Submission(uuid4(), pathway, answers)).reference


@pytest.fixture
def root() -> int:
    return Site.objects.get(is_default_site=True).root_page_id


def opened(response: Any) -> bool:
    return bool(response.status_code == 200)


@pytest.mark.parametrize("name", sorted(EVERYONE))
def test_each_role_opens_what_it_needs_and_nothing_else(client, request, reference, root, name):
    client.force_login(request.getfixturevalue(name))
    for pattern, allowed in MATRIX.items():
        address = pattern.replace("REFERENCE", reference).replace("ROOT", str(root))
        response = client.get(address)
        assert opened(response) == (name in allowed), (name, address, response.status_code)
        assert response.status_code in {200, 302, 403, 404}
        assert "no-store" in response["Cache-Control"] or response.status_code != 200, address


def test_somebody_unknown_opens_nothing_and_is_asked_to_sign_in(client, reference, root):
    for pattern in MATRIX:
        address = pattern.replace("REFERENCE", reference).replace("ROOT", str(root))
        response = client.get(address)
        assert response.status_code == 302, address
        assert "/login/?next=" in response.url
        assert response.url.startswith("/")


@pytest.mark.parametrize("name", sorted(EVERYONE - {T}))
def test_no_deed_of_triage_is_open_to_another_role(client, request, reference, name):
    client.force_login(request.getfixturevalue(name))
    before = AuditEvent.objects.count()
    for deed in DEEDS:
        answer = client.post(
            f"/staff/referrals/{reference}/{deed}/",
            {"version": "1", "band": "24h", "outcome": "accept", "reason": "x"},
        )
        assert answer.status_code == 403
        assert "Zygmunt" not in answer.content.decode()
    assert AuditEvent.objects.count() == before


def test_no_role_may_do_everything():
    for role in Role:
        user = make_user(f"one-{role.name.lower()}", role)
        assert not user.is_superuser
        held = user.get_all_permissions()
        assert not [each for each in held if each.startswith("auth.")], role
        keeps_accounts = any(each.startswith("people.") for each in held)
        assert keeps_accounts == (role is Role.ADMINISTRATOR)


def test_only_triage_reads_referrals_and_only_administrators_the_trail():
    def holders(app: str, codename: str) -> set[str]:
        groups = Group.objects.filter(
            permissions__codename=codename, permissions__content_type__app_label=app
        )
        return set(groups.values_list("name", flat=True))

    assert holders("referrals", "view_referral") == {str(Role.TRIAGE)}
    assert holders("referrals", "change_referral") == {str(Role.TRIAGE)}
    assert holders("referrals", "view_auditevent") == {str(Role.ADMINISTRATOR)}


@pytest.mark.parametrize("address", ["/admin/", "/admin/pages/", "/admin/no-such-page/"])
def test_someone_signed_in_without_the_role_is_refused_and_not_sent_round(client, triage, address):
    client.force_login(triage)
    response = client.get(address, follow=True)
    assert response.status_code == 403
    assert b'href="tel:' in response.content


@pytest.mark.parametrize("address", ["/admin/login/", "/_util/login/"])
def test_there_is_one_way_to_sign_in(client, address):
    response = client.get(f"{address}?next=/admin/pages/")
    assert response.status_code == 302
    assert response.url == "/accounts/login/?next=/admin/pages/"
