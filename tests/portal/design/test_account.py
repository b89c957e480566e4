"""allauth's screens stand in the frame of the staff pages and speak its words."""

import pytest

from tests.conftest import PASSWORD
from tests.portal.design.soup import soup

SIGNED_IN = [
    "/accounts/logout/",
    "/accounts/password/change/",
    "/accounts/2fa/",
    "/accounts/2fa/totp/activate/",
    "/accounts/2fa/webauthn/",
    "/accounts/2fa/webauthn/add/",
]


def sign_in(client, user):
    return client.post("/accounts/login/", {"login": user.email, "password": PASSWORD}, follow=True)


@pytest.mark.django_db
@pytest.mark.parametrize("address", ["/accounts/login/", "/accounts/password/reset/"])
def test_visitors_see_the_frame_and_one_heading(client, address):
    page = soup(client.get(address))
    assert len(page.select("h1")) == 1
    assert page.select_one("main form[novalidate]")
    assert not page.select("style, [style]")


@pytest.mark.parametrize("address", SIGNED_IN)
def test_staff_see_the_frame_and_one_heading(client, stranger, address):
    sign_in(client, stranger)
    response = client.get(address, follow=True)
    page = soup(response)
    assert response.status_code == 200
    assert len(page.select("h1")) == 1
    assert page.select_one('nav[aria-label="Staff"]')
    # Only data may stand in a script without an address: the policy forbids running it.
    assert all(s["type"] == "application/json" for s in page.select("script:not([src])"))
    assert not page.select('img[src^="data:"]')


def test_a_wrong_password_keeps_the_address_and_says_so_in_the_summary(client, stranger):
    response = client.post("/accounts/login/", {"login": stranger.email, "password": "wrong"})
    page = soup(response)
    assert page.title.get_text().startswith("Error: ")
    assert page.select_one("[data-error-summary]")
    assert page.select_one("#id_login")["value"] == stranger.email


def test_an_empty_form_links_each_error_to_its_box(client, db):
    page = soup(client.post("/accounts/login/", {}))
    links = [link["href"] for link in page.select("[data-error-summary] a")]
    assert links == ["#id_login", "#id_password"]


def test_signing_in_leads_to_the_staff_home(client, stranger):
    page = soup(sign_in(client, stranger))
    assert page.h1.get_text() == "Staff home"
    assert "You have no role yet" in page.main.get_text()


def test_a_used_reset_link_says_how_to_get_another(client, db):
    page = soup(client.get("/accounts/password/reset/key/1-bad/"))
    assert "Ask for a new link" in page.main.get_text()


def test_the_code_to_scan_is_drawn_in_the_page(client, stranger):
    sign_in(client, stranger)
    response = client.get("/accounts/2fa/totp/activate/", follow=True)
    if response.request["PATH_INFO"] != "/accounts/2fa/totp/activate/":
        address = response.request["PATH_INFO"] + "?" + response.request["QUERY_STRING"]
        response = client.post(address, {"password": PASSWORD}, follow=True)
    page = soup(response)
    assert page.select_one(".fd-qr svg path")
    assert page.select_one(".fd-code").get_text(strip=True)
    assert not page.select("[style], img")
