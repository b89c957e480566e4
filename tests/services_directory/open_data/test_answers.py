"""Methods, origins, caches, and errors in JSON."""

from urllib.parse import urlencode
from uuid import uuid4

import pytest
from django.test import Client
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from services_directory.models import Service
from tests.services_directory import build

pytestmark = pytest.mark.django_db
ROOT = "/open-data/v3"
LISTS = ("services", "service_at_locations", "organizations", "taxonomies", "taxonomy_terms")
PARAMETERS = (
    "page", "per_page", "perPage", "format", "minimal", "full", "full_service", "top_only",
    "search", "organization_id", "taxonomy_id", "taxonomy_term_id", "parent_id", "modified_after",
    "postcode", "proximity", "minimum_age", "maximum_age", "day", "start_time", "end_time",
)  # fmt: skip
NEARLY = st.sampled_from(
    ["0", "1", "-1", "9999999", "²", "true", "ndjson", "0001-01-01T00:00:00+14:00",
     "9999-12-31T23:59:59-14:00", "2026-02-30", "25:00", "10:00+01:00", "WY3 1AB", "MO",
     "00000000-0000-0000-0000-000000000000", "{}", "'\"%_\\", "\ud7ff", "2026-11-22T10:00:00 01:00"]
)  # fmt: skip
# As they come over the wire: one sign a byte, half of them with a meaning in a query or a header.
RAW = st.text(
    st.sampled_from('%&=+;,*"W/AF0[]') | st.characters(min_codepoint=1, max_codepoint=255),
    max_size=6,
)
TEXT = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\x00"), max_size=30)


@pytest.mark.parametrize("name", LISTS)
def test_anyone_may_read_from_anywhere_without_a_cookie(client, whole, name):
    response = client.get(f"{ROOT}/{name}")
    assert response["Access-Control-Allow-Origin"] == "*"
    assert response["Content-Type"] == "application/json"
    assert response["Access-Control-Expose-Headers"] == "ETag"
    assert response["Cache-Control"] == "public, max-age=60"
    assert not response.cookies


@pytest.mark.parametrize(
    "path", ["", "/services", "/services/33321271-17bf-4a6b-b720-f800b295acd8", "/taxonomies/"]
)
def test_nothing_can_be_sent(path):
    client = Client(enforce_csrf_checks=True)
    for method in (client.post, client.put, client.delete, client.patch):
        response = method(f"{ROOT}{path}")
        assert response.status_code == 405
        assert response["Allow"] == "GET, HEAD, OPTIONS"
        assert response.json().keys() == {"error", "message"}
    response = client.options(f"{ROOT}{path}")
    assert (response.status_code, response.content) == (204, b"")
    assert response["Access-Control-Allow-Methods"] == "GET, HEAD, OPTIONS"
    assert response["Access-Control-Allow-Headers"] == "*"
    assert int(response["Access-Control-Max-Age"]) > 0
    assert response["Access-Control-Allow-Origin"] == "*"


@pytest.mark.parametrize("path", ["services", "services?full=true", "services/{pk}", ""])
def test_who_has_the_same_already_gets_304_until_it_changes(client, whole, path):
    address = f"{ROOT}/{path.format(pk=whole.pk)}"
    etag = client.get(address)["ETag"]
    again = client.get(address, headers={"if-none-match": etag})
    assert (again.status_code, again.content) == (304, b"")
    assert again["Access-Control-Allow-Origin"] == "*"
    assert again["ETag"] == etag
    assert client.head(address, headers={"if-none-match": etag}).status_code == 304
    Service.objects.filter(pk=whole.pk).update(name="Another name")
    changed = client.get(address, headers={"if-none-match": etag}).status_code
    assert changed == (200 if path else 304)


def test_head_has_the_headers_of_get_and_no_body(client, whole):
    head, get = client.head(f"{ROOT}/services"), client.get(f"{ROOT}/services")
    assert (head.status_code, head.content) == (200, b"")
    assert head["ETag"] == get["ETag"]


