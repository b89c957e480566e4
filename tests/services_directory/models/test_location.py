import pytest

from services_directory.choices import LocationType
from services_directory.models import Address, Location
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


@pytest.mark.parametrize("kind", [LocationType.VIRTUAL, LocationType.POSTAL])
def test_a_place_where_nobody_can_go_has_no_public_point(kind):
    location = Location.objects.create(
        name="Online", location_type=kind, latitude=54.0, longitude=1.5
    )
    assert (location.public_latitude, location.public_longitude) == (None, None)


@pytest.mark.parametrize(("private", "public"), [(True, (54.09, 1.61)), (False, EXACT)])
def test_who_knows_that_an_address_is_private_need_not_look(
    private, public, django_assert_num_queries
):
    location = Location(name="Rose House", latitude=EXACT[0], longitude=EXACT[1])
    with django_assert_num_queries(0):
        location.set_public_point(private)
    assert (location.public_latitude, location.public_longitude) == public


def test_one_private_address_among_open_ones_makes_the_place_private():
    location = build.place(build.service(), EXACT)
    assert not location.is_confidential
    location.addresses.add(Address(address_1="2 Mill Lane", postal_code="WY3", confidential=True))
    location.save()
    assert location.is_confidential
    assert Location.objects.get().public_latitude == 54.09
