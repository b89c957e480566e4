"""The public list: it lives in the address, works by plain links and keeps nothing."""

from uuid import UUID

import pytest
from bs4 import BeautifulSoup
from django.db import connection
from django.test.utils import CaptureQueriesContext

from services_directory.finder.shortlist.shortlist import MOST, Shortlist
from services_directory.models import Phone, Service
from tests.services_directory import build

pytestmark = pytest.mark.django_db
GONE = UUID(int=7)


def services(*names: str) -> list[Service]:
    return [build.service(name) for name in names]


def query(*made: Service | UUID) -> str:
    return Shortlist(tuple(getattr(each, "pk", each) for each in made)).query


def page(client, address: str) -> BeautifulSoup:
    response = client.get(address)
    assert response.status_code == 200
    assert not response.cookies
    return BeautifulSoup(response.content, "html.parser")


def listed(soup: BeautifulSoup) -> list[str]:
    return [link.get_text() for link in soup.main.select(".fd-results h3 a")]


def link(soup: BeautifulSoup, text: str) -> str:
    return next(
        a["href"] for a in soup.main.find_all("a") if text in " ".join(a.get_text().split())
    )


def words(soup: BeautifulSoup) -> str:
    return " ".join(soup.main.get_text(" ").split())


class TestInTheFinder:
    def test_a_plain_link_adds_a_service_and_keeps_the_question_and_the_page(self, client):
        for number in range(21):
            build.service(f"Service {number:02}", cost="free")
        address = link(page(client, "/services/?cost=free&page=2"), "Add to my list: Service 20")
        path, anchor = address.split("#")
        assert path.startswith("?cost=free&page=2&list=")
        soup = page(client, f"/services/{path}")
        assert "1 service on your list" in words(soup)
        assert soup.find(id=anchor).find("h3").get_text() == "Service 20"
        assert "On your list" in soup.find(id=anchor).get_text()

    def test_every_way_on_carries_the_list(self, client):
        build.postcode()
        one, other = services("One", "Two")
        Service.objects.update(cost="free", national=True)
        soup = page(client, f"/services/{query(one)}&q=Two&cost=free&near=WY3+1AB")
        kept = Shortlist((one.pk,)).text
        chips = [a["href"] for a in soup.select(".fd-chips a")]
        entries = [a["href"] for a in soup.select(".fd-results h3 a")]
        assert len(chips) == 4
        assert entries == [other.get_absolute_url() + query(one)]
        assert all(f"list={kept}" in address for address in [*chips, *entries])
        assert (
            soup.find("form", class_="fd-filters").find("input", {"name": "list"})["value"] == kept
        )

    def test_a_plain_link_takes_it_off_again(self, client):
        (one,) = services("One")
        address = link(page(client, f"/services/{query(one)}"), "Remove One from your list")
        assert address == f"?#service-{one.pk}"

    def test_without_a_list_no_address_speaks_of_one(self, client):
        services("One")
        soup = page(client, "/services/")
        entry = soup.select_one(".fd-results h3 a")["href"]
        assert "list" not in entry
        assert soup.find("input", {"name": "list"}) is None

    def test_a_full_list_says_so_and_offers_no_more(self, client):
        full = Shortlist(tuple(UUID(int=number) for number in range(1, MOST + 1)))
        services("One")
        text = words(page(client, f"/services/{full.query}"))
        assert "That is as many as it can hold" in text
        assert "Add to my list" not in text

    def test_addresses_with_a_list_are_not_for_search_engines(self, client):
        (one,) = services("One")
        soup = page(client, f"/services/{query(one)}")
        assert soup.find("meta", {"name": "robots"})["content"] == "noindex"
        adds = page(client, "/services/").select(".fd-keep a")
        assert [add["rel"] for add in adds] == [["nofollow"]]


