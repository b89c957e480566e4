import pytest
from hypothesis import given
from hypothesis import strategies as st

from portal.places.loading.files import Unreadable
from portal.places.loading.towns import Towns, read_towns
from portal.places.queries import distance_km
from tests.portal.places.loading import build

WYVERNSTOW = ("Wyvernstow", 54.0, 1.5)
CARROW = ("Carrow", 54.03, 1.5)


@pytest.mark.parametrize(
    ("latitude", "name"), [(54.0, "Wyvernstow"), (54.014, "Wyvernstow"), (54.016, "Carrow")]
)
def test_the_nearest_town_is_the_town(latitude, name):
    assert Towns([WYVERNSTOW, CARROW]).nearest(latitude, 1.5) == name


def test_a_town_far_away_is_no_postcodes_town():
    towns = Towns([WYVERNSTOW])
    assert towns.nearest(54.15, 1.5) == "Wyvernstow"
    assert towns.nearest(54.5, 1.5) == ""
    assert Towns([]).nearest(54.0, 1.5) == ""


POINTS = st.tuples(st.floats(54, 54.1), st.floats(1.5, 1.6))


@given(st.lists(POINTS, min_size=1, max_size=12), POINTS)
def test_no_other_town_is_nearer(points, here):
    towns = [(str(number), *point) for number, point in enumerate(points)]
    found = Towns(towns).nearest(*here)
    nearest = min(distance_km(here, point) for point in points)
    # The map is taken as flat around the point, which is true to one in a hundred.
    assert distance_km(here, points[int(found)]) <= nearest * 1.01 + 0.001


def test_names_are_read_from_open_names_and_roads_are_no_towns(tmp_path):
    path = build.packed(
        tmp_path / "opname_csv_gb.zip",
        {
            "Data/SU41.csv": "\n".join(
                [
                    build.name_row("Shirley", 440_000, 113_900, local="Suburban Area"),
                    build.name_row("High Street", 437_292, 115_542, kind="transportNetwork"),
                    build.name_row("Nowhere", "x", "y"),  # type: ignore[arg-type]
                    "populatedPlace",
                    "road of populatedPlace," + "," * 20,
                ]
            ),
            "Doc/header.csv": "ID,NAMES_URI,NAME1",
        },
    )
    assert read_towns([path]).nearest(50.93, -1.44) == "Shirley"


@pytest.mark.parametrize(
    ("name", "kept"), [("L" * 200, "L" * 80), ("Shir\x00ley ", "Shirley"), ("Môn", "Môn")]
)
def test_a_name_is_made_to_fit_its_column(tmp_path, name, kept):
    path = build.save(tmp_path / "names.csv", build.name_row(name, 437_292, 115_542))
    assert read_towns([path]).nearest(50.938, -1.4685) == kept


@pytest.mark.parametrize("text", ["", "a,b\n", build.ons()])
def test_a_file_without_a_populated_place_says_so(tmp_path, text):
    with pytest.raises(Unreadable, match="no populated place"):
        read_towns([build.save(tmp_path / "names.csv", text)])
