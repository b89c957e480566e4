"""The coverage rule: for one service and on the board, and the same in both."""

from dataclasses import replace
from math import inf

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from portal.places.queries import Place, distance_km
from services_directory.board import current
from services_directory.finder import near as near_by
from services_directory.finder import reach as on_the_board
from services_directory.finder.coverage import NEAR_KM, Reach, shows, shows_at
from services_directory.models import Service, ServiceArea
from tests.services_directory import build

HERE = Place("WY3 1AB", *build.HERE, area_codes=("east", "vale"), exact=True)
DEGREE_OF_LATITUDE_KM = 111.195
CODES = ["east", "vale", "west", "elsewhere"]

reaches = st.builds(
    Reach,
    area_codes=st.sets(st.sampled_from(CODES)).map(tuple),
    distance_km=st.none() | st.floats(0, 100).filter(lambda km: abs(km - NEAR_KM) > 0.5),
    national=st.booleans(),
    remote=st.booleans(),
)


def stored(reach: Reach) -> Service:
    service = build.service(national=reach.national, mode_phone=reach.remote)
    for code in reach.area_codes:
        build.covers(service, code)
    if reach.distance_km is not None:
        north = build.HERE[0] + reach.distance_km / DEGREE_OF_LATITUDE_KM
        build.place(service, (north, build.HERE[1]))
    return service


def shows_on_the_board(service: Service) -> bool:
    board = current()
    return bool(on_the_board.covering(board, HERE) & board.bits_of([service.pk]))


@given(reaches)
def test_what_covers_the_place_shows_whatever_its_distance(reach):
    if set(reach.area_codes) & set(HERE.area_codes):
        assert shows(reach, HERE.area_codes, NEAR_KM)


@given(reaches)
def test_a_near_service_for_another_area_never_shows_unless_it_is_national(reach):
    elsewhere = reach.area_codes and not set(reach.area_codes) & set(HERE.area_codes)
    if elsewhere and not reach.national:
        assert not shows(reach, HERE.area_codes, NEAR_KM)


@given(reaches, st.floats(0, 100))
def test_a_wider_circle_never_hides_a_service(reach, wider):
    if shows(reach, HERE.area_codes, NEAR_KM):
        assert shows(reach, HERE.area_codes, NEAR_KM + wider)


@pytest.mark.django_db
@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(reach=reaches)
def test_one_service_and_the_board_follow_the_same_rule(reach):
    service = stored(reach)
    seen = shows(reach, HERE.area_codes, NEAR_KM)
    assert shows_at(service, HERE) == seen
    assert shows_on_the_board(service) == seen


@pytest.mark.django_db
@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(north=st.floats(-0.3, 0.3), east=st.floats(-0.5, 0.5), limit=st.floats(1, 30))
def test_distances_on_a_plane_agree_with_the_globe(north, east, limit):
    point = (build.HERE[0] + north, build.HERE[1] + east)
    true_km = distance_km(build.HERE, point)
    if abs(true_km - limit) < 0.02 * limit:
        return
    service = build.service()
    build.place(service, point)
    board = current()
    found = bool(near_by.within(board, HERE, limit) & board.bits_of([service.pk]))
    assert found == (true_km < limit)


@pytest.mark.django_db
def test_an_area_in_words_alone_neither_covers_nor_contradicts():
    service = build.service()
    ServiceArea.objects.create(service=service, extent="The old county")
    assert not shows_on_the_board(service)
    assert not shows_at(service, HERE)
    build.place(service)
    assert shows_on_the_board(service)
    assert shows_at(service, HERE)


@pytest.mark.django_db
def test_distance_to_a_confidential_place_is_measured_to_its_rounded_point():
    build.place(build.service(), (54.0049, 1.5), confidential=True)
    assert near_by.within(current(), HERE, 0.1)


@given(reaches, st.sampled_from(CODES))
def test_another_area_never_takes_a_covered_place_away(reach, code):
    """More areas can only hide what was shown for want of any."""
    wider = replace(reach, area_codes=(*reach.area_codes, code))
    if reach.area_codes and shows(reach, HERE.area_codes, NEAR_KM):
        assert shows(wider, HERE.area_codes, NEAR_KM)


@given(reaches)
def test_being_for_the_nation_never_hides_a_service(reach):
    assert shows(replace(reach, national=True), HERE.area_codes, NEAR_KM)


@pytest.mark.parametrize(
    ("reach", "seen"),
    [
        (Reach(), False),
        (Reach(remote=True), True),
        (Reach(remote=True, area_codes=("west",)), False),
        (Reach(distance_km=NEAR_KM), True),
        (Reach(distance_km=NEAR_KM + 0.001), False),
        (Reach(distance_km=0, area_codes=("west",)), False),
        (Reach(distance_km=90, area_codes=("vale",)), True),
        (Reach(national=True, area_codes=("west",)), True),
    ],
)
def test_each_clause_of_the_rule(reach, seen):
    assert shows(reach, HERE.area_codes, NEAR_KM) is seen


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("fields", "seen"),
    [
        ({}, False),
        ({"national": True}, True),
        ({"mode_phone": True}, True),
        ({"mode_online": True}, True),
        ({"mode_home_visit": True}, True),
    ],
)
def test_a_limit_in_miles_is_for_journeys_alone(fields, seen):
    service = build.service(**fields)
    build.place(service, (54.6, 1.5))
    assert bool(on_the_board.reachable(current(), HERE, 8)) is seen
    assert on_the_board.reachable(current(), HERE, 80)


@pytest.mark.django_db
def test_the_nearest_place_is_the_square_of_degrees_and_none_without_one():
    near, none = build.service("Near"), build.service("None")
    build.place(near, (54.3, 1.5))
    build.place(near, (54.1, 1.5))
    square = near_by.squares(current(), HERE)
    assert (square(near.pk), square(none.pk)) == (pytest.approx(0.01), inf)


@pytest.mark.django_db
def test_a_virtual_place_is_never_near():
    service = build.service()
    location = build.place(service)
    location.location_type = "virtual"
    location.save()
    assert not near_by.within(current(), HERE, 50)
    assert not shows_at(service, HERE)


@pytest.mark.django_db
def test_a_limit_near_the_pole_is_an_answer_and_not_an_error():
    pole = Place("Pole", 90.0, 0.0, area_codes=())
    build.place(build.service())
    assert not near_by.within(current(), pole, 10)
