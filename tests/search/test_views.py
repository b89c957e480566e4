from dataclasses import replace
from datetime import date

import pytest
from bs4 import BeautifulSoup
from django.test import Client
from django.urls import reverse
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from portal.contacts.models import ContactPoint
from portal.people.models import User
from search import documents
from search.asked import FACETS
from search.documents import Document
from search.engines.embedded import EmbeddedEngine
from search.models import PromotedResult
from tests.search.conftest import Shelf

pytestmark = pytest.mark.django_db

HOSTILE = [
    '"',
    "'",
    '"hospice',
    "a" * 10_000,
    "grief " * 2_000,
    "🕯️😭👩‍👩‍👧",
    "\u202e\u200ffeirg\u202c",
    "(((((((((",
    "title:grief AND (body:*) OR NOT",
    "grief~2^10 [a TO b] {x} /re.*gex/",
    ".*+?^${}()|[]\\",
    "'; DROP TABLE search_searchchange; --",
    "<script>alert(1)</script>",
    "{{ 7*7 }}{% debug %}",
    "%",
    "%F0%9F",
    "\ud83d",
    "\ufeff\u200b",
    "near near near near near near in in in at at",
    "WY1 1AA WY9 9ZZ ZZ9 9ZZ",
    "١٢٣ 漢字 कष्ट العزاء",
    "-1",
    "null",
]


def soup(client: Client, **query: object) -> BeautifulSoup:
    answer = client.get(reverse("search"), query)
    assert answer.status_code == 200
    return BeautifulSoup(answer.content, "html.parser")


def main(client: Client, **query: object) -> str:
    found = soup(client, **query).find("main")
    assert found is not None
    return " ".join(found.get_text(" ").split())


def test_results_are_headings_with_links_and_say_what_they_are(
    client: Client, library: EmbeddedEngine
) -> None:
    page = soup(client, q="syringe")
    link = page.select_one("main h3 a")
    assert link is not None
    assert (link.get_text(), link["href"]) == ("Syringe drivers", "/page/2/")
    assert "1 result" in page.select_one("main h2").get_text()
    assert [heading.get_text() for heading in page.select("main h1")] == ["Search"]


def test_what_was_typed_stays_in_the_box_and_in_the_title(
    client: Client, library: EmbeddedEngine
) -> None:
    page = soup(client, q='grief "<b>')
    assert page.select_one("#search-page")["value"] == 'grief "<b>'
    assert page.title.get_text().startswith('grief "<b> – search')


def test_without_a_question_the_page_offers_ways_on(client: Client, db: None) -> None:
    text = main(client)
    assert "Or look through" in text
    assert "Services near you" in text


def test_a_correction_is_told_and_can_be_undone(client: Client, library: EmbeddedEngine) -> None:
    page = soup(client, q="breavement")
    assert "Showing results for bereavement." in page.get_text()
    link = page.find("a", string="Search instead for breavement")
    assert link["href"] == "?q=breavement&exact=1"
    assert "Nothing found" in main(client, q="breavement", exact="1")


def test_filters_carry_counts_and_keep_what_was_typed(
    client: Client, library: EmbeddedEngine
) -> None:
    page = soup(client, q="bereavement", mode="in_person")
    box = page.select_one('input[name="mode"][value="in_person"]')
    assert box.has_attr("checked")
    label = page.select_one(f'label[for="{box["id"]}"]')
    assert " ".join(label.get_text().split()) == "In person (2)"
    assert page.select_one('.fd-filters input[name="q"]')["value"] == "bereavement"
    assert page.find("legend", string="How") is not None


def test_filters_and_chips_use_the_words_of_the_vocabulary(
    client: Client, library: EmbeddedEngine, monkeypatch: pytest.MonkeyPatch
) -> None:
    called = replace(
        documents.sources()["service"], words=lambda: {"topic": {"grief": "Grief and loss"}}
    )
    monkeypatch.setitem(documents._sources, "service", called)
    page = soup(client, q="bereavement", topic="grief")
    assert "Grief and loss" in page.select_one("a.fd-chip").get_text()
    box = page.select_one('input[name="topic"][value="grief"]')
    assert page.select_one(f'label[for="{box["id"]}"]').get_text().startswith("Grief and loss")


def test_what_editors_chose_is_not_listed_again_below(
    client: Client, library: EmbeddedEngine
) -> None:
    PromotedResult.objects.create(
        phrase="syringe", title="Chosen", url="/page/2/", owner="O", expires=date.max
    )
    page = soup(client, q="syringe")
    assert [link["href"] for link in page.select("main h3 a")] == ["/page/2/"]
    assert page.select_one("main h3 a").get_text() == "Chosen"


def test_each_chosen_filter_can_be_taken_off(client: Client, library: EmbeddedEngine) -> None:
    page = soup(client, q="bereavement WY1 1AA", mode="in_person", kind="service")
    links = {chip.get_text(): chip["href"] for chip in page.select("a.fd-chip")}
    assert links == {
        "Remove filter: Near WY1 1AA": "?q=bereavement&kind=service&mode=in_person",
        "Remove filter: Services": "?q=bereavement+WY1+1AA&mode=in_person",
        "Remove filter: In person": "?q=bereavement+WY1+1AA&kind=service",
    }


def test_a_filter_that_fits_nothing_is_told(client: Client, library: EmbeddedEngine) -> None:
    text = main(client, q="bereavement", mode="online")
    assert "Nothing fits all of your choices. These results leave out “How”." in text


def test_an_unknown_postcode_is_told(client: Client, library: EmbeddedEngine) -> None:
    assert "We do not know the postcode ZZ1 1ZZ." in main(client, q="bereavement ZZ1 1ZZ")


