import socket

import pytest
from hypothesis import given
from hypothesis import strategies as st

from portal.outside.addresses import check_url, is_public, public_addresses
from portal.outside.limits import OutsideProblem

INWARD = [
    "127.0.0.1", "127.8.8.8", "0.0.0.0", "10.0.0.1", "172.16.0.1", "192.168.1.1", "169.254.169.254",
    "100.64.0.1", "224.0.0.1", "240.0.0.1", "255.255.255.255", "192.0.2.1", "198.18.0.1",
    "::1", "::", "fe80::1", "fc00::1", "fd12::1", "ff02::1", "2001:db8::1", "::ffff:127.0.0.1",
    "::ffff:10.0.0.1", "64:ff9b::7f00:1", "64:ff9b::a00:1", "64:ff9b:1::7f00:1", "2002:7f00:1::",
    "2002:c0a8:101::1", "2001:0:53aa:64c:0:0:80ff:fffe", "fe80::1%1", "fec0::1",
]  # fmt: skip


@pytest.mark.parametrize("address", INWARD)
def test_no_address_that_leads_inwards_is_public(address):
    assert not is_public(address)


@pytest.mark.parametrize(
    "address",
    ["8.8.8.8", "93.184.216.34", "2606:2800:220:1::1", "::ffff:8.8.8.8", "64:ff9b::808:808"],
)
def test_addresses_of_the_internet_are_public(address):
    assert is_public(address)


@given(st.ip_addresses(v=4).filter(lambda address: not address.is_global))
def test_wrapping_a_private_address_hides_nothing(address):
    assert not is_public(str(address))
    assert not is_public(f"::ffff:{address}")
    assert not is_public(f"64:ff9b::{address}")


@pytest.mark.parametrize(
    "url",
    [
        "", "x", "http://", "https:///path", "ftp://a.example/", "file:///etc/passwd",
        "gopher://a.example/", "javascript:alert(1)", "//a.example/", "http://user@a.example/",
        "http://user:word@a.example/", "http://@a.example/", "http://a.example:22/",
        "http://a.example:99999/", "http://a.example:x/", "http://[::1/", "http://a.example/ b",
        "http://a.example\\@b.example/", "http://a.example/\x00", "http://a.example/\r\nX: y",
        "data:text/plain,x", "http://a.example:0/", "http://a.example:8444/",
    ],
)  # fmt: skip
def test_what_is_no_plain_web_address_is_refused(url):
    with pytest.raises(OutsideProblem, match="address"):
        check_url(url)


@pytest.mark.parametrize(
    "url",
    [
        "http://a.example", "https://a.example/x?y=z#w", "http://a.example:8080/",
        "HTTPS://A.EXAMPLE/", "https://a.example:8443/", "http://[2606:2800:220:1::1]/", "https://a.example:443/",
    ],
)  # fmt: skip
def test_plain_web_addresses_pass(url):
    assert check_url(url) is None


@pytest.mark.parametrize(
    "host", ["127.0.0.1", "localhost", "2130706433", "0x7f.1", "0177.0.0.1", "0", "::1", "127.1"]
)
def test_every_way_to_write_this_machine_is_refused(host):
    with pytest.raises(OutsideProblem, match=r"private network|no server"):
        public_addresses(host, 80)


def resolving(monkeypatch, *addresses: str) -> None:
    answers = [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (each, 80)) for each in addresses]
    monkeypatch.setattr(socket, "getaddrinfo", lambda *_, **__: answers)


def test_a_name_with_one_private_address_is_refused(monkeypatch):
    resolving(monkeypatch, "93.184.216.34", "10.0.0.7")
    with pytest.raises(OutsideProblem, match="private network"):
        public_addresses("a.example", 80)


def test_a_name_gives_each_of_its_addresses_once(monkeypatch):
    resolving(monkeypatch, "93.184.216.34", "93.184.216.34", "8.8.8.8")
    assert public_addresses("a.example", 80) == ["93.184.216.34", "8.8.8.8"]


def test_a_name_that_nobody_knows_is_said():
    with pytest.raises(OutsideProblem, match="no server of that name"):
        public_addresses("nobody.invalid", 80)


def test_a_label_that_is_too_long_is_a_name_nobody_knows():
    with pytest.raises(OutsideProblem, match="no server of that name"):
        public_addresses(f"{'a' * 70}.example", 80)


@pytest.mark.parametrize(("allowed", "port"), [("127.0.0.1", 81), ("127.0.0.1:5000", 5000)])
def test_the_operator_can_let_a_host_be_read(settings, allowed, port):
    settings.OUTSIDE_PRIVATE_HOSTS = [allowed]
    check_url(f"http://127.0.0.1:{port}/")
    assert public_addresses("127.0.0.1", port) == ["127.0.0.1"]


def test_an_exception_for_a_port_holds_for_no_other(settings):
    settings.OUTSIDE_PRIVATE_HOSTS = ["127.0.0.1:5000"]
    with pytest.raises(OutsideProblem, match="private network"):
        public_addresses("127.0.0.1", 80)


def test_no_private_host_is_read_by_default(settings):
    assert settings.OUTSIDE_PRIVATE_HOSTS == []