@pytest.mark.parametrize(
    ("query", "words"),
    [
        ("page=0", "page must be a whole number from 1"),
        ("page=two", "page must be"),
        ("per_page=101", "per_page must be a whole number from 1 to 100."),
        ("perPage=0", "perPage must be"),
        ("format=xml", "json or ndjson"),
        ("full=maybe", "full must be true or false."),
        ("organization_id=7", "organization_id must be a UUID."),
        ("taxonomy_term_id={00000000-0000-0000-0000-000000000000}", "must be a UUID"),
        ("modified_after=yesterday", "2026-11-22T10:00:00Z"),
        ("modified_after=2026-02-30", "modified_after must be"),
        ("postcode=ZZ9+9ZZ", "postcode must be"),
        ("proximity=500", "needs a postcode"),
        ("proximity=near", "proximity must be"),
        ("minimum_age=-1", "minimum_age must be"),
        ("maximum_age=old", "maximum_age must be"),
        ("day=XX", "MO or Monday"),
        ("start_time=9", "09:30"),
        ("end_time=25:00", "09:30"),
    ],
)
def test_a_value_that_makes_no_sense_is_named(client, query, words):
    for name in ("services", "service_at_locations"):
        response = client.get(f"{ROOT}/{name}?{query}")
        assert response.status_code == 400
        assert response.json()["error"] == "Bad request"
        assert words in response.json()["message"]
        assert response["Access-Control-Allow-Origin"] == "*"


def test_blank_values_and_unknown_names_are_let_pass(client, whole):
    query = urlencode([(name, "") for name in PARAMETERS] + [("utm_source", "x")])
    assert client.get(f"{ROOT}/services?{query}").json()["total_items"] == 1


@pytest.mark.parametrize("name", LISTS)
def test_an_unknown_key_is_404_in_json(client, name):
    for key in (uuid4(), "seven", "%7B%7D"):
        response = client.get(f"{ROOT}/{name}/{key}")
        assert response.status_code == 404
        assert response.json().keys() == {"error", "message"}
    assert client.get(f"{ROOT}/nothing/here").json()["error"] == "Not found"


@pytest.mark.parametrize(
    "path",
    ["/services?search=%00", "/services?page=%00", "?x=%00", "/services/%00", "/a%00b",
     "/taxonomies?" + "&".join(["a=1"] * 2001)],
)  # fmt: skip
def test_what_no_view_may_see_is_told_in_json_too(client, path):
    response = client.get(f"{ROOT}{path}")
    assert response.status_code == 400
    assert response.json().keys() == {"error", "message"}
    assert response["Access-Control-Allow-Origin"] == "*"


def test_a_fault_of_ours_is_told_in_json(client, monkeypatch):
    def broken(*args: object) -> None:
        raise RuntimeError("SECRET")

    monkeypatch.setattr("services_directory.open_data.queries.service", broken)
    client.raise_request_exception = False
    response = client.get(f"{ROOT}/services/{uuid4()}")
    assert response.status_code == 500
    assert response.json()["error"] == "Server error"
    assert b"SECRET" not in response.content


def test_the_page_for_data_users_has_errors_for_people(client):
    response = client.get("/open-data/?x=%00")
    assert response.status_code == 400
    assert response["Content-Type"].startswith("text/html")


@settings(
    max_examples=80, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(
    name=st.sampled_from(LISTS),
    query=st.lists(st.tuples(st.sampled_from(PARAMETERS), NEARLY | TEXT), max_size=4),
)
def test_no_query_makes_an_error_of_the_server(postcode_known, name, query):
    response = Client().get(f"{ROOT}/{name}?{urlencode(query)}")
    assert response.status_code in {200, 400}
    if response.status_code == 400:
        assert response.json().keys() == {"error", "message"}
    else:
        assert response.getvalue() is not None


@settings(
    max_examples=80, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(
    name=st.sampled_from([*LISTS, "", "services/seven"]),
    method=st.sampled_from(["GET", "HEAD"]),
    query=st.lists(st.sampled_from(PARAMETERS) | RAW, max_size=9).map("".join),
    etag=RAW,
)
def test_no_bytes_make_an_error_of_the_server(whole, name, method, query, etag):
    response = Client().generic(
        method, f"{ROOT}/{name}", QUERY_STRING=query, HTTP_IF_NONE_MATCH=etag
    )
    assert response.status_code in {200, 304, 400, 404}
    assert not response.get("Content-Type", "").startswith("text/html")
    assert response["Access-Control-Allow-Origin"] == "*"


@pytest.fixture
def postcode_known(whole) -> None:
    build.postcode("WY3 1AB")
