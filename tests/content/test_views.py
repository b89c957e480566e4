"""What machines read."""

import re
from typing import Any
from urllib.parse import urlsplit

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from pytest_django.fixtures import Settings

from content.models import HomePage
from tests.content.builders import add_information
from tests.content.learning.makers import make_offering
from tests.services_directory import build

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


def test_the_sitemap_names_the_address_that_the_visitor_used(
    home: HomePage, client: Client, settings: Settings
) -> None:
    settings.ALLOWED_HOSTS = ["care.example"]
    add_information(home, "Shown")
    make_offering("Open class")
    found = client.get("/sitemap.xml", headers={"host": "care.example"}).content.decode()
    addresses = re.findall("<loc>([^<]+)</loc>", found)
    assert "http://care.example/shown/" in addresses
    assert "http://care.example/learning/open-class/" in addresses
    assert {urlsplit(address).netloc for address in addresses} == {"care.example"}


def test_the_sitemap_holds_services_and_learning_that_are_public(
    home: HomePage, client: Client
) -> None:
    services = [build.service("Open"), build.service("Draft", live=False)]
    offerings = [make_offering("Open class"), make_offering("Draft class", live=False)]
    shown = client.get("/sitemap.xml").content.decode()
    there = [f"{thing.get_absolute_url()}</loc>" in shown for thing in [*services, *offerings]]
    assert there == [True, False, True, False]


def test_the_sitemap_takes_the_same_queries_for_many_services(
    home: HomePage, client: Client, django_assert_max_num_queries: Any
) -> None:
    with CaptureQueriesContext(connection) as few:
        client.get("/sitemap.xml")
    for number in range(5):
        build.service(f"Service {number}")
        make_offering(f"Class {number}")
    with django_assert_max_num_queries(len(few)):
        client.get("/sitemap.xml")
