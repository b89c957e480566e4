"""Components: each parameter that they say they take changes what is shown."""

from datetime import date
from types import SimpleNamespace

import pytest

from tests.portal.design.soup import render


def show(component, /, **context):
    words = " ".join(f"{key}={key}" for key in context)
    return render(f'{{% include "components/{component}.html" with {words} only %}}', **context)


def test_a_button_with_an_address_is_a_link_and_one_without_sends():
    link = show("button", text="Go on", href="/next/", kind="secondary", hidden="to step 2")
    assert (link.a["href"], link.button) == ("/next/", None)
    assert link.a.get_text() == "Go on to step 2"
    assert "nhsuk-button--secondary" in link.a["class"]
    button = show("button", text="Delete", kind="warning", name="do", value="delete").button
    assert (button["type"], button["name"], button["value"]) == ("submit", "do", "delete")
    assert not show("button", text="Send").button.has_attr("name")


@pytest.mark.parametrize("name", ["card", "contact_block", "do_dont", "warning", "care_card"])
def test_the_level_of_a_heading_can_be_chosen(name):
    contact = SimpleNamespace(name="Line", phone="111")
    usual = show(name, heading="Words", contact=contact).find(["h2", "h3"])
    assert usual.name == ("h2" if name == "care_card" else "h3")
    assert show(name, heading="Words", contact=contact, heading_level=4).h4


def test_a_card_without_an_address_is_no_link():
    assert not show("card", heading="A").a
    assert show("card", heading="A", url="/a/").a["href"] == "/a/"


@pytest.mark.parametrize("drawing", ["", "no-such-drawing"])
def test_a_card_needs_no_drawing(drawing):
    assert not show("card", heading="A", drawing=drawing).svg


CONTACT = {
    "name": "the night line",
    "phone": "01632 960 001",
    "what_for": "Nurses answer.",
    "open_24_hours": False,
    "national": False,
    "checked": date(2026, 11, 4),
}


def test_a_contact_claims_day_and_night_and_a_nation_only_where_it_is_so():
    plain = show("contact_block", contact=SimpleNamespace(**CONTACT)).get_text(" ")
    assert "The night line" in plain
    assert "day and night" not in plain
    assert "national" not in plain
    whole = CONTACT | {"open_24_hours": True, "national": True}
    words = " ".join(show("contact_block", contact=SimpleNamespace(**whole)).get_text(" ").split())
    assert "Nurses answer. Open day and night." in words
    assert "A national helpline. Number checked 4 November 2026." in words


def test_a_contact_inside_a_card_has_no_heading_of_its_own():
    page = show("contact_block", contact=SimpleNamespace(**CONTACT), plain=True)
    assert not page.find(["h2", "h3", "h4"])
    assert page.select_one(".fd-contact--plain .fd-contact__name")


@pytest.mark.parametrize(("colour", "drawn"), [("ok", 1), ("warn", 1), ("urgent", 1), ("info", 0)])
def test_a_tag_that_decides_is_told_by_a_sign_too_not_by_colour_alone(colour, drawn):
    tag = show("tag", text="Open", colour=colour)
    assert len(tag.select("svg")) == drawn
    assert tag.get_text(strip=True) == "Open"


def test_a_tag_without_a_colour_is_grey():
    assert show("tag", text="Draft").select_one(".fd-tag--grey")


@pytest.mark.parametrize(
    ("kind", "said", "role"),
    [
        ("", "Done:", "status"),
        ("info", "To know:", "status"),
        ("warning", "Take care:", "status"),
        ("error", "Error:", "alert"),
    ],
)
def test_a_note_says_its_kind_in_words(kind, said, role):
    note = show("notification", heading="Saved", kind=kind)
    assert note.select_one("[role]")["role"] == role
    assert note.get_text(" ", strip=True) == f"{said} Saved"


def test_a_page_never_reviewed_says_so():
    words = show("review_date", reviewed=None).get_text(" ", strip=True)
    assert words == "Page last reviewed: not yet"


