import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from services_directory.models import Location, ServiceAtLocation
from tests.services_directory.open_data.conftest import whole_service

pytestmark = pytest.mark.django_db
ROOT = "/open-data/v3"
MOST = 20  # the version, the keys, the rows, and each kind of part once
LISTS = [
    f"{name}?{query}"
    for name in (
        "services", "service_at_locations", "organizations", "taxonomies", "taxonomy_terms",
    )
    for query in ("", "full=true", "full_service=true", "format=ndjson&full=true")
]  # fmt: skip


def count(client, path: str) -> int:
    with CaptureQueriesContext(connection) as queries:
        response = client.get(f"{ROOT}/{path}")
        assert response.getvalue()
    assert response.status_code == 200
    return len(queries)


@pytest.mark.parametrize("path", LISTS)
def test_a_list_takes_as_many_queries_for_many_rows_as_for_one(client, path):
    whole_service("One")
    before = count(client, path)
    for name in ("Two", "Three", "Four"):
        whole_service(name, parts=3)
    assert count(client, path) == before
    assert before <= MOST


def test_one_object_takes_as_many_queries_whatever_it_holds(client):
    small, large = whole_service("Small"), whole_service("Large", parts=3)
    assert count(client, f"services/{small.pk}") == count(client, f"services/{large.pk}") <= MOST
    keys = [ServiceAtLocation.objects.filter(service=each).first().pk for each in (small, large)]
    first, second = (count(client, f"service_at_locations/{key}") for key in keys)
    assert first == second <= MOST


def test_words_for_staff_are_not_even_read_from_the_database(client):
    whole_service()
    with CaptureQueriesContext(connection) as queries:
        client.get(f"{ROOT}/services?full=true")
        client.get(f"{ROOT}/service_at_locations?full=true")
        client.get(f"{ROOT}/organizations?full_service=true")
    statements = [query["sql"] for query in queries]
    assert any('"services_directory_service"."summary"' in sql for sql in statements)
    assert not [sql for sql in statements if "internal_note" in sql or "staff_phone" in sql]


def test_a_service_at_more_than_a_thousand_places_is_given_whole(client):
    service = whole_service()
    places = Location.objects.bulk_create([Location(name=f"Hall {n}") for n in range(1_001)])
    rows = [ServiceAtLocation(service=service, location=place) for place in places]
    ServiceAtLocation.objects.bulk_create(rows)
    body = client.get(f"{ROOT}/services/{service.pk}").json()
    assert len(body["service_at_locations"]) == 1_002
