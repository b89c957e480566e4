"""Services are fetched with all that a page or the search shows of them, however much that is."""

import pytest

from services_directory import documents
from services_directory.models import Location, Service, ServiceAtLocation
from tests.services_directory.build import service

pytestmark = pytest.mark.django_db


@pytest.fixture
def everywhere():
    """A service at more places than one statement of SQLite can name."""
    made = service()
    places = Location.objects.bulk_create([Location(name=f"Hall {n}") for n in range(1_001)])
    rows = [ServiceAtLocation(service=made, location=place) for place in places]
    ServiceAtLocation.objects.bulk_create(rows)
    return made


def test_a_service_at_more_than_a_thousand_places_has_its_page(client, everywhere):
    assert client.get(everywhere.get_absolute_url()).status_code == 200


def test_a_service_at_more_than_a_thousand_places_is_found(everywhere):
    assert [found.title for found in documents.load(None)] == [everywhere.name]


@pytest.mark.parametrize("fetched", ["with_parts", "with_everything"])
def test_what_was_fetched_is_not_asked_for_again(everywhere, fetched, django_assert_num_queries):
    found = getattr(Service.objects.all(), fetched)().get()
    with django_assert_num_queries(0):
        assert len({each.location.name for each in found.service_at_locations.all()}) == 1_001
