from datetime import UTC, datetime
from uuid import UUID

import pytest

from services_directory.models import Location
from tests.services_directory import build
from tests.services_directory.open_data.conftest import set_modified

pytestmark = pytest.mark.django_db
ROOT = "/open-data/v3"


def contents(client, path: str) -> list[dict]:
    response = client.get(f"{ROOT}/{path}")
    assert response.status_code == 200, response.content
    return response.json()["contents"]


def test_the_root_names_the_version_exactly(client):
    for path in ("/open-data/v3", "/open-data/v3/"):
        body = client.get(path).json()
        assert body["version"] == "HSDS-UK-3.0"
        assert body["openapi_url"].startswith("https://openreferraluk.org/")


def test_a_service_at_a_location_carries_name_and_status_of_its_service(client, whole):
    (item,) = contents(client, "service_at_locations")
    body = client.get(f"{ROOT}/service_at_locations/{item['id']}/").json()
    for given in (item, body):
        assert (given["name"], given["status"]) == ("Evening group", "active")
        assert given["service_id"] == given["service"]["id"] == str(whole.pk)
        assert given["location_id"] == given["location"]["id"]
        assert given["service"]["organization"]["name"] == "St Wyvern's Hospice"
    assert "addresses" not in item["location"]
    assert body["location"]["addresses"][0]["city"] == "Hollin Bridge"
    assert contents(client, "service_at_locations?full=true") == [body]


def test_services_at_locations_are_filtered_as_services_are(client, whole):
    build.place(build.service("Choir"))
    found = contents(client, "service_at_locations?search=choir")
    assert [item["name"] for item in found] == ["Choir"]
    assert len(contents(client, "service_at_locations")) == 2
    assert contents(client, "service_at_locations?modified_after=2999-01-01") == []


def test_a_place_that_changed_is_a_change_of_what_is_given_there(client):
    for name, service_day, place_day in (("Old", 1, 1), ("Place", 1, 3), ("Service", 3, 1)):
        service = build.service(name)
        set_modified(service, service_day)
        place = Location.objects.filter(pk=build.place(service).pk)
        place.update(last_modified=datetime(2026, 11, place_day, 12, tzinfo=UTC))
    for since in ("2026-11-02", "2026-11-03T12:00:00Z"):
        found = contents(client, f"service_at_locations?modified_after={since}")
        assert sorted(item["name"] for item in found) == ["Place", "Service"]
    assert contents(client, "service_at_locations?modified_after=2026-11-03T12:00:01Z") == []


def test_of_a_service_at_two_places_only_the_near_one_is_given(client):
    build.postcode("WY3 1AB", build.HERE, "east")
    service = build.service()
    near = build.place(service)
    build.place(service, (build.HERE[0] + 0.1, build.HERE[1]))
    found = contents(client, "service_at_locations?postcode=WY3+1AB&proximity=900")
    assert [item["location_id"] for item in found] == [str(near.pk)]
    assert len(contents(client, "service_at_locations?postcode=WY3+1AB")) == 2


def test_services_at_locations_go_by_coverage_too_in_the_order_of_their_keys(client):
    build.postcode("WY3 1AB", build.HERE, "east")
    for number, code in ((3, "east"), (1, "east"), (4, "west"), (2, "east")):
        service = build.service(f"For the {code}")
        build.covers(service, code)
        build.place(service)
        service.service_at_locations.update(id=UUID(int=number))
    query = "service_at_locations?postcode=WY3+1AB&per_page=1"
    pages = [contents(client, f"{query}&page={page}") for page in (1, 2, 3, 4)]
    assert [item["id"] for page in pages for item in page] == [
        str(UUID(int=number)) for number in (1, 2, 3)
    ]


def test_an_organization_has_its_services_by_name_or_whole(client, whole):
    path = f"organizations/{whole.organization.pk}"
    build.service("Hidden", live=False)
    body = client.get(f"{ROOT}/{path}").json()
    assert body["phones"][0]["number"] == "01632 960 100"
    assert body["services"] == [{"id": str(whole.pk), "name": whole.name, "status": "active"}]
    full = client.get(f"{ROOT}/{path}?full_service=true").json()
    assert full["services"] == [client.get(f"{ROOT}/services/{whole.pk}").json()]
    assert contents(client, "organizations?full=true") == [body]
    assert contents(client, "organizations?full_service=true") == [full]
    (item,) = contents(client, "organizations")
    assert not {"services", "phones", "organization_identifiers"} & item.keys()


def test_organizations_are_found_by_words(client, whole):
    build.service("Choir", organization=build.organization("Singers"))
    assert [each["name"] for each in contents(client, "organizations?search=sing")] == ["Singers"]


def test_words_are_looked_for_in_name_and_description_and_each_must_be_there(client):
    build.service("Choir", organization=build.organization("Moor singers", description="In tune."))
    build.service("Walk", organization=build.organization("Moor walkers", description="On foot."))
    for query, found in (("moor tune", ["Moor singers"]), ("FOOT", ["Moor walkers"]), ("x", [])):
        names = [each["name"] for each in contents(client, f"organizations?search={query}")]
        assert names == found, query


def test_one_organization_is_listed_by_its_key(client, whole):
    build.service("Choir", organization=build.organization("Singers"))
    found = contents(client, f"organizations?organization_id={whole.organization_id}")
    assert [each["id"] for each in found] == [str(whole.organization_id)]


def test_a_taxonomy_has_its_terms(client):
    parent = build.term("need", "care")
    child = build.term("need", "night-care", parent)
    build.term("audience", "carers")
    body = client.get(f"{ROOT}/taxonomies/{parent.taxonomy_id}").json()
    assert {term["id"] for term in body["taxonomy_terms"]} == {str(parent.pk), str(child.pk)}
    found = contents(client, "taxonomies?search=need")
    assert [item["name"] for item in found] == ["Need"]
    assert "taxonomy_terms" not in found[0]


def test_terms_are_filtered_by_taxonomy_parent_and_height(client):
    parent = build.term("need", "care")
    child = build.term("need", "night-care", parent)
    other = build.term("audience", "carers")

    def keys(query: str) -> set[str]:
        return {term["id"] for term in contents(client, f"taxonomy_terms?{query}")}

    assert keys(f"taxonomy_id={parent.taxonomy_id}") == {str(parent.pk), str(child.pk)}
    assert keys(f"parent_id={parent.pk}") == {str(child.pk)}
    assert keys("top_only=true") == {str(parent.pk), str(other.pk)}
    body = client.get(f"{ROOT}/taxonomy_terms/{child.pk}").json()
    assert (body["parent_id"], body["code"]) == (str(parent.pk), "night-care")
