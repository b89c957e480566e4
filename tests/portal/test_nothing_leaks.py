"""No trace of a visitor where none belongs: cookies, caches, logs, mail, index, addresses."""

import logging
from pathlib import Path

import pytest
from django.conf import settings
from django.core import mail
from django.core.cache import cache
from django.test import Client
from wagtail.models import PageViewRestriction

from referrals.models import Referral
from referrals.pathways import newest_pathways
from referrals.pathways.declare import Kind, Question
from tests.content.builders import add_information, make_home
from tests.portal.test_hostile_addresses import PUBLIC, filled
from tests.referrals.conftest import typed_step
from tests.referrals.test_privacy import everything_stored

pytestmark = pytest.mark.django_db
MARK = "Zqxmark"
FREE = {Kind.TEXT, Kind.LONG_TEXT}
# Pages that are forms themselves: their CSRF cookie holds a random number and nothing else.
FORMS = ("/feedback/", "/accounts/login/", "/accounts/password/reset/", "/refer/")
HEADERS = {
    "X-Frame-Options": "DENY",
    "X-Content-Type-Options": "nosniff",
    "Cross-Origin-Opener-Policy": "same-origin",
}


def test_no_page_that_is_only_read_sets_a_cookie():
    for pattern in PUBLIC:
        address = filled(pattern, "bereavement-support")
        response = Client(raise_request_exception=False).get(address)
        names = set(response.cookies)
        form = address.startswith(FORMS) and b'method="post"' in response.content
        assert names <= ({"csrftoken"} if form else set()), address


@pytest.mark.parametrize(
    ("address", "status"),
    [
        ("/search/", 200),
        ("/no/such", 301),
        ("/staff/", 302),
        ("/search/?q=%00", 400),
        ("/no/such/", 404),
        ("/media/images/none.png", 404),
        ("/robots.txt", 200),
        ("/health/live", 200),
    ],
)
def test_no_answer_of_any_kind_can_be_framed_or_guessed_at(address, status):
    response = Client(raise_request_exception=False).get(address)
    assert response.status_code == status
    assert HEADERS.items() <= dict(response.items()).items()
    assert "frame-ancestors 'none'" in response["Content-Security-Policy"]


def test_files_pass_the_same_headers():
    order = settings.MIDDLEWARE
    files = order.index("whitenoise.middleware.WhiteNoiseMiddleware")
    for name in [
        "django.middleware.security.SecurityMiddleware",
        "django.middleware.clickjacking.XFrameOptionsMiddleware",
        "portal.middleware.ContentSecurityPolicy",
    ]:
        assert order.index(name) < files


def test_a_restricted_page_is_stored_by_no_cache(client, editor):
    page = add_information(make_home(), "Inner")
    PageViewRestriction.objects.create(page=page, restriction_type=PageViewRestriction.LOGIN)
    assert client.get("/inner/").url.startswith("/accounts/login/")
    client.force_login(editor)
    assert "no-store" in client.get("/inner/")["Cache-Control"]


def test_an_error_page_does_not_send_its_address_on_or_print_it(client):
    response = client.get("/refer/form/SECRET-TOKEN/no-such-page/")
    assert response.status_code == 404
    assert response["Referrer-Policy"] == "strict-origin"
    assert b"SECRET-TOKEN" not in response.content


def marked(question: Question) -> dict[str, str]:
    return {question.key: f"{MARK} {question.key}"} if question.kind in FREE else {}


def go_through(client: Client, slug: str) -> str:
    """Fill in a whole pathway with marks, clumsily, and send it; return the token of its link."""
    pathway = newest_pathways()[slug]
    url = client.post(f"/refer/{slug}/begin/", {"now": "carry-on"}).url
    token = url.split("/")[3]
    for _ in range(60):
        if url.endswith("/check/"):
            break
        if url.endswith("/help/"):
            url = client.get(url).context["go_on"]
            continue
        step = pathway.step(url.split("/step/")[1].strip("/"))
        marks = {k: v for question in step.questions for k, v in marked(question).items()}
        client.post(url, dict.fromkeys(marks, f"{MARK} {'x' * 4500}"))
        client.post(url, {**marks, "more": "x" * 1_100_000})
        client.delete(url)
        client.get(f"{url}{step.slug}/")
        url = client.post(url, typed_step(step, **marks)).url
        assert MARK not in url
    client.post(url.replace("/check/", "/send/"))
    return token


def indexed() -> str:
    files = [path for path in Path(settings.SEARCH_INDEX_DIR).rglob("*") if path.is_file()]
    return "".join(path.read_bytes().decode("latin-1") for path in files)


@pytest.mark.parametrize(
    "slug", sorted(slug for slug, pathway in newest_pathways().items() if pathway.doors)
)
def test_nothing_of_a_referral_stands_outside_its_seal(slug, caplog):
    caplog.set_level(logging.DEBUG)
    cache.clear()
    client = Client(raise_request_exception=False)
    token = go_through(client, slug)
    assert MARK in repr(Referral.objects.get().answers)
    for place in [
        caplog.text,
        everything_stored(),
        repr(cache._cache),
        repr(mail.outbox),
        indexed(),
    ]:
        assert MARK not in place
        assert token not in place