def test_a_review_names_who_and_when_and_whether_it_is_late():
    facts = {
        "reviewed": date(2026, 1, 2),
        "next_review": date(2027, 1, 2),
        "owner": "The hospice",
        "reviewed_by": "A nurse",
    }
    in_time = " ".join(show("review_date", **facts).get_text(" ").split())
    assert "2 January 2026 by A nurse" in in_time
    assert "Next review due: 2 January 2027 Page looked after by The hospice" in in_time
    assert "overdue" in show("review_date", **facts, overdue=True).get_text()


def test_a_fact_that_is_missing_is_said_in_words():
    rows = [{"key": "Phone", "value": ""}, {"key": "Address", "value": "1 Lane\n<b>WY3</b>"}]
    page = show("summary_list", rows=rows)
    assert page.select("dd")[0].get_text() == "Not given"
    assert page.br
    assert not page.b
    assert "Nobody knows" in show("summary_list", rows=rows, empty="Nobody knows").get_text()


def test_a_link_to_change_an_answer_says_which():
    rows = [
        {"key": "Phone Number", "value": "1", "change_url": "#a"},
        {"key": "X", "value": "1", "change_url": "#b", "change_hint": "your name"},
    ]
    links = show("summary_list", rows=rows).select("a")
    assert [link.get_text() for link in links] == ["Change phone number", "Change your name"]


def test_a_task_that_cannot_start_is_no_link():
    tasks = [{"label": "A", "url": "/a/", "status": "Done"}, {"label": "B", "status": "Later"}]
    items = show("task_list", tasks=tasks).select("li")
    assert [bool(item.a) for item in items] == [True, False]


def test_steps_are_words_or_headings_with_a_time_and_more():
    steps = ["Ring us", {"heading": "We ring", "when": "today", "body": "Or write."}]
    items = show("steps", steps=steps).select("li")
    assert items[0].get_text(strip=True) == "Ring us"
    assert items[1].get_text(" ", strip=True) == "We ring today Or write."


def test_filters_keep_what_else_was_asked_and_what_was_chosen():
    options = [
        {"value": "a", "label": "A", "count": 0, "checked": True},
        {"value": "b", "label": "B", "count": None, "checked": False},
    ]
    groups = [{"name": "cost", "label": "Cost", "options": options}]
    page = show("filters", groups=groups, keep=[("q", "<x>")], open=True, button="Find")
    assert page.select_one('input[type="hidden"][name="q"]')["value"] == "<x>"
    assert [box["value"] for box in page.select("[checked]")] == ["a"]
    labels = [" ".join(label.get_text().split()) for label in page.select("label")]
    assert labels == ["A (0)", "B"]
    assert page.details.has_attr("open")
    assert page.button.get_text() == "Find"
    assert not page.form.has_attr("action")


def test_chips_can_be_taken_off_one_by_one_or_all_at_once():
    page = show("chips", chips=[{"label": "Free", "remove_url": "?b"}], clear_url="?")
    assert [(a.get_text(), a["href"]) for a in page.select("a")] == [
        ("Remove filter: Free", "?b"),
        ("Clear all", "?"),
    ]
    assert not show("chips", chips=[], clear_url="?").a


def test_the_path_has_lines_unless_it_is_short():
    stages = [{"label": "Preparing", "url": "/p/", "line": "What helps.", "current": True}]
    assert "What helps." in show("stage_path", stages=stages).get_text()
    short = show("stage_path", stages=stages, short=True, label="The way")
    assert "What helps." not in short.get_text()
    assert short.nav["aria-label"] == "The way"
    assert short.a["aria-current"] == "page"


def test_no_way_back_is_no_navigation():
    assert not show("breadcrumb", items=[]).nav
    assert show("breadcrumb", items=[("Home", "/")]).a["href"] == "/"


@pytest.mark.parametrize("number", ["first", "middle", "last"])
def test_the_ends_of_a_list_have_no_page_beyond(number):
    from django.core.paginator import Paginator

    page_obj = Paginator(range(50), 20).page({"first": 1, "middle": 2, "last": 3}[number])
    page = render('{% include "components/pagination.html" %}', page_obj=page_obj)
    rels = [link["rel"][0] for link in page.select("a")]
    assert rels == {"first": ["next"], "middle": ["prev", "next"], "last": ["prev"]}[number]
