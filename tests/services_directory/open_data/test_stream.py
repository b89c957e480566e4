import json

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from services_directory.open_data import stream
from tests.services_directory import build

pytestmark = pytest.mark.django_db
STREAM = "/open-data/v3/services?format=ndjson"


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


def test_nothing_found_is_an_empty_stream(client):
    assert client.get(STREAM).getvalue() == b""


def test_a_head_request_reads_no_rows(client, whole):
    with CaptureQueriesContext(connection) as queries:
        response = client.head(STREAM)
        assert response.getvalue() == b""
    assert (response.status_code, len(queries)) == (200, 0)
