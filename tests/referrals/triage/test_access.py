"""Nobody but triage sees a referral; administrators see the trail."""

import pytest

from referrals.models import AuditEvent

pytestmark = pytest.mark.django_db
OTHERS = ["editor", "reviewer", "directory_editor", "stranger", "administrator"]
ENDS = ["", "take/", "hand-back/", "band/", "decide/"]


@pytest.fixture
def addresses(make_referral):
    reference = make_referral().reference
    return ["/staff/referrals/", *[f"/staff/referrals/{reference}/{end}" for end in ENDS]]


def test_somebody_unknown_is_sent_to_the_sign_in(client, addresses):
    for address in [*addresses, "/staff/referrals/audit/"]:
        answer = client.get(address)
        assert answer.status_code == 302
        assert answer.url.startswith("/accounts/login/")


@pytest.mark.parametrize("name", OTHERS)
def test_other_roles_are_refused_the_list_the_referral_and_each_deed(
    client, addresses, name, request
):
    client.force_login(request.getfixturevalue(name))
    for address in addresses:
        assert client.get(address).status_code == 403
        assert client.post(address, {"version": "1", "band": "24h"}).status_code == 403
    assert AuditEvent.objects.count() == 1


@pytest.mark.parametrize("name", [*OTHERS[:4], "triage"])
def test_the_trail_is_for_administrators(client, name, request):
    client.force_login(request.getfixturevalue(name))
    assert client.get("/staff/referrals/audit/").status_code == 403


def test_a_refusal_does_not_tell_whether_the_referral_exists(client, stranger):
    client.force_login(stranger)
    assert client.get("/staff/referrals/CCCC-3333/").status_code == 403


def test_a_list_cannot_be_posted_to(client, triage):
    client.force_login(triage)
    assert client.post("/staff/referrals/").status_code == 405


def test_triage_is_let_in(client, triage, addresses):
    client.force_login(triage)
    assert [client.get(address).status_code for address in addresses[:2]] == [200, 200]


def test_administrators_read_codes_and_no_answers(client, administrator, triage, make_referral):
    referral = make_referral(name="Quenelda Zygmunt")
    client.force_login(triage)
    client.get(f"/staff/referrals/{referral.reference}/")
    client.force_login(administrator)
    html = client.get("/staff/referrals/audit/").content.decode()
    assert referral.reference in html
    assert "Read" in html
    assert "Zygmunt" not in html
    assert ">QZ" not in html


def test_staff_pages_are_never_cached(client, triage, addresses):
    client.force_login(triage)
    for address in addresses[:2]:
        assert "no-store" in client.get(address)["Cache-Control"]
