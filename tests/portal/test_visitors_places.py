"""Where a visitor says they live goes into no log, no table, no cache and to nobody else."""

import logging
import re
import socket
from urllib.parse import quote_plus

import pytest
from bs4 import BeautifulSoup
from django.core.cache import cache
from django.db import DatabaseError
from django.test import Client
from django.utils.html import escape

from services_directory.finder import request as finder
from tests.portal.test_nothing_leaks import indexed
from tests.referrals.test_privacy import everything_stored
from tests.services_directory import build

pytestmark = pytest.mark.django_db
# Unknown in a known outward code, so that a place is found and yet no table may hold it.
TYPED = "WY3 9ZZ"
TRACE = re.compile(r"wy3(\s|\+|%20|&nbsp;)*9zz", re.IGNORECASE)
ADDRESSES = [
    "/services/?near={}",
    "/services/?near={}&distance=5&sort=nearest",
    "/services/?q=hospice+near+{}",
    "/services/?q=nothing+like+this&near={}&page=7",
    "/search/?q=night+nurse+{}",
    "/search/?q={}&kind=service",
    "/open-data/v3/services?postcode={}",
    "/open-data/v3/services?postcode={}&proximity=500&format=ndjson",
    "/open-data/v3/services?postcode={}&proximity=far",
    "/open-data/v3/services?postcode=ZZ99+{}",
    "/services/?near={}%00",
    "/search/?q=%00{}",
    "/no/such/?postcode={}",
    "/health/live?near={}",
]


@pytest.fixture(autouse=True)
def somewhere(db: None) -> None:
    cache.clear()
    build.postcode("WY3 1AB", code="east")
    made = build.service("Hospice at home", url="https://hospice.example/", mode_phone=True)
    build.place(made)
    build.covers(made, "east")


@pytest.fixture
def called(monkeypatch: pytest.MonkeyPatch) -> list[object]:
    """The addresses that anything opens a connection to."""
    addresses: list[object] = []

    def connect(self: socket.socket, address: object) -> None:
        addresses.append(address)
        raise OSError("no network")

    monkeypatch.setattr(socket.socket, "connect", connect)
    monkeypatch.setattr(socket.socket, "connect_ex", connect)
    return addresses


def ask(address: str) -> tuple[Client, object]:
    client = Client(raise_request_exception=False)
    return client, client.get(address.format(quote_plus(TYPED)))


def test_the_trace_is_recognised_however_it_is_written():
    for text in (TYPED, "wy39zz", "near=WY3+9ZZ", "WY3%209zz"):
        assert TRACE.search(text)


@pytest.mark.parametrize("address", ADDRESSES)
def test_no_log_no_table_no_cache_and_no_index_holds_it(address, caplog, called):
    caplog.set_level(logging.DEBUG)
    client, response = ask(address)
    body = response.getvalue() if response.streaming else response.content
    assert body
    assert response.status_code < 500
    cookies = client.cookies.output() + response.cookies.output()
    for place in (caplog.text, everything_stored(), repr(cache._cache), indexed(), cookies):
        assert not TRACE.search(place)
    assert called == []


def test_the_place_was_understood_all_the_same():
    _, response = ask("/services/?near={}")
    words = BeautifulSoup(response.content, "html.parser").get_text(" ")
    assert "mile" in words
    assert "do not know the place" not in words


@pytest.mark.parametrize("error", [ValueError("broken"), DatabaseError("gone")], ids=["a", "b"])
def test_nor_does_a_log_of_what_went_wrong(error, caplog, monkeypatch):
    def fail(text: str) -> None:
        raise error

    monkeypatch.setattr(finder, "find_place", fail)
    caplog.set_level(logging.DEBUG)
    _, response = ask("/services/?near={}")
    assert response.status_code == 500
    assert "Internal Server Error: /services/" in caplog.text
    assert not TRACE.search(caplog.text)


@pytest.mark.parametrize("address", ["/services/?near={}", "/search/?q=hospice+{}"])
def test_no_link_and_no_referrer_hands_it_to_another_site(address):
    _, response = ask(address)
    assert response["Referrer-Policy"] in ("same-origin", "strict-origin", "no-referrer")
    page = BeautifulSoup(response.content, "html.parser")
    found = page.select("[href], [src], [action]")
    addresses = [tag.get(name) or "" for tag in found for name in ("href", "src", "action")]
    away = [each for each in addresses if "://" in each or each.startswith("//")]
    assert not any(TRACE.search(each) for each in away)
    assert not page.select('meta[name="referrer"]')


@pytest.mark.parametrize("address", ["/services/?near={}", "/search/?q=hospice+{}"])
def test_no_proxy_and_no_browser_of_a_shared_machine_keeps_the_page(address):
    _, response = ask(address)
    assert "public" not in response.get("Cache-Control", "")
    assert escape(TYPED) in response.content.decode()
