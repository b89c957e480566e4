import json

import pytest
import time_machine
from django.db import connection
from django.test.utils import CaptureQueriesContext

from services_directory.models import Taxonomy, TaxonomyTerm
from services_directory.open_data import stream
from tests.services_directory import build

pytestmark = pytest.mark.django_db
STREAM = "/open-data/v3/services?format=ndjson"
LISTS = ("services", "service_at_locations", "organizations", "taxonomies", "taxonomy_terms")


def test_every_service_is_one_line_whatever_the_page(client, whole):
    for number in range(24):
        build.service(f"Group {number}")
    response = client.get(f"{STREAM}&per_page=2&page=3")
    assert response["Content-Type"] == "application/x-ndjson"
    assert response["Access-Control-Allow-Origin"] == "*"
    lines = response.getvalue().decode().splitlines()
    assert len({json.loads(line)["id"] for line in lines}) == 25


def test_a_line_is_what_the_list_holds(client, whole):
    for full in ("false", "true"):
        (line,) = client.get(f"{STREAM}&full={full}").getvalue().splitlines()
        page = client.get(f"/open-data/v3/services?full={full}").json()
        assert json.loads(line) == page["contents"][0]


def test_filters_hold_in_a_stream(client, whole):
    build.service("Choir")
    (line,) = client.get(f"{STREAM}&search=choir").getvalue().splitlines()
    assert json.loads(line)["name"] == "Choir"


def test_rows_are_fetched_in_chunks_as_they_are_sent(client, monkeypatch):
    monkeypatch.setattr(stream, "CHUNK", 2)
    for number in range(6):
        build.service(f"Group {number}")
    lines = iter(client.get(f"{STREAM}&full=true").streaming_content)
    with CaptureQueriesContext(connection) as first:
        next(lines)
        next(lines)
    with CaptureQueriesContext(connection) as second:
        next(lines)
    assert 0 < len(second) < len(first) + 1
    assert len(list(lines)) == 3


@pytest.mark.parametrize("name", LISTS)
def test_nothing_found_is_an_empty_stream(client, name):
    response = client.get(f"/open-data/v3/{name}?format=ndjson")
    assert (response.getvalue(), "ETag" in response) == (b"", True)


def test_a_head_request_reads_no_rows(client, whole):
    with CaptureQueriesContext(connection) as queries:
        response = client.head(STREAM)
        assert response.getvalue() == b""
    assert (response.status_code, response["ETag"]) == (200, client.get(STREAM)["ETag"])
    assert not [query for query in queries if "description" in query["sql"]]


@pytest.mark.parametrize("name", LISTS)
def test_who_has_the_same_stream_gets_304_until_it_changes(client, whole, name):
    address = f"/open-data/v3/{name}?format=ndjson&full=true"
    first = client.get(address)
    assert first["Content-Type"] == "application/x-ndjson"
    etag = first["ETag"]
    again = client.get(address, headers={"if-none-match": etag})
    assert (again.status_code, again.getvalue(), again["ETag"]) == (304, b"", etag)
    assert again["Access-Control-Allow-Origin"] == "*"
    assert client.head(address, headers={"if-none-match": etag}).status_code == 304
    for each in (TaxonomyTerm.objects.get(), Taxonomy.objects.get()):
        before = client.get(address)
        words, headers = before.getvalue(), {"if-none-match": before["ETag"]}
        each.name = "Another name"
        each.save()
        changed = client.get(address).getvalue() != words
        assert client.get(address, headers=headers).status_code == 200 or not changed
    assert client.get(address, headers={"if-none-match": etag}).status_code == 200


def test_another_filter_and_another_day_have_another_etag(client, whole):
    with time_machine.travel("2026-11-24T12:00Z", tick=False):
        today = client.get(STREAM)["ETag"]
        assert client.get(f"{STREAM}&search=nothing")["ETag"] != today
    with time_machine.travel("2026-11-25T12:00Z", tick=False):
        assert client.get(STREAM)["ETag"] != today
