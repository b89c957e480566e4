"""The sitemap: what it holds of each room, with the day of the last change."""

import xml.etree.ElementTree as ElementTree
from datetime import date

import pytest
from django.test import Client

from content.models import HomePage
from content.sitemaps import Paths
from tests.content.builders import add_information
from tests.content.learning.makers import make_offering

pytestmark = pytest.mark.django_db
NS = "{http://www.sitemaps.org/schemas/sitemap/0.9}"


def entries(client: Client) -> dict[str, str]:
    root = ElementTree.fromstring(client.get("/sitemap.xml").content)
    return {u.findtext(f"{NS}loc", ""): u.findtext(f"{NS}lastmod", "") for u in root}


def test_a_course_is_dated_by_its_last_check(home: HomePage, client: Client) -> None:
    make_offering("Open class", checked=date(2026, 3, 4))
    assert entries(client)["http://testserver/learning/open-class/"] == "2026-03-04"


def test_a_page_behind_a_password_is_not_named_nor_what_is_below_it(
    home: HomePage, client: Client
) -> None:
    page = add_information(home, "Secret")
    add_information(page, "Below")
    page.view_restrictions.create(restriction_type="password", password="x")
    assert not [address for address in entries(client) if "secret" in address]


def test_every_address_is_named_once_and_the_front_page_too(home: HomePage, client: Client) -> None:
    add_information(home, "Money")
    found = client.get("/sitemap.xml").content.decode()
    assert found.count("<loc>http://testserver/money/</loc>") == 1
    assert found.count("<loc>http://testserver/</loc>") == 1


def test_paths_are_read_anew_each_time() -> None:
    days = [("/a/", date(2026, 1, 1))]
    paths = Paths(lambda: list(days))
    days.append(("/b/", date(2026, 1, 2)))
    assert [(paths.location(item), paths.lastmod(item)) for item in paths.items()] == days
