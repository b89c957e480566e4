"""Every public page: its frame, its honesty, its weight, and no cookie."""

from datetime import date

import pytest
from bs4 import BeautifulSoup
from django.test import Client

from content.models import BasePage, HomePage, StagePage
from portal.contacts.models import ContactPoint
from portal.vocabulary import Stage
from tests.content.builders import (
    add_guidance,
    add_information,
    make_hub,
    make_stage,
    make_urgent,
    text,
)

pytestmark = pytest.mark.django_db
KINDS = ["home", "stage", "information", "urgent", "hub", "guidance"]


@pytest.fixture
def pages(home: HomePage) -> dict[str, BasePage]:
    """One public page of each type."""
    stage, hub = make_stage(home), make_hub(home)
    return {
        "home": home,
        "stage": stage,
        "information": add_information(stage, "Money", stages=["last-days"]),
        "urgent": make_urgent(home),
        "hub": hub,
        "guidance": add_guidance(hub, "How to refer"),
    }


def soup(client: Client, url: str) -> BeautifulSoup:
    response = client.get(url)
    assert response.status_code == 200
    return BeautifulSoup(response.content, "html.parser")


@pytest.mark.parametrize("kind", KINDS)
def test_a_reader_gets_no_cookie_and_the_page_may_be_kept_a_minute(
    pages: dict[str, BasePage], client: Client, kind: str
) -> None:
    response = client.get(pages[kind].url)
    assert not response.cookies
    assert "Cookie" not in response.headers.get("Vary", "")
    assert response.headers["Cache-Control"] == "public, max-age=0, s-maxage=60"


@pytest.mark.parametrize("kind", KINDS)
def test_a_page_has_one_heading_a_title_and_a_description(
    pages: dict[str, BasePage], client: Client, kind: str
) -> None:
    page = pages[kind]
    shown = soup(client, page.url)
    assert [heading.get_text() for heading in shown.find_all("h1")] == [page.title]
    assert str(shown.title.string).startswith(page.title)
    assert shown.select_one("meta[name=description]")["content"] == "One sentence."


@pytest.mark.parametrize("kind", KINDS)
def test_a_page_has_no_inline_script_and_no_style(
    pages: dict[str, BasePage], client: Client, kind: str
) -> None:
    shown = soup(client, pages[kind].url)
    assert not shown.select("script:not([src]), style, [style], [onclick]")


@pytest.mark.parametrize("kind", KINDS)
def test_a_page_says_who_keeps_it_true(
    pages: dict[str, BasePage], client: Client, kind: str
) -> None:
    words = soup(client, pages[kind].url).get_text(" ", strip=True)
    assert "5 October 2026" in words
    assert "St Wyvern's Hospice" in words


@pytest.mark.parametrize("method", ["post", "put", "delete"])
def test_a_page_cannot_be_posted_to(
    pages: dict[str, BasePage], client: Client, method: str
) -> None:
    assert getattr(client, method)(pages["information"].url).status_code == 405


@pytest.mark.parametrize("path", ["/nothing/", "/last-days/nothing/", "/last-days/money/x/"])
def test_an_address_without_a_page_is_not_found(
    pages: dict[str, BasePage], client: Client, path: str
) -> None:
    assert client.get(path).status_code == 404


def test_a_page_below_is_found_by_its_whole_address(
    pages: dict[str, BasePage], client: Client
) -> None:
    child = add_information(pages["information"], "Benefits")
    assert child.url == "/last-days/money/benefits/"
    assert client.get(child.url).context["page"].title == "Benefits"


def test_a_draft_is_not_served(home: HomePage, client: Client) -> None:
    page = add_information(home, "Draft")
    page.unpublish()
    assert client.get("/draft/").status_code == 404


def test_an_overdue_page_says_so_plainly(home: HomePage, client: Client) -> None:
    page = add_information(home, "Old", reviewed=date(2025, 1, 1), next_review=date(2026, 1, 1))
    words = soup(client, page.url).get_text(" ", strip=True)
    assert "We have not checked this page on time" in words
    assert "1 January 2026" in words


def test_a_page_in_time_has_no_banner(pages: dict[str, BasePage], client: Client) -> None:
    assert b"not checked this page on time" not in client.get(pages["information"].url).content


