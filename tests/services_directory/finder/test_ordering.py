"""In what order services stand, and that nothing from far off stands above what is near."""

from itertools import pairwise

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from portal.places.queries import Place, distance_km
from services_directory.board import current
from services_directory.finder.ordering import NATIONAL_HANDICAP, ordered
from services_directory.finder.request import Ask
from services_directory.finder.rows import Rows
from services_directory.finder.words import Words
from services_directory.models import Service
from tests.services_directory import build

pytestmark = pytest.mark.django_db
HERE = Place("WY3 1AB", *build.HERE, area_codes=("east", "vale"), exact=True)
QUICK = settings(
    max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
kinds = st.fixed_dictionaries(
    {
        "national": st.booleans(),
        "area": st.sampled_from([None, "east", "vale", "west"]),
        "north": st.sampled_from([None, 0.0, 0.05, 0.1, 0.9]),
    }
)


def listed(ask: Ask, words: Words | None = None) -> list[Service]:
    board = current()
    order = ordered(board, board.everyone, ask, words or Words())
    return Rows(board, order)[:]


def names(ask: Ask, words: Words | None = None) -> list[str]:
    return [service.name for service in listed(ask, words)]


def ranked(*services: Service) -> Words:
    return Words(ranks={service.pk: rank for rank, service in enumerate(services)})


def at_distance(name: str, north: float, **fields) -> Service:
    service = build.service(name, **fields)
    build.place(service, (build.HERE[0] + north, build.HERE[1]))
    return service


def several(kinds_of: list[dict]) -> dict[str, dict]:
    Service.objects.all().delete()
    made = {}
    for number, kind in enumerate(kinds_of):
        name = f"S{number}"
        made[name] = kind
        service = build.service(name, national=kind["national"])
        if kind["area"]:
            build.covers(service, kind["area"])
        if kind["north"] is not None:
            build.place(service, (build.HERE[0] + kind["north"], build.HERE[1]))
    return made


def is_from_here(kind: dict) -> bool:
    near = kind["north"] is not None and kind["north"] < 0.2
    return not kind["national"] and (near or kind["area"] in HERE.area_codes)


@QUICK
@given(st.lists(kinds, max_size=6))
def test_without_words_what_is_from_here_comes_first_and_then_the_nearer(kinds_of):
    made = several(kinds_of)
    order = names(Ask(place=HERE))
    assert sorted(order) == sorted(made)
    for above, below in pairwise(order):
        first, second = is_from_here(made[above]), is_from_here(made[below])
        assert first >= second
        if first == second:
            assert farness(made[above]) <= farness(made[below])


@QUICK
@given(st.lists(kinds, max_size=6))
def test_nearest_first_is_by_distance_alone_and_no_distance_is_last(kinds_of):
    made = several(kinds_of)
    order = names(Ask(place=HERE, sort="nearest"))
    assert [farness(made[name]) for name in order] == sorted(map(farness, made.values()))


def farness(kind: dict) -> float:
    return float("inf") if kind["north"] is None else kind["north"]


@QUICK
@given(
    st.lists(
        st.tuples(st.floats(-0.1, 0.1), st.floats(-0.1, 0.1)), min_size=2, max_size=5, unique=True
    )
)
def test_the_order_by_distance_is_that_of_the_globe(offsets):
    Service.objects.all().delete()
    km = {}
    for number, (north, east) in enumerate(offsets):
        point = (build.HERE[0] + north, build.HERE[1] + east)
        km[f"S{number}"] = distance_km(build.HERE, point)
        build.place(build.service(f"S{number}"), point)
    found = [km[name] for name in names(Ask(place=HERE, sort="nearest"))]
    # A plane stands for the globe: a hundred metres may change places, no more.
    assert all(nearer <= farther + 0.1 for nearer, farther in pairwise(found))


def test_the_nearest_of_several_places_counts():
    both = at_distance("Both", 0.9)
    build.place(both, build.HERE)
    at_distance("One", 0.05)
    assert names(Ask(place=HERE)) == ["Both", "One"]


def test_names_settle_what_distance_leaves_open():
    for name in ("C", "A", "B"):
        at_distance(name, 0.05)
    assert names(Ask(place=HERE)) == ["A", "B", "C"]
    assert names(Ask(place=HERE, sort="nearest")) == ["A", "B", "C"]


def test_services_of_one_name_always_stand_the_same_way():
    twins = [build.service("Twin") for _ in range(4)]
    assert [each.pk for each in listed(Ask())] == sorted(each.pk for each in twins)


def test_by_name_is_by_name_whatever_is_near_or_fits_the_words():
    zed, alpha = at_distance("Zed", 0.0), build.service("Alpha", national=True)
    assert names(Ask(place=HERE, sort="name"), ranked(zed, alpha)) == ["Alpha", "Zed"]


def test_without_a_place_local_services_stand_above_national_ones():
    build.service("A line", national=True)
    build.service("Local")
    assert names(Ask()) == ["Local", "A line"]


@pytest.mark.parametrize(
    ("locals_above", "first"), [(NATIONAL_HANDICAP - 1, "S0"), (NATIONAL_HANDICAP + 1, "Line")]
)
def test_a_line_for_the_nation_must_fit_better_by_five_ranks(locals_above, first):
    line = build.service("Line", national=True)
    others = [build.service(f"Z{number}", national=True) for number in range(locals_above - 1)]
    local = at_distance("S0", 0.0)
    order = names(Ask(text="x", place=HERE), ranked(line, *others, local))
    assert next(name for name in order if name in {"S0", "Line"}) == first


def test_among_services_from_here_the_words_decide_before_distance():
    far, near = at_distance("Far", 0.1), at_distance("Near", 0.0)
    assert names(Ask(text="x", place=HERE), ranked(far, near)) == ["Far", "Near"]


def test_what_the_index_did_not_rank_stands_last():
    best, _ = build.service("Z"), build.service("A")
    assert names(Ask(text="x"), ranked(best)) == ["Z", "A"]


def test_a_service_just_outside_fifteen_miles_is_not_from_here():
    at_distance("A hall outside", 0.23)
    build.covers(build.service("Team that comes"), "east")
    assert names(Ask(place=HERE)) == ["Team that comes", "A hall outside"]


def test_as_many_ranks_as_the_index_may_give_are_put_in_order():
    services = [build.service(f"S{number}") for number in range(3)]
    strangers = [Service(name="Elsewhere") for _ in range(497)]
    assert names(Ask(text="x"), ranked(*strangers, *reversed(services))) == ["S2", "S1", "S0"]


def test_of_those_about_as_near_the_one_for_this_need_alone_stands_first():
    broad = at_distance("A for everything", 0.001)
    build.tag(broad, "need", "bereavement", "money-advice", "equipment")
    build.tag(at_distance("B for grief", 0.01), "need", "bereavement")
    build.tag(at_distance("C for grief, far", 0.2), "need", "bereavement")
    assert names(Ask(place=HERE)) == ["B for grief", "A for everything", "C for grief, far"]


def test_the_nearest_still_stands_first_when_asked_for():
    broad = at_distance("A for everything", 0.001)
    build.tag(broad, "need", "bereavement", "money-advice", "equipment")
    build.tag(at_distance("B for grief", 0.01), "need", "bereavement")
    assert names(Ask(place=HERE, sort="nearest")) == ["A for everything", "B for grief"]
