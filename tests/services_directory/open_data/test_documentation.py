import re

import pytest
from bs4 import BeautifulSoup
from django.urls import get_resolver

from services_directory.open_data.documentation import ENDPOINTS

pytestmark = pytest.mark.django_db


def main(client) -> BeautifulSoup:
    response = client.get("/open-data/")
    assert response.status_code == 200
    assert not response.cookies
    return BeautifulSoup(response.content, "html.parser").main


def test_the_page_names_the_licence_and_every_parameter(client):
    page = main(client)
    (licence,) = page.select('a[rel="license"]')
    assert "open-government-licence/version/3" in licence["href"]
    text = page.get_text(" ")
    for name in (
        "page", "per_page", "perPage", "format", "search", "full", "minimal", "full_service",
        "modified_after", "organization_id", "taxonomy_id", "taxonomy_term_id", "postcode",
        "proximity", "minimum_age", "maximum_age", "day", "start_time", "end_time", "parent_id",
        "top_only",
    ):  # fmt: skip
        assert re.search(rf"\b{name}\b", text), name


def test_every_example_on_the_page_works(client, whole):
    links = [link["href"] for link in main(client).select('a[href*="/open-data/v3"]')]
    assert len(links) == 5
    for link in links:
        assert client.get(link.removeprefix("http://testserver")).status_code == 200


def test_every_endpoint_of_the_standard_is_on_the_page(client):
    named = {code.get_text() for code in main(client).find_all("code")}
    lists = ("services", "service_at_locations", "organizations", "taxonomies", "taxonomy_terms")
    assert {"/", *(f"/{name}{key}" for name in lists for key in ("", "/{id}"))} <= named


@pytest.mark.parametrize("path", [path for path, _ in ENDPOINTS])
def test_every_address_on_the_page_leads_to_its_own_view(path):
    key = "00000000-0000-0000-0000-000000000000"
    match = get_resolver().resolve(f"/open-data/v3{path.replace('{id}', key)}")
    assert match.func.__name__ != "nothing"


def test_the_finder_leads_to_the_page(client):
    page = BeautifulSoup(client.get("/services/").content, "html.parser").main
    assert page.select('a[href="/open-data/"]')
