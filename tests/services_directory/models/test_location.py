import pytest

from services_directory.choices import LocationType
from services_directory.models import Location
from tests.services_directory import build

pytestmark = pytest.mark.django_db
EXACT = (54.08921, 1.60734)


def test_an_open_place_is_public_as_it_is():
    location = build.place(build.service(), EXACT)
    assert (location.public_latitude, location.public_longitude) == EXACT


def test_a_confidential_place_is_public_to_about_a_kilometre():
    location = build.place(build.service(), EXACT, confidential=True)
    assert (location.public_latitude, location.public_longitude) == (54.09, 1.61)
    assert (location.latitude, location.longitude) == EXACT


def test_a_place_that_becomes_confidential_is_rounded_at_once():
    location = build.place(build.service(), EXACT)
    address = location.addresses.get()
    address.confidential = True
    address.save()
    assert Location.objects.get().public_latitude == 54.09


def test_a_virtual_place_has_no_public_point():
    location = Location.objects.create(
        name="Online", location_type=LocationType.VIRTUAL, latitude=54.0, longitude=1.5
    )
    assert location.public_latitude is None
