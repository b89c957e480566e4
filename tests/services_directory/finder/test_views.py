from urllib.parse import quote
from uuid import uuid4

import pytest
from bs4 import BeautifulSoup
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from services_directory.models import Phone
from tests.services_directory import build

pytestmark = pytest.mark.django_db


def page(client, query: str = "") -> BeautifulSoup:
    response = client.get(f"/services/{query}")
    assert response.status_code == 200
    return BeautifulSoup(response.content, "html.parser")


def words(soup: BeautifulSoup) -> str:
    return " ".join(soup.main.get_text(" ").split())


def full_service(name: str) -> None:
    service = build.service(name, cost="free")
    Phone.objects.create(service=service, number="01632 960 001")
    build.opens(service)
    build.place(service)
    build.covers(service, "east")
    build.tag(service, "need", "bereavement")


def test_the_finder_is_one_plain_form_that_keeps_what_was_typed(client):
    build.postcode()
    form = page(client, "?q=grief&near=WY3+1AB&distance=5").find("form", class_="fd-filters")
    assert form["method"] == "get"
    assert form.find("input", {"name": "q"})["value"] == "grief"
    assert form.find("input", {"name": "near"})["value"] == "WY3 1AB"
    assert form.find("select", {"name": "distance"}).find(selected=True)["value"] == "5"


def test_the_total_says_what_for_and_where(client):
    build.postcode()
    full_service("Evening group")
    build.term("need", "bereavement")
    text = words(page(client, "?need=bereavement&near=WY3+1AB"))
    assert "1 service for bereavement near WY3 1AB" in text


def test_a_row_holds_what_decides(client, tuesday_noon):
    build.postcode()
    full_service("Evening group")
    row = page(client, "?near=WY3+1AB").find("ul", class_="fd-results").li
    text = " ".join(row.get_text(" ").split())
    for part in (
        "St Wyvern's Hospice",
        "Free",
        "In person",
        "Open now until 5 pm",
        "less than half",
    ):
        assert part.lower() in text.lower()
    assert row.find("a", class_="phone")["href"].startswith("tel:")
    assert "Not checked yet" in text


def test_a_chip_takes_off_one_choice_and_leaves_the_rest(client):
    full_service("Evening group")
    soup = page(client, "?q=evening&need=bereavement&cost=free")
    chips = {a.get_text(): a["href"] for a in soup.select(".fd-chips a.fd-chip")}
    assert chips["Remove filter: Free"] == "?q=evening&need=bereavement"
    assert chips["Remove filter: “evening”"] == "?need=bereavement&cost=free"


def test_what_was_let_go_is_said(client):
    full_service("Evening group")
    text = words(page(client, "?q=evening&cost=free&mode=online"))
    assert "Nothing fits all that you asked for. We left out: “Online”." in text


def test_pages_keep_the_question(client):
    for number in range(21):
        build.service(f"Service {number}", cost="free")
    link = page(client, "?cost=free").find("a", rel="next")
    assert link["href"] == "?cost=free&page=2"


def test_an_address_with_a_question_is_not_for_search_engines(client):
    assert page(client, "?q=grief").find("meta", {"name": "robots"})["content"] == "noindex"
    assert page(client).find("meta", {"name": "robots"}) is None


def test_a_reader_gets_no_cookie(client):
    full_service("Evening group")
    assert not client.get("/services/?q=evening").cookies


@pytest.mark.parametrize(
    "query",
    [
        "?q=" + "a" * 5000,
        "?q=%27%22%3Cscript%3Ealert(1)%3C/script%3E",
        "?q=%F0%9F%95%AF&near=%E2%80%AE",
        "?need[]=x&need=&need=%0d%0a",
        "?page=-1&sort=;drop&distance=1e999",
        "?near=%25&language=../../etc",
        "?q=AND+OR+NOT+(+*+?:",
        "?%FF=%FE&q=%FF",
        "?" + "&".join(f"need=n{number}" for number in range(300)),
    ],
)
def test_hostile_addresses_get_a_proper_page(client, query):
    soup = page(client, query)
    assert soup.h1.get_text() == "Find services"
    assert "alert(1)" not in "".join(script.get_text() for script in soup.find_all("script"))


@settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(st.text(max_size=80), st.text(max_size=40))
def test_whatever_is_typed_there_is_a_page(client, text, near):
    query = f"?q={quote(text, errors='replace')}&near={quote(near, errors='replace')}"
    assert client.get(f"/services/{query}").status_code in ({400} if "%00" in query else {200})


def test_only_reading_is_allowed(client):
    assert client.post("/services/").status_code == 405


@pytest.mark.parametrize("query", ["", "?near=WY3+1AB&need=bereavement&sort=nearest"])
def test_the_finder_asks_the_database_the_same_number_of_times_however_full(
    client, django_assert_num_queries, query, tuesday_noon
):
    build.postcode()
    full_service("Service 0")
    client.get(f"/services/{query}")
    counted = count_queries(client, f"/services/{query}")
    for number in range(1, 15):
        full_service(f"Service {number}")
    with django_assert_num_queries(counted):
        client.get(f"/services/{query}")


def count_queries(client, url: str) -> int:
    with CaptureQueriesContext(connection) as queries:
        client.get(url)
    return len(queries)


def test_the_list_of_services_has_an_address_by_name():
    assert reverse("services") == "/services/"
    assert reverse("service_detail", args=[uuid4()]).startswith("/services/")


def test_a_row_boxes_what_can_stop_a_journey_and_says_the_rest_in_a_line(client):
    build.service("Evening group", cost="free", status="temporarily closed")
    facts = page(client).select(".fd-row .fd-facts > li")
    boxed = [fact.get_text(strip=True) for fact in facts if fact.select_one(".fd-tag")]
    plain = [fact.get_text(strip=True) for fact in facts if not fact.select_one(".fd-tag")]
    assert boxed == ["Closed for now"]
    assert plain == ["Free", "In person"]


def test_a_provider_of_the_same_name_is_not_said_twice(client):
    build.service("Samaritans", organization=build.organization("Samaritans"))
    build.service("Evening group")
    said = [by.get_text() for by in page(client).select(".fd-row .fd-row__by")]
    assert said == ["St Wyvern's Hospice"]


@pytest.mark.parametrize("address", ["/services/", "/services/embed/"])
def test_words_of_somebody_in_danger_show_whom_to_ring_above_the_list(client, address):
    build.service("Zebra talk", description="For who says: I want to kill myself.")
    html = client.get(f"{address}?q=i+want+to+kill+myself").content.decode()
    assert "You can talk to someone now" in html
    assert html.index("You can talk to someone now") < html.index("Zebra talk")
    assert "You can talk to someone now" not in client.get(f"{address}?q=lunch").content.decode()