def test_nothing_found_ends_with_people_to_ring_and_ways_on(
    client: Client, library: EmbeddedEngine
) -> None:
    text = main(client, q="xylophone")
    assert "Nothing found" in text
    assert "National bereavement helpline" in text
    assert "Look through instead" in text


def test_nothing_found_names_the_number_of_the_moment(
    client: Client, library: EmbeddedEngine
) -> None:
    ContactPoint.objects.create(
        key="spoc",
        name="the care line",
        what_for="Nurses answer.",
        phone="01632 960 100",
        open_24_hours=True,
        header_order=10,
        checked=date(2026, 11, 2),
    )
    assert soup(client, q="xylophone").select_one('main a[href="tel:+441632960100"]')


@pytest.mark.parametrize(("asked", "warned"), [("i want to kill myself", True), ("grief", False)])
def test_in_danger_the_page_says_that_words_alone_may_not_find_what_is_needed(
    asked: str, warned: bool, client: Client, library: EmbeddedEngine, pages: Shelf
) -> None:
    pages.put("9", "I want to kill the pain")
    library.replace_all(pages.load(None))
    assert ("It may not be what you need now" in main(client, q=asked)) is warned


def test_pages_keep_the_question(client: Client, engine: EmbeddedEngine, pages: Shelf) -> None:
    for number in range(45):
        pages.put(str(number), f"Grief {number}")
    engine.replace_all(pages.load(None))
    page = soup(client, q="grief", kind="page", page="2")
    assert page.select_one('a[rel="next"]')["href"] == "?q=grief&kind=page&page=3"
    assert "Page 2 of 3" in page.get_text()
    assert len(page.select(".fd-results li")) == 20


@pytest.mark.parametrize(
    ("typed", "first"),
    [("overdose", "999"), ("I want to kill myself", "111"), ("can’t go on", "116123")],
)
def test_danger_shows_whom_to_ring_above_the_results(
    client: Client, library: EmbeddedEngine, typed: str, first: str
) -> None:
    page = soup(client, q=f"{typed} grief")
    box = page.select_one("main .fd-care")
    assert box.select_one("a.phone")["href"] == f"tel:{first}"
    assert box.find_next(string="What grief can feel like") is not None


def test_grief_after_a_suicide_shows_no_such_box(client: Client, library: EmbeddedEngine) -> None:
    assert soup(client, q="bereaved by suicide").select_one("main .fd-care") is None


def test_without_an_index_the_page_says_so_and_offers_ways_on(
    client: Client, engine: EmbeddedEngine, db: None
) -> None:
    text = main(client, q="grief")
    assert "Search is not working just now" in text
    assert "Look through instead" in text


def test_markup_in_an_entry_is_text(client: Client, engine: EmbeddedEngine) -> None:
    bad = Document(id="page:1", kind="page", title="<b>x</b>", url="/x/", summary="<img> grief")
    engine.replace_all([bad])
    page = soup(client, q="grief")
    assert page.select("main .fd-results img, main .fd-results b") == []


def test_searching_leaves_no_cookie_and_no_log(
    client: Client, library: EmbeddedEngine, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level("DEBUG")
    answer = client.get(reverse("search"), {"q": "grief secretword WY1 1AA"})
    assert not answer.cookies
    assert "Cookie" not in answer.headers.get("Vary", "")
    heard = [record for record in caplog.records if record.name.partition(".")[0] != "django"]
    assert "secretword" not in " ".join(record.getMessage() for record in heard)


def test_staff_see_the_same_results(
    client: Client, library: EmbeddedEngine, directory_editor: User
) -> None:
    before = main(client, q="grief")
    client.force_login(directory_editor)
    assert main(client, q="grief") == before


def test_only_reading_is_allowed(client: Client, db: None) -> None:
    assert client.post(reverse("search"), {"q": "grief"}).status_code == 405


@pytest.mark.parametrize("typed", HOSTILE)
def test_hostile_words_get_a_proper_page(
    client: Client, library: EmbeddedEngine, typed: str
) -> None:
    answer = client.get(reverse("search") + "?q=" + quoted(typed))
    assert answer.status_code == 200
    assert b"<h1>Search</h1>" in answer.content
    assert b"<script>alert" not in answer.content
    assert b"49" not in answer.content.split(b'id="main"')[1].split(b"Search</h1>")[0]


def quoted(text: str) -> str:
    return "".join(f"%{byte:02X}" for byte in text.encode("utf-8", "surrogatepass"))


def test_a_nul_character_is_refused_with_a_page(client: Client, db: None) -> None:
    assert client.get(reverse("search") + "?q=gr%00ief").status_code == 400


@settings(
    max_examples=60,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(
    query=st.dictionaries(
        st.sampled_from(["q", *FACETS, "page", "exact"]) | st.text(max_size=8),
        st.lists(st.text(max_size=60), max_size=3),
        max_size=5,
    )
)
def test_no_address_of_the_page_fails(
    client: Client, library: EmbeddedEngine, query: dict[str, list[str]]
) -> None:
    answer = client.get(reverse("search"), query)
    assert answer.status_code in {200, 400}
    assert answer.status_code == 200 or "%00" in answer.request["QUERY_STRING"]


def test_the_page_asks_the_database_the_same_however_much_it_shows(
    client: Client, library: EmbeddedEngine, django_assert_max_num_queries: object
) -> None:
    for typed in ("syringe", "bereavement grief sitting pump"):
        with django_assert_max_num_queries(12):
            client.get(reverse("search"), {"q": typed})
