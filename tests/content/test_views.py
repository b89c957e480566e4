"""What machines read."""

import pytest
from django.test import Client

from content.models import HomePage
from tests.content.builders import add_information

pytestmark = pytest.mark.django_db


def test_robots_are_kept_from_forms_and_staff_pages(client: Client) -> None:
    response = client.get("/robots.txt")
    assert response["Content-Type"] == "text/plain"
    lines = response.content.decode().splitlines()
    assert lines[0] == "User-agent: *"
    assert {"Disallow: /admin/", "Disallow: /refer/", "Disallow: /feedback/"} <= set(lines)
    assert lines[-1] == "Sitemap: http://testserver/sitemap.xml"


def test_robots_cannot_be_posted_to(client: Client) -> None:
    assert client.post("/robots.txt").status_code == 405


def test_the_sitemap_holds_public_pages_only(home: HomePage, client: Client) -> None:
    add_information(home, "Shown")
    add_information(home, "Hidden").unpublish()
    shown = client.get("/sitemap.xml").content.decode()
    assert "/shown/</loc>" in shown
    assert "/hidden/" not in shown
