"""Words and shapes of pages."""

import json
import re
from typing import Any

import pytest
from django.utils.html import escape
from hypothesis import given
from hypothesis import strategies as st
from wagtail.rich_text import RichText

from content import presenters
from content.models import BasePage, HomePage, InformationPage, StagePage
from content.templatetags.content import html
from portal.vocabulary import Stage
from tests.content.builders import add_information, make_stage, text

pytestmark = pytest.mark.django_db


def _headings(count: int) -> dict:
    return text("".join(f"<h2>Part {n} &amp; more</h2><p>Words.</p>" for n in range(count)))


def test_a_long_page_lists_its_headings(home: HomePage) -> None:
    page = add_information(home, "Long", body=[_headings(4)])
    frame = presenters.page_frame(page)
    assert frame["contents"][0] == ("part-0-more", "Part 0 & more")


def test_a_short_page_has_no_list_of_headings(home: HomePage) -> None:
    page = add_information(home, "Short", body=[_headings(3)])
    assert presenters.page_frame(page)["contents"] == []


def test_every_listed_heading_is_there_to_be_linked(home: HomePage) -> None:
    page = add_information(home, "Long", body=[_headings(4)])
    shown = html(page.body[0].value)
    for anchor, _ in presenters.contents_of(page):
        assert f'id="{anchor}"' in shown


def test_keys_of_the_editor_are_not_sent_to_readers() -> None:
    assert "data-block-key" not in html(RichText('<p data-block-key="a1b2c">x</p>'))


def test_the_trail_leads_from_home_to_the_page_above(stage: StagePage) -> None:
    page = add_information(stage, "Below")
    assert presenters.trail(page) == [("Home", "/"), ("The last days", "/last-days/")]


def test_home_has_no_trail(home: HomePage) -> None:
    assert presenters.trail(home) == []


def test_a_related_page_that_is_not_public_is_left_out(home: HomePage) -> None:
    hidden = add_information(home, "Hidden")
    page = add_information(home, "P", related=[{"type": "page", "value": hidden.pk}])
    assert presenters.related_pages(page) == [hidden.page_ptr]
    hidden.unpublish()
    page = type(page).objects.get(pk=page.pk)
    assert presenters.related_pages(page) == []


def test_a_need_shown_in_the_body_is_not_shown_again(home: HomePage) -> None:
    needs = [{"type": "need", "value": "night-care"}, {"type": "need", "value": "respite"}]
    body = [{"type": "services", "value": {"need": "night-care"}}]
    page = add_information(home, "P", body=body, needs=needs)
    assert presenters.needs_of(page) == (None, ["respite"])


def test_the_first_need_is_shown_in_full_where_the_body_shows_none(home: HomePage) -> None:
    needs = [{"type": "need", "value": "night-care"}, {"type": "need", "value": "respite"}]
    page = add_information(home, "P", needs=needs)
    assert presenters.needs_of(page) == ("night-care", ["respite"])


def test_a_hub_shows_its_own_pages_first(stage: StagePage) -> None:
    other = make_stage(stage.get_parent().specific, Stage.PREPARING)
    own = add_information(stage, "Own", stages=["last-days"])
    shared = add_information(other, "Shared", stages=["last-days"])
    sections = presenters.stage_sections(stage, [shared, own])
    assert [(s.heading, s.pages) for s in sections] == [
        ("In this part", [own]),
        ("Also useful at this time", [shared]),
    ]


def test_the_path_marks_where_the_reader_is(stage: StagePage) -> None:
    make_stage(stage.get_parent().specific, Stage.LIVING_WITH_GRIEF)
    steps = presenters.stage_path(type(stage).objects.order_by("path"), current="last-days")
    assert [(step["current"], step["grief"]) for step in steps] == [(True, False), (False, True)]


