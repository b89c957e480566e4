"""The list on paper."""

from datetime import date

import pytest
from bs4 import BeautifulSoup

from portal.contacts.models import ContactPoint
from services_directory.finder.shortlist.shortlist import Shortlist
from services_directory.models import Language, Phone, Service
from tests.services_directory import build

pytestmark = pytest.mark.django_db


def full_service(name: str = "Evening group", **fields) -> Service:
    service = build.service(
        name,
        cost="free",
        url="https://www.stwyverns.example/group",
        email="group@stwyverns.example",
        application_process="Ring us.\nWe ring back.",
        referral_self=True,
        assured_date=date(2026, 11, 9),
        assurer_role="Community lead",
        staff_phone="01632 960 900",
        internal_note="Note-X",
        **fields,
    )
    Phone.objects.create(service=service, number="01632 960 001", description="Office")
    build.opens(service)
    build.place(service)
    return service


def pack(client, *made: Service, more: str = "") -> BeautifulSoup:
    query = Shortlist(tuple(each.pk for each in made)).query or "?"
    response = client.get(f"/services/pack/{query}{more}")
    assert response.status_code == 200
    assert not response.cookies
    return BeautifulSoup(response.content, "html.parser")


def words(soup: BeautifulSoup) -> str:
    return " ".join(soup.main.get_text(" ").split())


def test_the_cover_says_what_it_is_and_when_it_was_printed(client, tuesday_noon):
    cover = words(pack(client, full_service()))
    assert "1 service from" in cover
    assert "Printed 24 November 2026." in cover
    assert "If a life is in danger, ring 999" in cover


def test_a_service_has_all_that_paper_must_hold_in_a_block_of_its_own(client, tuesday_noon):
    blocks = pack(client, full_service(), full_service("Two")).select(".fd-pack__service")
    text = " ".join(blocks[0].get_text(" ").split())
    for part in (
        "Evening group", "St Wyvern's Hospice", "Office: 01632 960 001", "Tuesday: 9 am to 5 pm",
        "You can ask for it yourself.", "Ring us.", "We ring back.", "Free.", "11 Priory Walk",
        "group@stwyverns.example", "https://www.stwyverns.example/group",
        "Checked 9 November 2026 by: Community lead.",
    ):  # fmt: skip
        assert part in text
    assert len(blocks) == 2


def test_what_is_for_staff_is_not_on_paper(client):
    html = str(pack(client, full_service()))
    assert "01632 960 900" not in html
    assert "Note-X" not in html


def test_a_private_place_is_printed_as_its_outward_code(client):
    service = build.service()
    build.place(service, confidential=True)
    text = words(pack(client, service))
    assert "In the WY3 area" in text
    assert "Priory" not in text


def test_it_ends_in_helplines_the_code_and_the_link(client):
    line = build.service("Listening line", national=True, mode_phone=True, open_24_hours=True)
    build.tag(line, "need", "advice-line")
    Phone.objects.create(service=line, number="116 123")
    service = full_service()
    end = pack(client, service).select_one(".fd-pack__end")
    text = end.get_text(" ")
    assert "In an emergency ring" in text
    assert "Listening line" in text
    assert end.find("svg")
    assert Shortlist((service.pk,)).query in text


def test_it_ends_with_the_local_number_that_is_answered_at_any_hour(client):
    ContactPoint.objects.create(key="day", name="the office", phone="01632 960 002", header_order=1)
    ContactPoint.objects.create(
        key="always", name="the care line", phone="01632 960 003", header_order=2,
        open_24_hours=True,
    )  # fmt: skip
    end = pack(client, full_service()).select_one(".fd-pack__end").get_text(" ")
    assert "The care line, day or night" in end
    assert "01632 960 003" in end
    assert "01632 960 002" not in end


def test_large_print_is_an_address_of_its_own_and_leads_back(client):
    service = full_service()
    plain, large = pack(client, service), pack(client, service, more="&size=large")
    assert "fd-pack--large" not in plain.body["class"]
    assert "fd-pack--large" in large.body["class"]
    assert plain.find("a", string="Large print")["href"].endswith("&size=large")
    assert "size" not in large.find("a", string="Ordinary print")["href"]


@pytest.mark.parametrize("more", ["&size=huge", "&size=", "&size=large&size=x"])
def test_a_size_that_does_not_exist_is_the_ordinary_one(client, more):
    assert "fd-pack--large" not in pack(client, full_service(), more=more).body["class"]


def test_words_of_the_address_are_not_printed(client):
    text = words(pack(client, full_service(), more="&title=For+Ann&note=Ring+Bob"))
    assert "Services for you" in text
    assert "Ann" not in text
    assert "Bob" not in text


def test_a_closed_service_says_so_on_paper(client, tuesday_noon):
    service = full_service(status="temporarily closed", closed_to=date(2026, 12, 1))
    assert "Closed until the end of 1 December 2026." in words(pack(client, service))


def test_an_empty_pack_says_so_and_still_has_helplines(client):
    soup = pack(client)
    assert "There is no service on this list." in words(soup)
    assert "Someone to talk to" in words(soup)
    assert soup.main.find("svg") is None


def test_the_pack_says_who_it_is_for_in_which_languages_and_how_long_the_wait_is(client):
    service = full_service(
        minimum_age=5,
        maximum_age=11,
        eligibility_description="Children who grieve.",
        wait_weeks=3,
        wait_stated_on=date(2026, 11, 4),
    )
    Language.objects.create(service=service, code="pl")
    said = pack(client, service).select_one(".fd-pack__service").get_text(" ", strip=True)
    assert "Who it is for Children who grieve. Aged 5 to 11." in said
    assert "Languages Polish." in said
    assert "Waiting time: About 3 weeks. Said on 4 November 2026." in said
