import pytest
from django.db import connection
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


def add(postcode, at, area=None, locality="", icb=None):
    return Postcode.objects.create(
        postcode=postcode,
        outcode=postcode.split()[0],
        latitude=at[0],
        longitude=at[1],
        area=area,
        locality=locality,
        icb=icb,
    )


@pytest.mark.parametrize("typed", ["HOLLIN-BRIDGE", " Hollin  bridge"])
def test_a_town_is_found_however_its_name_is_written(east, typed):
    assert find_place(typed).latitude == pytest.approx(54.01)


def test_a_name_keeps_its_key_when_rows_are_made_in_bulk():
    row = Postcode(postcode="WY5 1AA", outcode="WY5", latitude=1, longitude=1, locality="St. Mô")
    Postcode.objects.bulk_create([row])
    assert find_place("st mo").name == "St. Mô"


def test_a_sector_is_the_middle_of_its_own_postcodes(east):
    add("WY3 2AB", (55.0, 1.5), east)
    assert find_place("wy3 1").latitude == pytest.approx(54.01)
    assert find_place("WY3 2").name == "WY3 2"
    assert find_place("WY3 7") is None


def test_a_town_whose_name_looks_like_an_outward_code_is_found_too():
    add("WY5 1AA", (54.0, 1.5), locality="E1")
    assert find_place("e1").name == "E1"


def test_of_two_towns_of_one_name_the_larger_is_meant_and_no_point_between(east):
    add("WY8 1AA", (54.5, 1.0), locality="Hollin Bridge")
    place = find_place("Hollin Bridge")
    assert place.latitude == pytest.approx(54.01)
    assert place.area_codes[0] == "east"


def test_an_outward_code_across_a_border_is_in_the_area_of_most_of_it(east):
    west = Area.objects.create(code="west", name="West", kind="council")
    for ending, latitude in [("AA", 54.1), ("AB", 54.2), ("AD", 54.3)]:
        add(f"WY3 0{ending}", (latitude, 1.5), west)
    place = find_place("WY3")
    assert place.area_codes == ("west",)
    assert place.latitude == pytest.approx((54.0 + 54.02 + 54.1 + 54.2 + 54.3) / 5)


def test_a_care_board_is_one_of_the_areas_and_none_is_named_twice(east):
    board = Area.objects.create(
        code="board", name="Board", kind="icb", parent=Area.objects.get(code="england")
    )
    add("WY4 1AA", (54.0, 1.5), east, icb=board)
    for typed in ("WY4 1AA", "WY4"):
        assert find_place(typed).area_codes == ("east", "vale", "england", "board")


def test_a_postcode_in_no_area_is_a_place_all_the_same():
    add("WY9 1AA", (54.0, 1.5))
    assert find_place("WY9 1AA").area_codes == find_place("WY9").area_codes == ()


@pytest.mark.parametrize(
    "typed",
    ["WY3-1AB", "wy 3 1ab", "W Y 3 1 A B", "11 Priory Walk, WY3 1AB", "Hollin Bridge WY3 1AB"],
)
def test_a_postcode_is_read_however_it_is_broken_up_and_out_of_an_address(east, typed):
    assert find_place(typed) == find_place("WY3 1AB")


def test_a_town_is_read_from_before_a_comma(east):
    assert find_place("Hollin Bridge, Wyvern Vale") == find_place("Hollin Bridge")


@pytest.mark.parametrize("typed", ["", "   ", "nowhere", "ZZ99 9ZZ", "\x00", "a" * 5000])
def test_what_is_not_known_is_none(east, typed):
    assert find_place(typed) is None


@pytest.mark.parametrize(
    ("typed", "queries"), [("WY3 1AB", 1), ("WY3 9ZZ", 3), ("WY3", 2), ("hollin bridge", 2)]
)
def test_a_place_costs_the_same_few_queries_however_many_postcodes_there_are(
    east, typed, queries, django_assert_num_queries
):
    for many in range(2):
        for ending in "ABCDEFGH":
            add(f"WY3 {many + 2}A{ending}", (54.0, 1.5), east, "Hollin Bridge")
        with django_assert_num_queries(queries):
            find_place(typed)


@pytest.mark.parametrize("column", ["postcode", "outcode", "locality_key"])
def test_what_places_are_looked_up_by_has_an_index(column):
    with connection.cursor() as cursor:
        found = connection.introspection.get_constraints(cursor, Postcode._meta.db_table)
    assert any(
        each["index"] or each["primary_key"]
        for each in found.values()
        if each["columns"] == [column]
    )


def test_no_area_has_no_chain():
    assert area_chain(None) == ()


POINTS = st.tuples(st.floats(-89, 89), st.floats(-179, 179))


@given(POINTS, POINTS)
def test_distance_is_the_same_both_ways_and_never_negative(a, b):
    assert distance_km(a, b) == pytest.approx(distance_km(b, a), abs=1e-6)
    assert distance_km(a, b) >= 0


def test_a_degree_of_latitude_is_about_111_km():
    assert distance_km((54, 1.5), (55, 1.5)) == pytest.approx(111.2, abs=0.2)
