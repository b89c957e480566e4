import pytest

from portal.places.loading.areas import Areas, Bounds
from portal.places.loading.files import Unreadable
from portal.places.loading.record import Record
from portal.places.models import Area
from tests.portal.places.loading import build

pytestmark = pytest.mark.django_db
ROW = Record(
    "WY3 1AB",
    54.0,
    1.5,
    build.EAST,
    (build.WARD, build.EAST, build.COUNTY, build.ENGLAND),
    (build.ICB, build.PART_OF_ICB),
)


@pytest.fixture
def east() -> Area:
    england = add("england", build.ENGLAND)
    return add("east", build.EAST, parent=add("vale", None, parent=england))


def add(code: str, gss_code: str | None, parent: Area | None = None) -> Area:
    return Area.objects.create(
        code=code, name=code, kind="council", gss_code=gss_code, parent=parent
    )


def wanted(*areas: str, row: Record = ROW) -> bool:
    return Areas.load(Bounds(areas=areas)).of(row).wanted


def test_a_row_belongs_to_the_most_local_area_that_we_have(east):
    assert Areas.load(Bounds()).of(ROW).area == east.pk
    ward = add("hollin", build.WARD, parent=east)
    assert Areas.load(Bounds()).of(ROW).area == ward.pk


def test_a_row_of_a_council_that_we_do_not_have_belongs_to_its_country(east):
    row = ROW._replace(areas=("E05000009", "E07000009", build.NONE, build.ENGLAND))
    assert Areas.load(Bounds()).of(row).area == east.parent.parent_id
    assert not Areas.load(Bounds()).knows("E07000009")


@pytest.mark.parametrize("code", [build.ICB, build.PART_OF_ICB])
def test_a_row_belongs_to_its_care_board_beside_its_council(east, code):
    board = add("board", code)
    belongs = Areas.load(Bounds()).of(ROW)
    assert (belongs.area, belongs.icb) == (east.pk, board.pk)


def test_without_bounds_every_row_is_wanted(east):
    assert wanted()


@pytest.mark.parametrize("asked", ["east", "vale", "england", build.EAST, build.COUNTY, build.ICB])
def test_a_row_is_wanted_by_its_area_by_what_holds_it_and_by_official_code(east, asked):
    assert wanted(asked)


@pytest.mark.parametrize("asked", ["west", build.WEST])
def test_a_row_of_elsewhere_is_not_wanted(east, asked):
    add("west", build.WEST)
    assert not wanted(asked)
    assert wanted(asked, "east")


def test_an_area_that_is_not_there_is_named_with_those_that_are(east):
    with pytest.raises(Unreadable, match=r"no area wst\. There are: east, england, vale\."):
        wanted("wst")


def test_an_area_without_an_official_code_within_says_what_to_do(east):
    add("moor", None)
    with pytest.raises(Unreadable, match=r"moor has no official code.*load_areas"):
        wanted("moor")


def test_areas_are_read_once_however_many_rows_there_are(east, django_assert_num_queries):
    with django_assert_num_queries(1):
        areas = Areas.load(Bounds(areas=("vale",)))
        assert all(areas.of(ROW._replace(postcode=f"WY3 {n}AB")).wanted for n in range(9))


@pytest.mark.parametrize(
    ("bounds", "holds"),
    [
        (Bounds(), True),
        (Bounds(outcodes=frozenset({"WY3"})), True),
        (Bounds(outcodes=frozenset({"WY31", "WY4"})), False),
        (Bounds(circle=(54.0, 1.5, 1)), True),
        (Bounds(circle=(54.1, 1.5, 12)), True),
        (Bounds(circle=(54.1, 1.5, 11)), False),
    ],
)
def test_outward_codes_and_a_circle_hold_a_point_or_not(bounds, holds):
    assert bounds.hold_point(ROW) is holds
