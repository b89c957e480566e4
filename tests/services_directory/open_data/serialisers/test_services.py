"""A service with every fact there is, written whole: each fact, under a name that stays.

service.json beside this file is what data users build on. A name in it is added, never changed.
"""

import json
from datetime import date, time
from itertools import count
from pathlib import Path
from uuid import UUID

import pytest

from services_directory import models as m
from services_directory.open_data.serialisers.organizations import organization_item
from services_directory.open_data.serialisers.services import service_item
from tests.services_directory import build

pytestmark = pytest.mark.django_db
WRITTEN = Path(__file__).with_name("service.json")
DAY, LATER = date(2026, 11, 2), date(2027, 3, 31)


def organization() -> m.Organization:
    made = m.Organization.objects.create(
        id=UUID(int=1), name="St Wyvern's Hospice", description="Care for the vale.",
        kind="partner", website="https://hospice.example/", email="hello@hospice.example",
        phone="01632 960 100", assurer_role="Administrator",
        assurer_email="directory@hospice.example",
    )  # fmt: skip
    m.OrganizationIdentifier.objects.create(
        id=UUID(int=2), organization=made, identifier_scheme="GB-CHC", identifier="1234567"
    )
    return made


def service() -> m.Service:
    return build.service(
        id=UUID(int=3), organization=organization(), summary="People who grieve, together.",
        description="You meet others.", status="temporarily closed", alert="New door.",
        url="https://hospice.example/group", email="group@hospice.example",
        closed_from=DAY, closed_to=LATER, mode_in_person=True, mode_online=True, national=True,
        open_24_hours=True, cost="donation", fees_description="Give what you like.",
        referral_self=True, referral_gp=True, application_process="Ring us.",
        eligibility_description="Anyone who grieves.", minimum_age=18, maximum_age=99,
        wait_weeks=3, wait_time="About three weeks", wait_stated_on=DAY, assured_date=DAY,
        assurer_role="Partnerships lead", checked="Times", staff_phone="01632 960 999",
        staff_criteria="For staff", internal_note="For staff",
    )  # fmt: skip


def place() -> m.Location:
    made = m.Location.objects.create(
        id=UUID(int=4), name="The hall", description="Brick, by the church.",
        transportation="Bus 7.", latitude=54.123456, longitude=-1.567891,
    )  # fmt: skip
    m.Address.objects.create(
        id=UUID(int=5), location=made, attention="The office", address_1="11 Priory Walk",
        address_2="Upper floor", city="Hollin Bridge", state_province="Wyvern Vale",
        postal_code="WY3 1AB",
    )  # fmt: skip
    m.Accessibility.objects.create(
        id=UUID(int=6), location=made, description="Level access", details="By the side door.",
        url="https://hospice.example/access",
    )  # fmt: skip
    return made


def add_parts(made: m.Service, hall: m.Location) -> None:
    key = (UUID(int=number) for number in count(7))
    m.ServiceAtLocation.objects.create(
        id=next(key), service=made, location=hall, description="Room 2"
    )
    m.Phone.objects.create(id=next(key), service=made, number="01632 960 001", description="Office")
    m.Contact.objects.create(
        id=next(key), service=made, name="The office", title="Administrator",
        number="01632 960 009", email="office@hospice.example",
    )  # fmt: skip
    m.Language.objects.create(id=next(key), service=made, code="pl", note="By phone")
    m.CostOption.objects.create(
        id=next(key), service=made, option="Lunch", amount="2.50", amount_description="a plate",
        valid_from=DAY, valid_to=LATER,
    )  # fmt: skip
    m.Schedule.objects.create(
        id=next(key), service=made, location=hall, freq="MONTHLY", interval=2, byday="1TU",
        opens_at=time(9, 30), closes_at=time(17), dtstart=DAY, valid_from=DAY, valid_to=LATER,
        attending_type="in_person", description="Drop in", open_on_bank_holidays=True,
    )  # fmt: skip
    east = build.area("east")
    m.ServiceArea.objects.create(id=next(key), service=made, area=east, extent="To the moor")
    m.ServiceArea.objects.create(id=next(key), service=made, extent="The old county", sort_order=1)
    needs = m.Taxonomy.objects.create(
        id=next(key), key="need", name="What for", description="What people need."
    )
    above = m.TaxonomyTerm.objects.create(id=next(key), taxonomy=needs, key="grief", name="Grief")
    term = m.TaxonomyTerm.objects.create(
        id=next(key), taxonomy=needs, key="groups", name="Groups", description="Meet others.",
        parent=above, term_uri="https://terms.example/groups", open_eligibility="1102",
        sort_order=4,
    )  # fmt: skip
    m.Attribute.objects.create(id=next(key), service=made, taxonomy_term=term)


@pytest.fixture
def whole(tuesday_noon) -> m.Service:
    made = service()
    add_parts(made, place())
    return made


def test_every_fact_of_a_service_is_written_under_a_name_that_stays(client, whole):
    body = client.get(f"/open-data/v3/services/{whole.pk}").json()
    assert body == json.loads(WRITTEN.read_text())


def test_what_nobody_has_said_is_not_written_at_all(client):
    made = build.service(mode_in_person=False)
    hall = m.Location.objects.create(name="The hall")
    m.ServiceAtLocation.objects.create(service=made, location=hall)
    build.opens(made)
    m.Contact.objects.create(service=made, name="The office")
    m.CostOption.objects.create(service=made, option="Lunch")
    body = client.get(f"/open-data/v3/services/{made.pk}").json()
    assert body.keys() == {
        "id", "organization_id", "name", "description", "status", "last_modified", "fd_summary",
        "organization", "service_at_locations", "schedules", "contacts", "cost_options",
    }  # fmt: skip
    (at,), (times,) = body["service_at_locations"], body["schedules"]
    assert at.keys() == {"id", "service_id", "location_id", "location"}
    assert at["location"].keys() == {"id", "location_type", "name"}
    assert times.keys() == {
        "id", "service_id", "freq", "interval", "byday", "opens_at", "closes_at"
    }  # fmt: skip
    assert body["contacts"][0].keys() == {"id", "service_id", "name"}
    assert body["cost_options"][0].keys() == {"id", "service_id", "option", "currency"}
    assert body["organization"].keys() == {"id", "name", "description", "fd_kind"}


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({"wait_weeks": 0}, "0 weeks"),
        ({"wait_weeks": 1}, "1 week"),
        ({"wait_weeks": 2}, "2 weeks"),
        ({"wait_weeks": 2, "wait_time": "Until Easter"}, "Until Easter"),
        ({"wait_time": "Until Easter"}, "Until Easter"),
        ({}, None),
    ],
)
def test_a_waiting_time_is_given_in_words_when_somebody_has_dated_it(fields, words):
    made = build.service(**fields)
    assert "wait_time" not in service_item(made)
    made.wait_stated_on = DAY
    assert service_item(made).get("wait_time") == words


def test_an_organization_that_nobody_described_is_described_by_its_name():
    made = m.Organization(name="Singers")
    assert organization_item(made) == {
        "id": str(made.pk), "name": "Singers", "description": "Singers", "fd_kind": "local",
    }  # fmt: skip
