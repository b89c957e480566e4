import pytest
from django.conf import settings

PUBLIC_POLICY = (
    "default-src 'none'; base-uri 'none'; connect-src 'self'; font-src 'none'; "
    "form-action 'self'; frame-ancestors 'none'; img-src 'self'; manifest-src 'self'; "
    "object-src 'none'; script-src 'self'; style-src 'self'"
)


def directives(header: str) -> set[str]:
    return {part.strip() for part in header.split(";") if part.strip()}


@pytest.mark.django_db
@pytest.mark.parametrize("address", ["/", "/services/", "/search/", "/refer/", "/no-such-page/"])
def test_the_policy_of_public_pages_is_exactly_this(client, address):
    header = client.get(address).headers["Content-Security-Policy"]
    assert directives(header) == directives(PUBLIC_POLICY)


@pytest.mark.django_db
def test_the_admin_alone_has_a_policy_of_its_own(client, editor):
    client.force_login(editor)
    header = client.get("/admin/").headers["Content-Security-Policy"]
    assert "script-src 'self' 'unsafe-inline'" in directives(header)
    assert "default-src 'none'" in directives(header)
    assert "http" not in header


@pytest.mark.django_db
def test_browsers_are_told_not_to_guess_share_or_sense(client):
    headers = client.get("/search/").headers
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Referrer-Policy"] == "same-origin"
    assert headers["Cross-Origin-Opener-Policy"] == "same-origin"
    assert "geolocation=()" in headers["Permissions-Policy"]


@pytest.mark.django_db
@pytest.mark.parametrize(
    "address", ["/", "/services/", "/search/?q=grief", "/refer/", "/learning/"]
)
def test_a_visitor_who_only_reads_gets_no_cookie(client, address):
    response = client.get(address)
    assert not response.cookies


def test_no_header_policy_names_another_host():
    policies = [
        settings.CONTENT_SECURITY_POLICY["DIRECTIVES"],
        settings.ADMIN_CONTENT_SECURITY_POLICY,
    ]
    sources = {source for policy in policies for values in policy.values() for source in values}
    assert sources <= {"'none'", "'self'", "'unsafe-inline'", "data:", "blob:"}
