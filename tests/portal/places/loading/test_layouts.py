import csv

import pytest
from hypothesis import given
from hypothesis import strategies as st

from portal.places.loading.layouts import CodePointOpen, OnsLayout, layout_of
from portal.places.loading.record import Record, Skip
from tests.portal.places.loading import build


def cells(line: str) -> list[str]:
    return next(csv.reader([line]))


def read(line: str, header: str = "onspd-2025") -> Record | Skip:
    return layout_of(build.HEADERS[header].split(",")).read(cells(line))


@pytest.mark.parametrize("header", build.HEADERS)
def test_the_same_is_read_under_old_and_new_headers(header):
    layout, row = layout_of(build.HEADERS[header].split(",")), build.ons_row(header=header)
    for _ in range(2):  # one layout reads every row of its file
        assert layout.read(cells(row)) == Record(
            "WY3 1AB",
            54.0,
            1.5,
            council=build.EAST,
            areas=(build.WARD, build.EAST, build.COUNTY, build.ENGLAND),
            health=(build.ICB, build.PART_OF_ICB),
        )


def test_next_years_header_is_read_too():
    header = build.ONSPD_2025.replace("25cd", "31cd").replace("24cd", "30cd").upper()
    layout = layout_of(header.split(","))
    assert layout.read(cells(build.ons_row())).council == build.EAST


@pytest.mark.parametrize("name", ["pcds", "pcd8", "pcd7", "pcd2", "pcd"])
def test_any_name_of_the_postcode_will_do(name):
    layout = layout_of([name, "lat", "long"])
    assert layout.read(["wy31ab", "54", "1.5"]) == Record("WY3 1AB", 54, 1.5, "", ())


@pytest.mark.parametrize(
    "header",
    [
        [],
        [""],
        ["pcds", "lat"],
        ["LAD25CD", "LAD25NM"],
        ["name", "lat", "long"],
        ["PC", "PQ", "EA", "NO", "CY", "RH", "LH", "CC", "DC", "WC"],
        ["\x00"] * 10,
    ],
)
def test_a_table_of_something_else_has_no_layout(header):
    assert layout_of(header) is None


@pytest.mark.parametrize(
    ("row", "skip"),
    [
        (build.ons_row(doterm="201506"), Skip.TERMINATED),
        (build.ons_row("WY3"), Skip.BAD_POSTCODE),
        (build.ons_row("\x00\x00"), Skip.BAD_POSTCODE),
        (build.ons_row(lat=99.999999, long=0), Skip.NO_POINT),
        (build.ons_row(lat=0, long=0), Skip.NO_POINT),
        (build.ons_row(lat="", long=""), Skip.NO_POINT),
        (build.ons_row(lat="north"), Skip.BAD_POINT),
        (build.ons_row(lat="nan"), Skip.BAD_POINT),
        (build.ons_row(lat="-inf"), Skip.BAD_POINT),
        (build.ons_row(lat=1.5, long=54.0), Skip.BAD_POINT),
        (build.ons_row(lat="9" * 5000), Skip.NO_POINT),
    ],
)
def test_a_row_that_is_of_no_use_says_why(row, skip):
    assert read(row) is skip


def test_code_point_open_is_known_without_a_header_and_put_on_the_globe():
    row = cells(build.code_point_row())
    layout = layout_of(row)
    assert isinstance(layout, CodePointOpen)
    record = layout.read(row)
    assert record.postcode == "SO16 0AS"
    assert (record.latitude, record.longitude) == pytest.approx((50.9381, -1.4706), abs=0.0001)
    assert record.areas == (build.WARD, build.EAST, build.COUNTY, build.ENGLAND)


@pytest.mark.parametrize(
    ("row", "skip"),
    [
        (build.code_point_row(pqi=90, east=0, north=0), Skip.NO_POINT),
        (build.code_point_row(pqi=90), Skip.NO_POINT),
        (build.code_point_row(east=0, north=0), Skip.NO_POINT),
        (build.code_point_row(east=-1), Skip.BAD_POINT),
        (build.code_point_row(north=9_999_999), Skip.BAD_POINT),
        (build.code_point_row(east="nan"), Skip.BAD_POINT),
        (build.code_point_row(east="here"), Skip.BAD_POINT),
        (build.code_point_row("nowhere"), Skip.BAD_POSTCODE),
    ],
)
def test_a_row_of_code_point_open_that_is_of_no_use_says_why(row, skip):
    assert CodePointOpen().read(cells(row)) is skip


@given(st.lists(st.text(max_size=12), min_size=35, max_size=35))
def test_whatever_stands_in_a_row_it_is_read_or_skipped(row):
    for layout in (OnsLayout.of(build.ONSPD_2025.split(",")), CodePointOpen()):
        assert isinstance(layout.read(row), Record | Skip)
