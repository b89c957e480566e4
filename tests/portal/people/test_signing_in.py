import pytest

from tests.conftest import PASSWORD

pytestmark = pytest.mark.django_db


def test_staff_sign_in_with_email_and_password_and_land_on_their_doors(client, triage):
    response = client.post("/accounts/login/", {"login": triage.email, "password": PASSWORD})
    assert response.url == "/staff/"


def test_a_wrong_password_is_answered_on_the_page(client, triage):
    response = client.post("/accounts/login/", {"login": triage.email, "password": "wrong"})
    assert response.status_code == 200
    assert triage.email in response.content.decode()


def test_nobody_can_sign_up(client):
    assert client.get("/accounts/signup/").url == "/accounts/login/"
    assert client.post("/accounts/signup/", {"email": "x@x.example"}).status_code == 302


def test_the_staff_door_is_closed_to_visitors(client):
    assert client.get("/staff/").url.startswith("/accounts/login/")


def test_the_editors_door_uses_the_same_sign_in(client):
    assert client.get("/admin/").url.startswith("/accounts/login/")


def test_someone_without_a_role_cannot_enter_the_editors_admin(client, stranger):
    client.force_login(stranger)
    assert client.get("/admin/").status_code == 403
    assert client.get("/admin/pages/").status_code == 403


def test_staff_may_add_a_second_factor(client, triage):
    client.force_login(triage)
    assert client.get("/accounts/2fa/").status_code == 200
