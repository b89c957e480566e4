"""Words and shapes of pages."""

import pytest
from wagtail.rich_text import RichText

from content import presenters
from content.models import HomePage, StagePage
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
