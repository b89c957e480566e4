"""The frame for other sites: it alone may be framed, and it remembers nobody."""

from html import unescape

import pytest
from bs4 import BeautifulSoup

from services_directory.finder.embed import MOST
from services_directory.models import Phone
from tests.services_directory import build

pytestmark = pytest.mark.django_db
EMBED = "/services/embed/"


def frame(client, query: str = "") -> BeautifulSoup:
    response = client.get(EMBED + query)
    assert response.status_code == 200
    return BeautifulSoup(response.content, "html.parser")


def policy(response) -> dict[str, str]:
    parts = (part.strip().partition(" ") for part in response["Content-Security-Policy"].split(";"))
    return {name: value for name, _, value in parts if name}


def test_any_site_may_frame_it_and_nothing_else_of_the_policy_is_looser(client):
    framed, other = client.get(EMBED), client.get("/services/")
    assert policy(framed)["frame-ancestors"] == "*"
    assert policy(framed) | {"frame-ancestors": "'none'"} == policy(other)
    assert "X-Frame-Options" not in framed


@pytest.mark.parametrize(
    "address", ["/services/", "/services/shortlist/", "/services/pack/", "/services/on-your-site/"]
)
def test_no_other_page_may_be_framed(client, address):
    response = client.get(address)
    assert policy(response)["frame-ancestors"] == "'none'"
    assert response["X-Frame-Options"] == "DENY"


def test_it_sets_no_cookie_runs_no_script_and_has_no_form(client):
    response = client.get(EMBED)
    soup = BeautifulSoup(response.content, "html.parser")
    assert not response.cookies
    assert soup.find("script") is None
    assert soup.find("form") is None


def test_every_link_but_a_number_leaves_the_frame(client):
    service = build.service()
    Phone.objects.create(service=service, number="01632 960 001")
    links = frame(client).find_all("a")
    assert len(links) == 3
    for link in links:
        assert link["href"].startswith("tel:") or link["target"] == "_top"


def test_a_service_that_is_closed_for_a_time_says_so(client):
    build.service(status="temporarily closed")
    assert "Closed for now" in frame(client).get_text(" ")


def test_it_answers_the_same_questions_as_the_finder(client):
    build.tag(build.service("Wanted"), "need", "respite")
    build.service("Other")
    names = [h.get_text() for h in frame(client, "?need=respite").select(".fd-row h2")]
    assert names == ["Wanted"]


def test_it_shows_ten_and_leads_to_all_of_them(client):
    for number in range(MOST + 2):
        build.service(f"Service {number:02}", cost="free")
    soup = frame(client, "?cost=free")
    assert len(soup.select(".fd-row")) == MOST
    assert soup.h1.get_text().startswith(f"{MOST + 2} services")
    assert soup.find_all("a")[-1]["href"] == "/services/?cost=free"


def test_nothing_found_ends_in_helplines(client):
    line = build.service("Listening line", national=True, mode_phone=True)
    build.tag(line, "need", "advice-line")
    assert "Listening line" in frame(client, "?q=zebra&mode=online").get_text()


@pytest.mark.parametrize(
    "query", ["?page=999999", "?near=%25&need=x", "?q=" + "a" * 3000, "?%FF=%FE"]
)
def test_odd_addresses_get_a_proper_frame(client, query):
    assert frame(client, query).h1


class TestHelp:
    def test_it_gives_lines_to_copy_for_what_was_chosen(self, client):
        build.postcode()
        build.term("need", "respite")
        html = client.get("/services/on-your-site/?need=respite&near=WY3").content.decode()
        lines = unescape(BeautifulSoup(html, "html.parser").pre.get_text())
        frame = BeautifulSoup(lines, "html.parser").iframe
        assert frame["src"] == "http://testserver/services/embed/?near=WY3&need=respite"
        assert frame["title"]
        assert frame["referrerpolicy"] == "no-referrer"

    def test_what_is_typed_cannot_leave_the_lines(self, client):
        html = client.get('/services/on-your-site/?near="><script>x').content.decode()
        lines = BeautifulSoup(html, "html.parser").pre.get_text()
        assert "<script>" not in html.replace("&lt;script&gt;", "")
        assert len(BeautifulSoup(lines, "html.parser").find_all()) == 1

    def test_the_finder_and_the_page_of_data_lead_there(self, client):
        for address in ("/services/", "/open-data/"):
            assert "/services/on-your-site/" in client.get(address).content.decode()
