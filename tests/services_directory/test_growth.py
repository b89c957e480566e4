"""No page and no answer asks the database more often because the directory holds more.

The same in milliseconds, on far more services: benchmarks/directory.py.
"""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from services_directory.board import current
from services_directory.finder.results import PER_PAGE
from services_directory.models import (
    Location,
    Organization,
    Phone,
    Schedule,
    Service,
    ServiceArea,
    ServiceAtLocation,
)
from tests.services_directory import build

pytestmark = pytest.mark.django_db
FEW, MANY = 50, 500
ADDRESSES = (
    "/services/", "/services/?page=2", "/services/?near=WY3+1AB&sort=nearest",
    "/services/?near=WY3+1AB&need=respite&open_now=yes", "/services/?sort=soonest",
    "/services/?cost=free&sort=name", "/open-data/v3/services", "/open-data/v3/services?page=2",
    "/open-data/v3/services?full=true", "/open-data/v3/services?postcode=WY3+1AB",
    "/open-data/v3/services?modified_after=2020-01-01", "/open-data/v3/service_at_locations",
    "/open-data/v3/organizations",
)  # fmt: skip


def fill(first: int, last: int) -> None:
    """Make services with a phone, hours, an area, a place and a need each."""
    numbers = range(first, last)
    bodies = Organization.objects.bulk_create(
        Organization(name=f"Body {n}", description="Cares.") for n in numbers
    )
    services = Service.objects.bulk_create(
        Service(
            name=f"Service {n:03}", organization=body, summary="Helps.", description="It helps.",
            cost="free", mode_in_person=True, open_24_hours=True, referral_self=True,
        )
        for n, body in zip(numbers, bodies, strict=True)
    )  # fmt: skip
    places = Location.objects.bulk_create(
        Location(name="Hall", public_latitude=54.0, public_longitude=1.5) for _ in numbers
    )
    for service, place in zip(services, places, strict=True):
        service.pair = ServiceAtLocation(service=service, location=place)
    ServiceAtLocation.objects.bulk_create(service.pair for service in services)
    Phone.objects.bulk_create(Phone(service=each, number="01632 960 001") for each in services)
    ServiceArea.objects.bulk_create(
        ServiceArea(service=each, area=build.area("east")) for each in services
    )
    Schedule.objects.bulk_create(
        Schedule(service=each, byday="TU", opens_at="09:00", closes_at="17:00") for each in services
    )
    for service in services[:PER_PAGE]:
        build.tag(service, "need", "respite")
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")  # as a database does by itself, but not within a transaction


def queries(client, address: str) -> int:
    with CaptureQueriesContext(connection) as captured:
        response = client.get(address)
        assert response.status_code == 200
    return len(captured)


def test_ten_times_as_many_services_ask_no_more_of_the_database(client, tuesday_noon):
    build.postcode()
    fill(0, FEW)
    client.get("/services/")  # the foot of the page is kept for a minute
    few = {address: queries(client, address) for address in ADDRESSES}
    fill(FEW, MANY)
    many = {address: queries(client, address) for address in ADDRESSES}
    assert current().everyone.bit_count() == MANY
    # A page on which no service has a term needs a query less: keys, and so pages, are drawn.
    assert {address: n for address, n in many.items() if n > few[address]} == {}


def test_an_entry_and_an_item_ask_as_often_among_few_and_many(client, tuesday_noon):
    fill(0, FEW)
    key = Service.objects.get(name="Service 010").pk
    addresses = [f"/services/{key}/", f"/open-data/v3/services/{key}"]
    client.get(addresses[0])
    few = [queries(client, address) for address in addresses]
    fill(FEW, MANY)
    assert [queries(client, address) for address in addresses] == few
