"""What the frame knows, and that it stands when something below it does not."""

import pytest
from django.db import OperationalError
from wagtail.models import Site

from portal.contacts.models import ContactPoint
from portal.design import context_processors
from portal.design.models import Brand

pytestmark = pytest.mark.django_db


def frame(rf, address="/", **meta):
    return context_processors.site_frame(rf.get(address, **meta))


def test_the_brand_is_that_of_the_site(rf):
    Brand.objects.create(site=Site.objects.get(is_default_site=True), name="Wyvern Care")
    assert frame(rf)["brand"].name == "Wyvern Care"


@pytest.mark.parametrize("host", ["evil.example\n", "a b", "-", "x" * 5000])
def test_an_impossible_host_leaves_the_default_brand(rf, host):
    assert frame(rf, HTTP_HOST=host)["brand"].name == "Front Door"


def test_the_printed_address_is_not_that_of_the_host_header(rf, settings):
    settings.WAGTAILADMIN_BASE_URL = "https://care.example"
    printed = frame(rf, "/money/?q=x", HTTP_HOST="testserver")["printed_address"]
    assert printed == "https://care.example/money/"


def test_nobody_to_ring_is_none_and_not_an_error(rf, monkeypatch):
    assert not frame(rf)["call_now"]

    def fail(now):
        raise OperationalError

    monkeypatch.setattr(context_processors, "who_to_call", fail)
    assert not frame(rf)["call_now"]


def test_the_line_names_who_answers_now(rf):
    ContactPoint.objects.create(
        key="line", name="the line", phone="111", open_24_hours=True, header_order=1
    )
    assert frame(rf)["call_now"].name == "the line"
