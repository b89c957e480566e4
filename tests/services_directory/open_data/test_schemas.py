"""Every answer against the schemas of the UK profile and of HSDS, with formats."""

import json

import pytest
from django.db import transaction
from django.test import Client
from wagtail.signal_handlers import disable_reference_index_auto_update

from portal.places import demo as places
from services_directory import demo
from services_directory.models import Service
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
MOCKS = {
    "service_full.json": "service",
    "service_at_location_full.json": "service_at_location_item",
    "taxonomy.json": "taxonomy",
    "taxonomy_term.json": "taxonomy_term",
    "api_details.json": "details",
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
            full = fetch(f"{name}?per_page=50&page={page}&full=true")
            found += [error for item in full["contents"] for error in errors(item, kind)]
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
    assert everything_wrong() == []


@pytest.mark.django_db
def test_every_answer_of_an_empty_directory_is_valid():
    assert errors(fetch(""), "details") == []
    for name, (item_kind, _) in LISTS.items():
        assert page_errors(fetch(f"{name}?search=zzzz"), item_kind) == []


def test_every_answer_of_the_demo_is_valid(loaded_demo, db):
    assert Service.objects.public().count() > 50
    assert everything_wrong() == []


@pytest.mark.parametrize(("file", "kind"), MOCKS.items())
def test_the_official_mocks_that_must_pass_pass(file, kind):
    assert (
        errors(json.loads((STANDARDS / "validator/mocks-Default" / file).read_text()), kind) == []
    )


def test_the_official_list_that_must_pass_passes():
    body = json.loads((STANDARDS / "validator/mocks-Default/service_list.json").read_text())
    assert against(body, "validator/schema.service_list.json") == []


@pytest.mark.parametrize(
    ("file", "schema"),
    [
        ("service_full.json", "uk-profile-3.0/schema/compiled/service.json"),
        ("service_list.json", "validator/schema.service_list.json"),
    ],
)
def test_the_official_mocks_that_must_fail_fail(file, schema):
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