class TestOnAnEntry:
    def test_it_is_added_and_the_way_back_keeps_the_list(self, client):
        one, two = services("One", "Two")
        soup = page(client, two.get_absolute_url() + query(one))
        assert link(soup, "Add to my list: Two") == query(one, two)
        back = soup.select(".fd-breadcrumb a")[-1]["href"]
        assert back == f"/services/{query(one)}"

    def test_one_that_is_on_the_list_says_so(self, client):
        (one,) = services("One")
        soup = page(client, one.get_absolute_url() + query(one))
        assert "On your list" in words(soup)
        assert link(soup, "Remove One") == "?"
        assert link(soup, "See my list") == f"/services/shortlist/{query(one)}"

    def test_it_can_be_sent_by_mail_with_its_own_address_alone(self, client):
        one, two = services("One", "Two")
        address = link(page(client, one.get_absolute_url() + query(two)), "Send this by e-mail")
        assert address.startswith("mailto:?subject=One")
        assert f"services%2F{one.pk}" in address
        assert "list" not in address


class TestTheList:
    def test_services_stand_in_the_visitors_order(self, client):
        one, two, three = services("One", "Two", "Three")
        soup = page(client, f"/services/shortlist/{query(three, one, two)}")
        assert listed(soup) == ["Three", "One", "Two"]
        assert "3 services on your list" in words(soup)

    def test_one_that_is_closed_for_a_time_says_so(self, client):
        shut = build.service("Evening group", status="temporarily closed")
        text = page(client, "/services/shortlist/" + query(shut)).main.get_text(" ")
        assert "Closed for now" in text

    def test_one_moves_up_and_one_goes_by_plain_links(self, client):
        one, two = services("One", "Two")
        soup = page(client, f"/services/shortlist/{query(one, two)}")
        assert link(soup, "Move up Two") == query(two, one)
        assert link(soup, "Remove One") == query(two)
        assert "Move up One" not in words(soup)

    def test_what_is_gone_or_not_public_is_said_in_words_and_left_out_of_the_link(self, client):
        one, draft = build.service("One"), build.service("Draft", live=False)
        soup = page(client, f"/services/shortlist/{query(draft, one, GONE)}")
        assert listed(soup) == ["One"]
        assert "2 services of this list are no longer in the directory." in words(soup)
        assert soup.select_one(".fd-link-to-keep").get_text().endswith(query(one))
        assert "Draft" not in soup.get_text()

    def test_a_damaged_address_is_said_in_words(self, client):
        (one,) = services("One")
        text = words(page(client, f"/services/shortlist/{query(one)}.damaged"))
        assert "1 service could not be read from the address" in text

    @pytest.mark.parametrize("address", ["", "?list=", "?list=x", "?list=....", "?list=%FF"])
    def test_an_empty_list_leads_to_the_finder(self, client, address):
        soup = page(client, f"/services/shortlist/{address}")
        assert "Your list is empty" in words(soup)
        assert link(soup, "Find services") == "/services/"

    def test_the_link_and_the_letter_hold_only_keys_even_when_the_address_held_more(self, client):
        (one,) = services("One")
        soup = page(client, f"/services/shortlist/{query(one)}&near=WY3+1AB&q=grief")
        assert soup.select_one(".fd-link-to-keep").get_text() == (
            f"http://testserver/services/shortlist/{query(one)}"
        )
        assert "WY3" not in str(soup.main)

    def test_it_is_sent_with_names_and_numbers(self, client):
        (one,) = services("One")
        Phone.objects.create(service=one, number="01632 960 001")
        address = link(page(client, f"/services/shortlist/{query(one)}"), "Send it by e-mail")
        assert address.startswith("mailto:?subject=")
        assert "01632%20960%20001" in address

    def test_only_reading_is_allowed(self, client):
        assert client.post("/services/shortlist/").status_code == 405
        assert client.post("/services/pack/").status_code == 405

    @pytest.mark.parametrize("path", ["/services/shortlist/", "/services/pack/"])
    def test_a_longer_list_needs_no_more_queries(self, client, path):
        made = services(*(f"S{number}" for number in range(6)))
        for each in made:
            build.place(each)
            build.opens(each)
            Phone.objects.create(service=each, number="01632 960 001")
        client.get(path + query(made[0]))
        with CaptureQueriesContext(connection) as one:
            client.get(path + query(made[0]))
        with CaptureQueriesContext(connection) as six:
            client.get(path + query(*made))
        assert len(one) == len(six)
