import pytest
from hypothesis import given
from hypothesis import strategies as st

from portal.places.models import Area, Postcode
from portal.places.queries import area_chain, distance_km, find_place

pytestmark = pytest.mark.django_db


@pytest.fixture
def east():
    england = Area.objects.create(code="england", name="England", kind="country")
    vale = Area.objects.create(code="vale", name="The Vale", kind="partnership", parent=england)
    east = Area.objects.create(code="east", name="East", kind="council", parent=vale)
    for row, latitude in [("WY3 1AB", 54.0), ("WY3 1AD", 54.02)]:
        Postcode.objects.create(
            postcode=row,
            outcode="WY3",
            latitude=latitude,
            longitude=1.5,
            area=east,
            locality="Hollin Bridge",
        )
    return east


def test_a_whole_postcode_is_an_exact_place_with_its_areas(east):
    place = find_place("wy31ab")
    assert (place.name, place.exact) == ("WY3 1AB", True)
    assert place.area_codes == ("east", "vale", "england")


def test_an_outward_code_is_the_middle_of_its_postcodes(east):
    place = find_place("wy3")
    assert place.latitude == pytest.approx(54.01)
    assert not place.exact


def test_an_unknown_postcode_falls_back_to_its_outward_code(east):
    assert find_place("WY3 9ZZ").name == "WY3"


def test_a_town_is_found_by_name_in_any_case(east):
    assert find_place("hollin bridge").name == "Hollin Bridge"


@pytest.mark.parametrize("typed", ["", "   ", "nowhere", "ZZ99 9ZZ", "\x00", "a" * 5000])
def test_what_is_not_known_is_none(east, typed):
    assert find_place(typed) is None


def test_a_place_costs_at_most_three_queries(east, django_assert_max_num_queries):
    with django_assert_max_num_queries(3):
        find_place("WY3 9ZZ")


def test_no_area_has_no_chain():
    assert area_chain(None) == ()


POINTS = st.tuples(st.floats(-89, 89), st.floats(-179, 179))


@given(POINTS, POINTS)
def test_distance_is_the_same_both_ways_and_never_negative(a, b):
    assert distance_km(a, b) == pytest.approx(distance_km(b, a), abs=1e-6)
    assert distance_km(a, b) >= 0


def test_a_degree_of_latitude_is_about_111_km():
    assert distance_km((54, 1.5), (55, 1.5)) == pytest.approx(111.2, abs=0.2)
