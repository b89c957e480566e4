import pytest
from bs4 import BeautifulSoup
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from content.learning import queries
from tests.content.learning.makers import make_offering, make_session, make_subject

pytestmark = pytest.mark.django_db
LIST = "/learning/"


@pytest.fixture(autouse=True)
def no_index(monkeypatch):
    monkeypatch.setattr(queries, "find_ids", lambda text, kind: None)


def page(client, address: str = LIST) -> BeautifulSoup:
    response = client.get(address)
    assert response.status_code == 200
    return BeautifulSoup(response.content, "html.parser")


def titles(client, address: str = LIST) -> list[str]:
    return [link.text for link in page(client, address).select(".fd-results h3 a")]


@pytest.fixture
def day():
    return make_offering("A study day", audiences=["health", "care_home"])


@pytest.fixture
def public_class():
    return make_offering(
        "A class", kind="public_class", mode="online", audiences=["public"], provider="Libraries"
    )


def test_professional_and_public_learning_stand_in_one_list(client, day, public_class):
    assert titles(client) == ["A class", "A study day"]


@pytest.mark.parametrize(
    "query",
    [
        "audience=public",
        "kind=public_class",
        "mode=online",
        "provider=libraries",
        "q=class",
    ],
)
def test_each_filter_narrows_the_list(client, day, public_class, query):
    assert titles(client, f"{LIST}?{query}") == ["A class"]


def test_what_costs_money_is_not_under_free(client, day):
    make_offering("A paid course", cost="paid", cost_text="£240")
    assert titles(client, f"{LIST}?free=free") == ["A study day"]


def test_a_subject_of_a_framework_finds_what_maps_to_it(client, day, public_class):
    day.subjects = [make_subject()]
    day.save()
    assert titles(client, f"{LIST}?subject=core-2017:communication") == ["A study day"]


def test_a_stage_finds_what_belongs_to_it(client, day):
    make_offering("After a death", stages=["living-with-grief"])
    assert titles(client, f"{LIST}?stage=living-with-grief") == ["After a death"]


def test_a_range_of_dates_finds_and_shows_the_date_inside_it(client, day, public_class):
    make_session(day, days=2)
    later = make_session(day, days=30)
    wanted = later.starts.date().isoformat()
    address = f"{LIST}?from={wanted}&to={wanted}"
    assert titles(client, address) == ["A study day"]
    assert f"{later.starts.day} {later.starts:%B %Y}" in page(client, address).find("main").text


def test_options_show_how_many_they_would_find(client, day, public_class):
    label = page(client).find("label", attrs={"for": "filter-kind-1"})
    assert " ".join(label.text.split()) == "Study day (1)"


def test_each_chip_takes_off_its_own_filter(client, day, public_class):
    chips = page(client, f"{LIST}?q=a&kind=study_day&kind=public_class").select("a.fd-chip")
    assert [chip["href"] for chip in chips] == [
        "/learning/?kind=public_class&kind=study_day",
        "/learning/?q=a&kind=study_day",
        "/learning/?q=a&kind=public_class",
    ]


def test_what_was_chosen_stays_ticked_and_typed(client, day):
    shown = page(client, f"{LIST}?q=study&kind=study_day&from=1/2/2026")
    assert shown.find(id="filter-q")["value"] == "study"
    assert shown.find(id="filter-from")["value"] == "1/2/2026"
    assert shown.find("input", {"name": "kind", "value": "study_day"}).has_attr("checked")


def test_a_row_says_the_next_date_and_that_it_is_full(client, day):
    session = make_session(day, status="full")
    row = page(client).select_one(".fd-results li").text
    assert f"Next: {session.starts:%A} {session.starts.day}" in row
    assert "Full" in row


def test_a_row_names_the_first_date_with_places_after_a_full_one(client, day):
    make_session(day, days=3, status="full")
    make_session(day, days=9, status="full")
    free = make_session(day, days=40)
    row = page(client).select_one(".fd-results li").text
    assert f"Then: {free.starts:%A} {free.starts.day} {free.starts:%B}" in row


def test_a_row_without_dates_says_whether_one_may_start_now(client, day):
    make_offering("E-learning", kind="e_learning")
    rows = [row.text for row in page(client).select(".fd-results > li")]
    assert ["No date set yet" in rows[0], "Start at any time" in rows[1]] == [True, True]


def test_nothing_found_offers_a_way_on(client, day):
    main = page(client, f"{LIST}?q=nothinglikeit").find("main")
    assert "0 courses and classes" in main.text
    assert main.find("a", string="see all courses and classes")["href"] == LIST


def test_a_date_that_is_none_is_told_at_the_top_and_at_the_box(client, day):
    shown = page(client, f"{LIST}?from=soon")
    assert shown.title.text.startswith("Error: ")
    link = shown.select_one(".nhsuk-error-summary a")
    box = shown.select_one(link["href"])
    assert box["value"] == "soon"
    assert "filter-from-error" in box["aria-describedby"]
    assert titles(client, f"{LIST}?from=soon") == ["A study day"]


@pytest.mark.parametrize(
    "query",
    [
        "page=0",
        "page=-3",
        "page=" + "9" * 5000,
        "page=x&kind=%F0%9F%95%AF&audience=&from=&to=%27",
        "q=%27%20OR%201%3D1--&subject=:::&tier=9",
        "from=0001-01-01&to=9999-12-31",
        "q=" + "%5C" * 50,
    ],
)
def test_nonsense_in_the_address_is_borne(client, day, query):
    assert client.get(f"{LIST}?{query}").status_code == 200


def test_a_long_list_has_pages_that_keep_the_filters(client):
    for number in range(23):
        make_offering(f"Course {number:02}")
    assert len(titles(client, f"{LIST}?kind=study_day")) == 20
    assert len(titles(client, f"{LIST}?kind=study_day&page=2")) == 3
    following = page(client, f"{LIST}?kind=study_day").find("a", rel="next")["href"]
    assert {"kind=study_day", "page=2"} <= set(following.partition("?")[2].split("&"))


def test_the_number_of_queries_does_not_grow_with_the_list(client, django_assert_num_queries):
    make_session(make_offering("First"))
    client.get(LIST)  # what the frame keeps in memory
    with CaptureQueriesContext(connection) as few:
        client.get(f"{LIST}?audience=health")
    for number in range(15):
        make_session(make_offering(f"Another {number}"))
    with django_assert_num_queries(len(few)):
        client.get(f"{LIST}?audience=health")


def test_reading_sets_no_cookie_and_posting_is_refused(client, day):
    assert not client.get(LIST).cookies
    assert client.post(LIST).status_code == 405
    assert client.head(LIST).status_code == 200


def test_the_address_of_the_feed_carries_the_filters(client, day):
    shown = page(client, f"{LIST}?audience=health")
    feed = f"{reverse('learning_calendar')}?audience=health"
    assert shown.select_one(".fd-address").text == f"http://testserver{feed}"
    assert shown.find("a", href=f"webcal://testserver{feed}")