CARD = {"heading": "Ring if:", "body": "<ul><li>pain</li></ul>"}
LEVELS = [
    (["inset", "text", "steps"], [2, 2, 2]),
    (["h2", "inset", "steps"], [2, 3, 3]),
    (["urgent", "text", "inset"], [2, 3, 3]),
    (["services", "inset"], [2, 3]),
    (["h3", "inset"], [2, 2]),
]
STORED = {
    "h2": text("<h2>A</h2>"),
    "h3": text("<h3>A</h3>"),
    "text": text("<p>A</p>"),
    "inset": {"type": "inset", "value": {"body": "<p>A</p>"}},
    "steps": {"type": "steps", "value": {"rows": ["<p>A</p>"]}},
    "urgent": {"type": "urgent", "value": CARD},
    "services": {"type": "services", "value": {"need": "night-care"}},
}


@pytest.mark.parametrize(("kinds", "levels"), LEVELS)
def test_a_small_heading_is_one_below_the_last_large_one(
    home: HomePage, kinds: list[str], levels: list[int]
) -> None:
    page = add_information(home, "P", body=[STORED[kind] for kind in kinds])
    assert [level for _, level in presenters.levelled(page.body)] == levels


def test_a_page_above_that_is_not_public_is_not_in_the_trail(stage: StagePage) -> None:
    above = add_information(stage, "Above")
    below = add_information(above, "Below")
    above.unpublish()
    assert presenters.trail(below) == [("Home", "/"), ("The last days", "/last-days/")]


def test_the_trail_costs_one_query_however_deep_the_page(
    stage: StagePage, django_assert_num_queries: Any
) -> None:
    page: BasePage = stage
    for number in range(4):
        page = add_information(page, f"Level {number}")
    presenters.trail(page)  # the address of the site is kept
    with django_assert_num_queries(1):
        assert len(presenters.trail(page)) == 5


def test_an_empty_heading_and_a_small_one_are_not_listed(home: HomePage) -> None:
    html = "<h2> </h2><h2><b>Bold</b></h2><h3>Small</h3>"
    page = add_information(home, "P", body=[text(html)])
    assert presenters.contents_of(page) == [("bold", "Bold")]


@pytest.mark.parametrize(
    ("needs", "in_body", "shown"),
    [
        ([], [], (None, [])),
        ([], ["respite"], (None, [])),
        (["respite"], ["respite"], (None, [])),
        (["respite"], [], ("respite", [])),
        (["respite", "night-care"], ["other"], (None, ["respite", "night-care"])),
    ],
)
def test_the_foot_shows_a_need_in_full_only_where_the_body_shows_none(
    home: HomePage, needs: list[str], in_body: list[str], shown: tuple[str | None, list[str]]
) -> None:
    stored = [{"type": "need", "value": need} for need in needs]
    body = [{"type": "services", "value": {"need": need}} for need in in_body]
    assert presenters.needs_of(add_information(home, "P", body=body, needs=stored)) == shown


def test_a_related_page_that_was_deleted_is_left_out(home: HomePage) -> None:
    gone = add_information(home, "Gone")
    page = add_information(home, "P", related=[{"type": "page", "value": gone.pk}])
    gone.delete()
    assert presenters.related_pages(InformationPage.objects.get(pk=page.pk)) == []


def test_a_hub_without_pages_shows_no_empty_part(stage: StagePage) -> None:
    assert presenters.stage_sections(stage, []) == []


@given(st.text(max_size=40))
def test_any_heading_has_an_id_that_an_address_can_carry(words: str) -> None:
    assert re.fullmatch(r"[\w-]+", presenters.anchor(words))


@given(st.lists(st.text(alphabet="ab &;é<>'\"-", max_size=12), max_size=5))
def test_every_heading_of_any_text_is_there_to_be_linked(headings: list[str]) -> None:
    source = "".join(f"<h2>{escape(words)}</h2><p>x</p>" for words in headings)
    page = InformationPage(body=json.dumps([text(source)]))
    shown = html(page.body[0].value)
    for anchor, words in presenters.contents_of(page):
        assert f'<h2 id="{anchor}">' in shown
        assert words.strip()
