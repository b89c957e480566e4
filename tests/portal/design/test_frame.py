"""The frame of every page: what must never go missing from it, and what must never enter it."""

import pytest
from django.db import OperationalError

from portal.contacts.models import ContactPoint
from portal.design import context_processors
from tests.portal.design.soup import render, soup

PAGE = (
    '{% extends "base.html" %}{% block title %}A page{% endblock %}'
    "{% block main %}<h1>A page</h1>{% endblock %}"
)


@pytest.fixture
def page(db):
    return render(PAGE)


@pytest.fixture
def single_point(db):
    return ContactPoint.objects.create(
        key="single-point",
        name="the single point of contact",
        phone="01632 960 001",
        open_24_hours=True,
        header_order=1,
    )


def test_the_first_thing_a_keyboard_meets_is_the_skip_link(page):
    first = page.body.find(["a", "button", "input", "summary"])
    assert first["href"] == "#main"
    assert page.select_one("main#main")


def test_the_page_says_its_language_title_and_width(page):
    assert page.html["lang"] == "en-GB"
    assert page.title.get_text() == "A page – Front Door"
    assert page.select_one('meta[name="viewport"]')["content"].startswith("width=device-width")
    assert len(page.select("h1")) == 1


def test_nothing_is_inline_and_nothing_comes_from_elsewhere(page):
    assert not page.select("style, [style], [onclick], [onload], script:not([src])")
    for tag in page.select("[src], link[href]"):
        address = tag.get("src") or tag["href"]
        assert address.startswith("/"), tag
        assert not address.startswith("//"), tag


def test_there_are_four_doors_in_a_menu_that_needs_no_script(page):
    menu = page.select_one('nav[aria-label="Main"] details')
    assert menu.summary
    assert [link.get_text() for link in menu.select("a")] == [
        "Information",
        "Find services",
        "Ask for help or refer",
        "For professionals",
    ]


def test_the_search_box_leads_to_the_search(page):
    form = page.select_one("header form")
    assert (form["action"], form["method"], form.input["name"]) == ("/search/", "get", "q")
    assert page.select_one(f'label[for="{form.input["id"]}"]')


def test_landmarks_of_one_kind_have_names(page):
    for nav in page.select("nav, section"):
        assert nav.get("aria-label") or nav.get("aria-labelledby"), nav


def test_the_line_under_the_header_says_whom_to_ring_now(single_point):
    line = render(PAGE).select_one(".fd-call")
    assert "Who to call now" in line.get_text()
    assert "Ring the single point of contact, day or night" in line.get_text()
    assert line.select_one('a[href="tel:+441632960001"]')
    assert line.select_one('a[href="tel:999"]')


def test_the_moment_is_left_out_of_print_and_the_number_is_not(single_point):
    line = render(PAGE).select_one(".fd-call")
    assert line.select_one(".fd-no-print").get_text().startswith("It is ")
    line.select_one(".fd-no-print").decompose()
    assert "Ring the single point of contact" in line.get_text()
    assert line.select_one('a[href="tel:+441632960001"]')


def test_without_a_contact_the_line_names_111(page):
    assert page.select_one('.fd-call a[href="tel:111"]')


def test_a_database_that_does_not_answer_leaves_the_frame_standing(monkeypatch):
    def fail(*args):
        raise OperationalError("no answer")

    monkeypatch.setattr(context_processors, "who_to_call", fail)
    monkeypatch.setattr(context_processors, "brand_of", fail)
    page = render('{% extends "base.html" %}{% block footer %}{% endblock %}')
    assert page.select_one('.fd-call a[href="tel:111"]')
    assert "Front Door" in page.select_one("header").get_text()


def test_the_frame_asks_the_database_for_nothing_until_it_is_shown(
    rf, django_assert_num_queries, db
):
    with django_assert_num_queries(0):
        context_processors.site_frame(rf.get("/"))


def test_a_page_that_is_only_read_sets_no_cookie(client, db):
    response = client.get("/no-such-page/")
    assert not response.cookies
    assert "Cookie" not in response.get("Vary", "")


def test_the_footer_leads_to_the_pages_about_the_site(page):
    links = {link["href"] for link in page.select("footer a")}
    assert links >= {
        "/accessibility-statement/",
        "/privacy/",
        "/contact-us/",
        "/formats-and-languages/",
    }


def test_paper_says_where_it_came_from(page, settings):
    printed = page.select_one("footer .fd-printed").get_text()
    assert f"{settings.WAGTAILADMIN_BASE_URL}/here/" in printed


def test_the_page_that_is_open_is_marked(db, rf):
    page = render(PAGE, request=rf.get("/services/"))
    assert page.select_one('[aria-current="page"]')["href"] == "/services/"


def test_staff_pages_have_their_own_doors_and_are_not_for_search_engines(client, stranger):
    client.force_login(stranger)
    page = soup(client.get("/staff/"))
    assert page.select_one('meta[name="robots"]')["content"] == "noindex"
    assert page.select_one('nav[aria-label="Staff"]')
    assert not page.select_one('nav[aria-label="Main"]')
