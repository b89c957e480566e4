import pytest
from django.core.exceptions import RequestDataTooBig

from portal import errors

pytestmark = pytest.mark.django_db

STRANGE_ADDRESSES = [
    "/no-such-page/",
    "/%00",
    "/a%00b/?q=%00",
    "/%ff%fe/",
    "/services/not-a-uuid/",
    "/services/?page=-1&near=%22&need=%00x",
    "/search/?q=%22&page=abc",
    "/refer/no-such-pathway/",
    "/staff/referrals/../../etc/passwd",
    "/?" + "a=1&" * 500,
    "/learning/%20/",
]


@pytest.mark.parametrize("address", STRANGE_ADDRESSES)
def test_a_strange_address_gets_a_page_never_a_stack_trace(client, address):
    client.raise_request_exception = False
    response = client.get(address)
    assert response.status_code < 500
    if response.status_code >= 400:
        assert b"<h1" in response.content
        assert b'href="tel:' in response.content


@pytest.mark.parametrize("host", ["evil.example", "a b", "[::", "x" * 300, "ex\u00e4mple"])
def test_a_strange_host_is_refused_with_a_page(client, host):
    client.raise_request_exception = False
    response = client.get("/", headers={"host": host})
    assert response.status_code == 400
    assert b"<h1" in response.content


@pytest.mark.parametrize("method", ["post", "put", "patch", "delete", "options", "head"])
@pytest.mark.parametrize("address", ["/", "/services/", "/search/", "/health/live"])
def test_any_method_gets_an_answer(client, method, address):
    client.raise_request_exception = False
    assert getattr(client, method)(address).status_code < 500


def test_a_broken_cookie_is_ignored(client):
    client.raise_request_exception = False
    client.cookies["sessionid"] = "\x7f<script>" * 40
    client.cookies["csrftoken"] = "x"
    assert client.get("/search/").status_code == 200


def test_too_much_sent_at_once_is_413(rf):
    response = errors.bad_request(rf.post("/"), RequestDataTooBig())
    assert response.status_code == 413


@pytest.mark.parametrize(
    ("view", "status"),
    [
        (errors.bad_request, 400),
        (errors.permission_denied, 403),
        (errors.page_not_found, 404),
        (errors.too_many_requests, 429),
        (errors.server_error, 500),
    ],
)
def test_each_error_page_says_what_happened_and_whom_to_ring(rf, view, status):
    response = view(rf.get("/"))
    assert response.status_code == status
    assert b"<h1" in response.content
    assert b'href="tel:' in response.content


def test_the_last_resort_needs_no_database(rf, django_assert_num_queries):
    with django_assert_num_queries(0):
        assert errors.server_error(rf.get("/")).status_code == 500


def test_a_form_that_was_open_too_long_is_explained(rf):
    response = errors.csrf_failure(rf.post("/"), reason="x")
    assert response.status_code == 403
    assert b"Go back" in response.content or b"go back" in response.content
