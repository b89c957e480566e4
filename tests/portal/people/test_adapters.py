import pytest

from portal.people.adapters import StaffAccountAdapter


@pytest.mark.parametrize(
    ("proxies", "hops", "counted"),
    [(0, "203.0.113.9", "127.0.0.1"), (1, "198.51.100.7, 203.0.113.9", "203.0.113.9")],
)
def test_sign_ins_are_counted_by_the_address_that_a_visitor_cannot_write(
    rf, settings, proxies, hops, counted
):
    settings.TRUSTED_PROXIES = proxies
    request = rf.get("/accounts/login/", HTTP_X_FORWARDED_FOR=hops)
    assert StaffAccountAdapter(request).get_client_ip(request) == counted


def test_sign_up_is_closed(rf):
    assert StaffAccountAdapter().is_open_for_signup(rf.get("/")) is False
