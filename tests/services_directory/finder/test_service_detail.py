from datetime import date, timedelta
from uuid import uuid4

import pytest
from bs4 import BeautifulSoup
from django.db import connection
from django.test.utils import CaptureQueriesContext

from services_directory.choices import Status
from services_directory.models import Contact, Language, Phone
from tests.services_directory import build

pytestmark = pytest.mark.django_db


def words(client, service) -> str:
    response = client.get(service.get_absolute_url())
    assert response.status_code == 200
    return " ".join(BeautifulSoup(response.content, "html.parser").main.get_text(" ").split())


def full_service(parts: int = 1):
    service = build.service(
        cost="donation",
        fees_description="Give what you like.",
        application_process="Ring us.\nWe ring back.",
        referral_self=True,
        minimum_age=18,
        wait_weeks=3,
        wait_stated_on=date(2026, 11, 4),
        assured_date=date(2026, 11, 9),
        assurer_role="Community partnerships lead",
        checked="Opening times",
    )
    for number in range(parts):
        Phone.objects.create(service=service, number=f"01632 960 00{number}", description="Office")
        Contact.objects.create(service=service, name="The office", number="01632 960 009")
        Language.objects.create(service=service, code=["en", "pl", "ur", "cy"][number])
        build.opens(service)
        build.place(service)
        build.covers(service, ["east", "west", "north", "south"][number])
        build.tag(service, "need", f"need-{number}")
    return service


def test_the_entry_says_what_how_when_where_cost_who_and_when_checked(client, tuesday_noon):
    text = words(client, full_service())
    for part in (
        "Evening group",
        "You can ask for it yourself.",
        "Ring us.",
        "We ring back.",
        "Waiting time: About 3 weeks. Said on 4 November 2026.",
        "Open now until 5 pm",
        "Tuesday: 9 am to 5 pm",
        "11 Priory Walk",
        "Free, donations welcome.",
        "Give what you like.",
        "Aged 18 or over.",
        "English",
        "Checked 9 November 2026",
        "Community partnerships lead",
        "What was checked: Opening times",
        "Something wrong?",
    ):
        assert part in text


def test_the_cost_is_stated_even_when_nobody_gave_it(client):
    assert "Cost not stated: ask first." in words(client, build.service())


def test_the_button_leads_to_the_portals_own_form(client):
    service = build.service(pathway="bereavement-support", referral_self=True)
    response = client.get(service.get_absolute_url())
    button = BeautifulSoup(response.content, "html.parser").find("a", class_="nhsuk-button")
    assert button.get_text() == "Ask for this help"
    assert "bereavement-support" in button["href"]


def test_a_confidential_address_shows_only_its_outward_code(client):
    service = build.service()
    location = build.place(service, confidential=True)
    build.opens(service, location=location)
    html = client.get(service.get_absolute_url()).content.decode()
    assert "In the WY3 area" in html
    for secret in ("Priory", "The hall", "WY3 1AB", "Hollin Bridge"):
        assert secret not in html


def test_a_temporary_closure_is_shown_with_its_dates(client, tuesday_noon):
    service = build.service(
        status=Status.TEMPORARILY_CLOSED,
        closed_from=date(2026, 11, 2),
        closed_to=date(2026, 12, 13),
        alert="The heating is being mended.",
    )
    text = words(client, service)
    assert "Closed until the end of 13 December 2026" in text
    assert "The heating is being mended." in text


def test_the_next_meeting_of_a_group_stands_under_when_and_not_beside_its_number(
    client, tuesday_noon
):
    service = build.service()
    Phone.objects.create(service=service, number="01632 960 001")
    build.opens(service, "TH", 19, 21)
    main = BeautifulSoup(client.get(service.get_absolute_url()).content, "html.parser").main
    assert "Thursday" not in main.select_one(".fd-entry__ring").get_text()
    assert "Next: Thursday 26 November, 7 pm" in main.get_text()


def test_without_a_number_nobody_is_told_to_ring(client):
    text = words(client, build.service())
    assert "Ask about times." in text
    assert "Ring" not in text


@pytest.mark.parametrize(("too", "said"), [(True, False), (False, True)])
def test_bank_holidays_are_spoken_of_where_some_times_do_not_hold_on_them(client, too, said):
    service = build.service()
    build.opens(service, open_on_bank_holidays=too)
    assert ("Closed on bank holidays, unless" in words(client, service)) is said


def test_what_is_for_staff_alone_is_not_on_the_page(client):
    service = build.service(
        staff_phone="01632 960 900", staff_criteria="Criterion-X", internal_note="Note-X"
    )
    html = client.get(service.get_absolute_url()).content.decode()
    for secret in ("01632 960 900", "01632960900", "Criterion-X", "Note-X"):
        assert secret not in html


@pytest.mark.parametrize("fields", [{"live": False}, {"status": "inactive"}, {"status": "defunct"}])
def test_what_is_not_public_is_not_found(client, fields):
    assert client.get(build.service(**fields).get_absolute_url()).status_code == 404


@pytest.mark.parametrize(
    "key",
    [
        uuid4(),
        "1",
        "not-a-uuid",
        "0" * 32,
        "a79a964c-f20a-4c5c-8bf3-705207fab9d5x",
        "%27%20OR%201",
        "../admin",
        "735CB1EB-02FC-4749-81E7-A6A90EAC9562",
    ],
)
def test_a_key_that_names_nothing_is_not_found(client, key):
    assert client.get(f"/services/{key}/").status_code == 404


def test_only_reading_is_allowed(client):
    assert client.post(build.service().get_absolute_url()).status_code == 405


def test_a_fuller_entry_needs_no_more_queries(client, tuesday_noon):
    small = full_service()
    client.get(small.get_absolute_url())
    with CaptureQueriesContext(connection) as first:
        client.get(small.get_absolute_url())
    large = full_service(4)
    with CaptureQueriesContext(connection) as second:
        client.get(large.get_absolute_url())
    assert len(first) == len(second)


def test_a_closure_that_is_over_is_no_longer_mentioned(client, tuesday_noon):
    yesterday = build.TUESDAY_NOON.date() - timedelta(days=1)
    text = words(client, build.service(closed_from=date(2026, 1, 1), closed_to=yesterday))
    assert "losed" not in text.replace("Closed on bank holidays", "")
