"""Every answer against the schemas of the UK profile and of HSDS, with formats."""

import json

import pytest
from django.db import transaction
from django.test import Client
from wagtail.signal_handlers import disable_reference_index_auto_update

from portal.places import demo as places
from services_directory import demo
from services_directory.models import Address, Service
from tests.services_directory import build
from tests.services_directory.open_data.checker import (
    MISSING,
    STANDARDS,
    against,
    errors,
    page_errors,
)

pytestmark = [pytest.mark.skipif(not STANDARDS.is_dir(), reason=MISSING)]
ROOT = "/open-data/v3"
LISTS = {
    "services": ("service_item", "service"),
    "service_at_locations": ("service_at_location_item", "service_at_location"),
    "organizations": ("organization_item", "organization"),
    "taxonomies": ("taxonomy", "taxonomy"),
    "taxonomy_terms": ("taxonomy_term", "taxonomy_term"),
}
QUERIES = {"organizations": ["full=true", "full_service=true"]}
# What each file of the official mocks is an example of.
MOCKS = {
    "api_details": "details",
    "service_list": "service_item",
    "service_full": "service",
    "service_at_location_list": "service_at_location_item",
    "service_at_location_full": "service_at_location_item",
    "organization_list": "organization_item",
    "organization": "organization",
    "organization_full": "organization",
    "taxonomy_list": "taxonomy",
    "taxonomy": "taxonomy",
    "taxonomy_term_list": "taxonomy_term",
    "taxonomy_term": "taxonomy_term",
}
# Those with a fault. In Warn only an optional endpoint has one, in Fail all that are required do.
FAULTY = {
    "mocks-Default": set(),
    "mocks-Warn": {"taxonomy_term"},
    "mocks-Fail": {"api_details", "service_list", "service_full", "taxonomy_term"},
}


def fetch(path: str):
    response = Client().get(f"{ROOT}/{path}")
    assert response.status_code == 200, (path, response.content)
    return response.json()


def everything_wrong() -> list[str]:
    """Read each list to its end, by page, whole and as a stream, and each object by its key."""
    found = errors(fetch(""), "details")
    for name, (item_kind, kind) in LISTS.items():
        total_pages = fetch(f"{name}?per_page=50")["total_pages"]
        for page in range(1, total_pages + 1):
            listed = fetch(f"{name}?per_page=50&page={page}")
            found += page_errors(listed, item_kind)
        for query in QUERIES.get(name, ["full=true"]):
            full = fetch(f"{name}?{query}&per_page=100")
            found += against(full, "published-spec/page.2026-03.json")
            lines = Client().get(f"{ROOT}/{name}?{query}&format=ndjson").getvalue().splitlines()
            assert [json.loads(line) for line in lines][:100] == full["contents"]
            found += [error for line in lines for error in errors(json.loads(line), kind)]
        for item in (*listed["contents"][:2], *listed["contents"][-2:]):
            found += errors(fetch(f"{name}/{item['id']}"), kind)
    return found


@pytest.fixture(scope="module")
def loaded_demo(django_db_setup, django_db_blocker):
    """The demo directory, loaded once for the module and taken away after it."""
    with django_db_blocker.unblock(), transaction.atomic():
        places.load(lambda line: None)
        with disable_reference_index_auto_update():
            demo.load(lambda line: None)
        yield
        transaction.set_rollback(True)


def test_every_answer_of_a_service_with_all_its_parts_is_valid(whole):
    build.service("With nothing", description="")
    build.place(whole, confidential=True)
    whole.url = whole.organization.website = "https://café.example/où?a[]=100%&b=%C3%A9"
    whole.save()
    whole.organization.save()
    assert everything_wrong() == []
    url = fetch(f"services/{whole.pk}")["url"]
    assert url == "https://caf%C3%A9.example/o%C3%B9?a%5B%5D=100%25&b=%C3%A9"


def test_a_service_whose_feed_left_out_parts_of_its_address_is_valid(whole):
    Address.objects.update(city="", state_province="", postal_code="")
    assert everything_wrong() == []


@pytest.mark.django_db
def test_every_answer_of_an_empty_directory_is_valid():
    assert errors(fetch(""), "details") == []
    for name, (item_kind, _) in LISTS.items():
        assert page_errors(fetch(f"{name}?search=zzzz"), item_kind) == []


def test_every_answer_of_the_demo_is_valid(loaded_demo, db):
    assert Service.objects.public().count() > 50
    assert everything_wrong() == []


@pytest.mark.parametrize("folder", FAULTY)
def test_of_the_official_mocks_those_with_a_fault_and_no_others_are_refused(folder):
    refused, files = set(), sorted((STANDARDS / "validator" / folder).glob("*.json"))
    for file in files:
        body, kind = json.loads(file.read_text()), MOCKS[file.stem]
        check = page_errors if "contents" in body else errors
        refused |= {file.stem} if check(body, kind) else set()
    assert len(files) == 11
    assert refused == FAULTY[folder]


@pytest.mark.parametrize(
    ("file", "schema"),
    [
        ("service_full.json", "uk-profile-3.0/schema/compiled/service.json"),
        ("service_list.json", "validator/schema.service_list.json"),
    ],
)
def test_the_mocks_that_must_fail_fail_for_their_addresses(file, schema):
    body = json.loads((STANDARDS / "validator/mocks-Fail" / file).read_text())
    found = against(body, schema)
    assert any("email" in error for error in found)
    assert any("url" in error for error in found)


@pytest.mark.parametrize(
    ("field", "value"),
    [("id", "7"), ("status", "open"), ("url", "no url"), ("last_modified", "2026-11-22T10:00:00")],
)
def test_the_checker_sees_one_wrong_field(whole, field, value):
    body = fetch(f"services/{whole.pk}")
    assert errors({**body, field: value}, "service")
