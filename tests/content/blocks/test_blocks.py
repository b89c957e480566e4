"""Each block: what it refuses, and what readers see."""

from typing import Any

import pytest
from bs4 import BeautifulSoup
from django.core.exceptions import ValidationError
from django.test import Client
from wagtail.blocks import StructBlockValidationError

from content.blocks import BodyBlock, body_blocks
from content.blocks.doors import DoorBlock
from content.models import HomePage, Timescale
from portal.contacts.models import ContactPoint
from tests.content.builders import add_information

pytestmark = pytest.mark.django_db


def refused(kind: str, raw: dict[str, Any]) -> dict[str, str]:
    """Return the errors of a block by field."""
    block = body_blocks()[kind]
    with pytest.raises(StructBlockValidationError) as caught:
        block.clean(block.to_python(raw))
    return {
        name: " ".join(error.messages) if isinstance(error, ValidationError) else str(error)
        for name, error in caught.value.block_errors.items()
    }


def shown(home: HomePage, client: Client, kind: str, value: Any) -> BeautifulSoup:
    page = add_information(home, "Page", body=[{"type": kind, "value": value}])
    return BeautifulSoup(client.get(page.url).content, "html.parser").main


def test_an_emergency_card_names_the_number() -> None:
    errors = refused("emergency", {"heading": "Get help if:", "body": "<p>x</p>"})
    assert "999" in errors["heading"]


@pytest.mark.parametrize("kind", ["emergency", "urgent", "nonurgent"])
def test_a_card_without_cases_is_refused(kind: str) -> None:
    assert "body" in refused(kind, {"heading": "Call 999 if:", "body": "<p></p>"})


def test_details_named_read_more_are_refused() -> None:
    assert "inside" in refused("details", {"summary": "Read more", "body": "<p>x</p>"})["summary"]


@pytest.mark.parametrize("need", ["Night care", "night_care", "night-care/", "<b>"])
def test_a_need_that_is_no_key_is_refused(need: str) -> None:
    assert "need" in refused("services", {"need": need})


@pytest.mark.parametrize("kind", ["do", "dont", "checklist", "steps"])
def test_an_empty_list_is_refused(kind: str) -> None:
    assert "rows" in refused(kind, {"heading": "Do", "rows": []})


def test_a_second_card_of_one_level_is_refused() -> None:
    card = {"type": "urgent", "value": {"heading": "Ring if:", "body": "<p>x</p>"}}
    body = BodyBlock()
    body.clean(body.to_python([card]))
    with pytest.raises(ValidationError):
        body.clean(body.to_python([card, card]))


@pytest.mark.parametrize("path", ["//evil.example/", "https://evil.example/", "services/"])
def test_a_door_leads_only_to_this_site(path: str) -> None:
    block = DoorBlock()
    raw = {"heading": "A", "text": "B", "page": None, "path": path}
    with pytest.raises(ValidationError):
        block.clean(block.to_python(raw))


def test_a_door_leads_to_one_place(home: HomePage) -> None:
    block = DoorBlock()
    for raw in ({"page": None, "path": ""}, {"page": home.pk, "path": "/services/"}):
        with pytest.raises(ValidationError):
            block.clean(block.to_python({"heading": "A", "text": "B", **raw}))


@pytest.mark.parametrize("level", ["emergency", "urgent", "nonurgent"])
def test_a_card_says_its_level_in_words(home: HomePage, client: Client, level: str) -> None:
    value = {"heading": "Call 999 if:", "body": "<ul><li>someone chokes</li></ul>"}
    card = shown(home, client, level, value).select_one(f".fd-care--{level}")
    words = {"emergency": "Emergency:", "urgent": "Urgent:", "nonurgent": "Not urgent:"}
    assert words[level] in card.h2.get_text()
    assert card.li.get_text() == "someone chokes"


def test_999_can_be_rung_from_an_emergency_card_alone(home: HomePage, client: Client) -> None:
    value = {"heading": "Call 999 if:", "body": "<p>someone chokes</p>"}
    emergency = shown(home, client, "emergency", value).select_one(".fd-care--emergency")
    assert emergency.select_one('a[href="tel:999"]')
    urgent = shown(home, client, "urgent", value).select_one(".fd-care--urgent")
    assert urgent.select_one('a[href="tel:999"]') is None


@pytest.mark.parametrize("kind", ["do", "dont", "checklist"])
def test_a_list_shows_its_lines(home: HomePage, client: Client, kind: str) -> None:
    value = {"heading": "Heading", "rows": ["<p>one <b>bold</b></p>", "<p>two &amp; three</p>"]}
    items = shown(home, client, kind, value).select(".fd-list li")
    assert [item.get_text(" ", strip=True)[-11:] for item in items] == [
        "one bold",
        "two & three",
    ]
    assert "<p>" not in str(items[0])


def test_steps_are_a_numbered_list(home: HomePage, client: Client) -> None:
    value = {"rows": ["<p><b>Ring</b> us.</p>", "<p>Talk.</p>"]}
    steps = shown(home, client, "steps", value).select("ol.fd-steps > li")
    assert [step.get_text() for step in steps] == ["Ring us.", "Talk."]


def test_details_are_closed(home: HomePage, client: Client) -> None:
    value = {"summary": "What to have ready", "body": "<p>A list.</p>"}
    details = shown(home, client, "details", value).details
    assert not details.has_attr("open")
    assert details.summary.get_text(strip=True) == "What to have ready"


def test_a_quotation_names_who_said_it(home: HomePage, client: Client) -> None:
    figure = shown(home, client, "quote", {"words": "<p>Words.</p>", "who": "Maureen"}).figure
    assert figure.blockquote.get_text(strip=True) == "Words."
    assert figure.figcaption.get_text() == "Maureen"


def test_warning_and_inset_show_their_words(home: HomePage, client: Client) -> None:
    warning = shown(home, client, "warning", {"heading": "Fire", "body": "<p>No smoking.</p>"})
    assert "No smoking." in warning.select_one(".fd-warning").get_text()


def test_a_contact_is_shown_from_where_it_is_kept(home: HomePage, client: Client) -> None:
    contact = ContactPoint.objects.create(
        key="line", name="Care line", what_for="Nurses.", phone="01632 960 100"
    )
    page = add_information(home, "P", body=[{"type": "contact", "value": {"contact": contact.pk}}])
    ContactPoint.objects.update(phone="01632 960 199")
    assert b"01632 960 199" in client.get(page.url).content


def test_a_page_survives_the_deletion_of_its_contact(home: HomePage, client: Client) -> None:
    contact = ContactPoint.objects.create(
        key="line", name="Care line", what_for="Nurses.", phone="01632 960 100"
    )
    page = add_information(home, "P", body=[{"type": "contact", "value": {"contact": contact.pk}}])
    contact.delete()
    assert client.get(page.url).status_code == 200


def test_times_are_dated_and_owned(home: HomePage, client: Client) -> None:
    bed = Timescale.objects.create(
        item="Hospital bed",
        provider="Equipment store",
        how="Nurse",
        usual="2 working days",
        late="Ring the store.",
        checked="2026-11-02",
        owner="The trust",
    )
    value = {"heading": "Usual times", "timescales": [bed.pk]}
    words = shown(home, client, "timescale", value).select_one(".fd-times").get_text(" ")
    for part in ("Hospital bed", "2 working days", "Ring the store.", "2 November 2026"):
        assert part in words
    assert "The trust" in words


def test_services_without_any_lead_to_the_finder(home: HomePage, client: Client) -> None:
    main = shown(home, client, "services", {"need": "night-care"})
    assert main.select_one('a[href="/services/?need=night-care"]')
