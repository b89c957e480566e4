"""Every address pattern there is, found from the resolver, with values nobody should send."""

import re
from collections.abc import Iterator
from typing import Any

import pytest
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver
from django.utils.http import urlencode

from portal.people.models import User

pytestmark = pytest.mark.django_db
HOSTILE = ["99999999999999999999", "-1", "%00", "%ff", "😀", "../..", "{{7*7}}", "' OR 1=1 --", "a"]
ODD_UUID = "00000000-0000-0000-0000-000000000000"
# The converters that Django checks for us get a value that passes; all else is hostile.
FITTING = {"int": "99999999999999999999", "uuid": ODD_UUID, "slug": "no-such"}
QUERIES = [
    {"q": '"(a AND [b TO c', "page": "-1", "p": "99999999999999999999", "next": "//evil.example"},
    {"page": "0000-99-99", "id": "x", "from": "0000-99-99", "near": "٣", "stage": ["a", "b"]},
    {"list": "..%2e.x" * 900, "size": ["large", "\u202e"], "sort": "soonest", "hours": "x"},
    {"useful": "\ud7ff", "kind": "{{7*7}}", "need": "<script>", "collection_id": "x", "user": "x"},
]
# Two that sign out, and Wagtail's own trial of the 500 page.
LEFT_OUT = {"/admin/logout/", "/accounts/logout/", "/admin/failwhale/"}


def patterns(resolver: URLResolver, prefix: str = "/") -> Iterator[tuple[str, URLPattern]]:
    for each in resolver.url_patterns:
        address = prefix + str(each.pattern).lstrip("^").rstrip("$")
        if isinstance(each, URLResolver):
            yield from patterns(each, address)
        else:
            yield address, each


def filled(address: str, value: str) -> str:
    """Return the pattern's text with each <converter:name> and each regex group replaced."""
    address = re.sub(r"\(\?P<\w+>[^)]*\)|\([^)]*\)", value.replace("\\", ""), address)
    address = re.sub(r"<(\w+):\w+>", lambda m: FITTING.get(m[1], value), address)
    return re.sub(r"<\w+>", lambda m: value, address).replace("\\", "")


def addresses() -> list[str]:
    return sorted({address for address, _ in patterns(get_resolver())})


ADDRESSES = addresses()
PUBLIC = [each for each in ADDRESSES if not each.startswith("/admin/")]
ADMIN = [each for each in ADDRESSES if each.startswith("/admin/")]


def assert_proper(response: Any, address: str) -> None:
    assert response.status_code < 500, address
    html = response.get("Content-Type", "").startswith("text/html")
    if response.status_code >= 400 and html and not response.streaming:
        assert b"<h1" in response.content, address
        assert b'href="tel:' in response.content, address


@pytest.fixture
def anybody() -> Client:
    return Client(raise_request_exception=False)


@pytest.fixture
def almighty() -> Client:
    """Someone whom no permission stops, so that every view is reached."""
    client = Client(raise_request_exception=False)
    client.force_login(User.objects.create_superuser("root@wyvernvale.example", "x"))
    return client


def test_the_walk_finds_every_room():
    known = " ".join(ADDRESSES)
    for part in ["/refer/form/", "/services/", "/staff/referrals/", "/admin/pages/", "/accounts/"]:
        assert part in known
    assert len(PUBLIC) > 60
    assert len(ADMIN) > 200


@pytest.mark.parametrize("value", HOSTILE)
def test_no_public_address_breaks(anybody, value):
    for pattern in PUBLIC:
        address = filled(pattern, value)
        assert_proper(anybody.get(address), address)


@pytest.mark.parametrize("query", QUERIES)
def test_no_public_query_breaks(anybody, query):
    for pattern in PUBLIC:
        address = f"{filled(pattern, 'a')}?{urlencode(query, doseq=True)}"
        assert_proper(anybody.get(address), address)


@pytest.mark.parametrize("method", ["post", "put", "delete", "options", "trace"])
def test_no_method_breaks_and_each_refusal_has_a_page(anybody, method):
    for pattern in PUBLIC:
        address = filled(pattern, "a")
        assert_proper(getattr(anybody, method)(address), address)


@pytest.mark.parametrize("value", ["99999999999999999999", "a"])
def test_no_staff_or_admin_address_breaks_whoever_may_open_it(almighty, value):
    staff = [each for each in PUBLIC if each.startswith(("/staff/", "/accounts/"))]
    for pattern in {*ADMIN, *staff} - LEFT_OUT:
        address = f"{filled(pattern, value)}?{urlencode(QUERIES[1], doseq=True)}"
        assert_proper(almighty.get(address), address)


def test_no_admin_address_answers_somebody_unknown(anybody):
    for pattern in ADMIN:
        response = anybody.get(filled(pattern, "1"))
        refused = response.status_code in {302, 403, 404} or "login" in pattern
        open_to_all = {"/admin/jsi18n/", "/admin/sprite/", "/admin/api/main/"}
        assert refused or pattern in open_to_all, pattern