def test_sources_are_behind_a_line_that_opens(home: HomePage, client: Client) -> None:
    source = {
        "title": "How to register a death",
        "publisher": "GOV.UK",
        "url": "https://www.gov.uk/register-a-death",
        "accessed": "2026-10-01",
    }
    page = add_information(home, "P", sources=[{"type": "source", "value": source}])
    details = soup(client, page.url).select_one("main details")
    assert details.select_one("a")["href"] == "https://www.gov.uk/register-a-death"
    assert "GOV.UK, read on 1 October 2026" in " ".join(details.get_text().split())


def test_a_long_page_begins_with_what_is_on_it(home: HomePage, client: Client) -> None:
    html = "".join(f"<h2>Part {number}</h2><p>Words.</p>" for number in range(4))
    shown = soup(client, add_information(home, "Long", body=[text(html)]).url)
    links = [link["href"] for link in shown.select(".fd-contents a")]
    assert links == ["#part-0", "#part-1", "#part-2", "#part-3"]
    assert all(shown.select_one(link) for link in links)


def test_home_leads_to_every_stage_to_help_now_and_to_the_finder(
    pages: dict[str, BasePage], client: Client
) -> None:
    make_stage(pages["home"], Stage.PREPARING)
    shown = soup(client, "/")
    assert [link["href"] for link in shown.select(".fd-path a")] == ["/last-days/", "/preparing/"]
    assert shown.select_one(f'main a[href="{pages["urgent"].url}"]')
    form = shown.select_one("main form[action='/services/']")
    assert form["method"] == "get"
    finder = soup(client, "/services/").select_one("form.fd-filters")
    understood = {field["name"] for field in finder.select("input")}
    assert {field["name"] for field in form.select("input")} == {"q", "near"} <= understood


def test_a_place_typed_on_the_home_page_reaches_the_finder(home: HomePage, client: Client) -> None:
    form = soup(client, "/").select_one("main form[action='/services/']")
    place = form.select_one("#near-place")["name"]
    answer = client.get(form["action"], {"q": "", place: "Atlantis"}).content.decode()
    assert "We do not know the place “Atlantis”" in answer


def test_a_door_to_a_page_that_is_not_public_is_not_shown(home: HomePage, client: Client) -> None:
    hidden = add_information(home, "Hidden")
    door = {"heading": "Someone has died", "text": "What to do", "page": hidden.pk, "path": ""}
    home.doors = [{"type": "door", "value": door}]
    home.save_revision().publish()
    assert b"Someone has died" in client.get("/").content
    hidden.unpublish()
    assert b"Someone has died" not in client.get("/").content


def test_a_stage_lists_its_pages_with_a_line_each(stage: StagePage, client: Client) -> None:
    add_information(stage, "What to expect", summary="What may happen.", stages=["last-days"])
    shown = soup(client, stage.url)
    card = shown.select_one(".fd-card")
    assert card.select_one("a")["href"] == "/last-days/what-to-expect/"
    assert "What may happen." in card.get_text()


def test_a_stage_ends_with_the_way_to_the_others_without_their_lines(
    stage: StagePage, client: Client
) -> None:
    make_stage(stage.get_parent().specific, Stage.PREPARING)
    path = soup(client, stage.url).select_one(".fd-path")
    assert [link["href"] for link in path.select("a")] == ["/last-days/", "/preparing/"]
    assert path.select(".fd-path__line") == []


def test_the_urgent_page_is_light_and_begins_with_the_number(
    home: HomePage, client: Client
) -> None:
    contact = ContactPoint.objects.create(
        key="spoc", name="the care line", what_for="Nurses.", phone="01632 960 100"
    )
    page = make_urgent(home)
    page.body = [{"type": "contact", "value": {"contact": contact.pk}}]
    page.save_revision().publish()
    response = client.get(page.url)
    assert len(response.content) < 30_000  # style and script have the other half of 60 kB
    shown = BeautifulSoup(response.content, "html.parser")
    assert not shown.select("main img")
    assert shown.select_one("main .phone").get_text() == "01632 960 100"


def test_the_professional_hub_lists_its_guidance(
    pages: dict[str, BasePage], client: Client
) -> None:
    shown = soup(client, pages["hub"].url)
    assert shown.select_one(f'main a[href="{pages["guidance"].url}"]')


def test_a_preview_is_never_kept(pages: dict[str, BasePage]) -> None:
    response = pages["information"].make_preview_request()
    assert response.status_code == 200
    assert "s-maxage=60" not in response.headers.get("Cache-Control", "")
