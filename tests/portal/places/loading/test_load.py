"""From files to the table, with everything real."""

import pytest
from django.db import IntegrityError

from portal.places.loading import load as loading
from portal.places.loading.areas import Bounds
from portal.places.loading.files import Unreadable
from portal.places.loading.load import load_postcodes
from portal.places.loading.record import Skip
from portal.places.loading.towns import Towns
from portal.places.models import Area, Postcode, PostcodeLoad
from portal.places.queries import find_place
from tests.portal.places.loading import build

pytestmark = pytest.mark.django_db


@pytest.fixture
def east() -> Area:
    return Area.objects.create(code="east", name="East", kind="council", gss_code=build.EAST)


@pytest.fixture
def old() -> Postcode:
    return Postcode.objects.create(postcode="WY9 9ZZ", outcode="WY9", latitude=54, longitude=1)


@pytest.fixture
def load(tmp_path):
    def run(text: str | bytes, *, bounds: Bounds | None = None, **options):
        said: list[str] = []
        path = build.save(tmp_path / "postcodes.csv", text)
        return load_postcodes([path], bounds or Bounds(), said.append, **options)

    return run


def stored() -> list[str]:
    return list(Postcode.objects.order_by("pk").values_list("pk", flat=True))


@pytest.mark.parametrize("header", build.HEADERS)
def test_a_file_of_ons_becomes_the_table(load, east, old, header):
    load(build.ons(header=header))
    (row,) = Postcode.objects.all()
    assert (row.pk, row.outcode, row.latitude, row.longitude) == ("WY3 1AB", "WY3", 54.0, 1.5)
    assert row.area == east


def test_a_file_of_code_point_open_becomes_the_table(load, east):
    load("\r\n".join([build.code_point_row(), build.code_point_row("SO160AT")]))
    assert stored() == ["SO16 0AS", "SO16 0AT"]
    assert find_place("so16 0as").area_codes == ("east",)


def test_postcodes_get_the_nearest_town_and_are_found_by_it(load):
    load(build.ons(), towns=Towns([("St. Wyvern's", 54.001, 1.5)]))
    assert find_place("st wyverns").name == "St. Wyvern's"
    assert PostcodeLoad.objects.get().sources == "ons open-names"


def test_every_row_is_counted_once_and_each_that_is_not_used_with_its_reason(load, east):
    report = load(
        build.ons(
            build.ons_row("WY3 1AB"),
            build.ons_row("wy31ab"),
            build.ons_row("WY3 1AD", doterm="199801"),
            "",
            build.ons_row("WY4 1AD", council=build.WEST),
            build.ons_row("JE1 1AA", lat=99.999999, long=0),
            build.ons_row("WY3 1AE", lat=1.5, long=54),
            build.ons_row("nonsense"),
            "too,short",
            "x" * 100_000,
        )
    )
    assert stored() == ["WY3 1AB", "WY4 1AD"]
    assert (report.read, report.kept, report.twice) == (9, 2, 1)
    assert report.skipped == {
        Skip.TERMINATED: 1,
        Skip.NO_POINT: 1,
        Skip.BAD_POINT: 1,
        Skip.BAD_POSTCODE: 1,
        Skip.TOO_SHORT: 1,
        Skip.TOO_LONG: 1,
    }
    assert report.read == report.kept + report.twice + report.skipped.total()
    assert report.councils == {build.WEST: 1}


@pytest.mark.parametrize(
    ("bounds", "kept"),
    [
        (Bounds(areas=("east",)), ["WY3 1AB"]),
        (Bounds(outcodes=frozenset({"WY4"})), ["WY4 1AB"]),
        (Bounds(circle=(54.0, 1.5, 5)), ["WY3 1AB"]),
    ],
)
def test_only_what_is_asked_for_is_kept(load, east, bounds, kept):
    rows = [build.ons_row(), build.ons_row("WY4 1AB", council=build.WEST, lat=54.5)]
    report = load(build.ons(*rows), bounds=bounds)
    assert stored() == kept
    assert report.skipped[Skip.OUTSIDE] == 1


def test_loading_the_same_again_gives_the_same(load, east):
    load(build.ons())
    before = list(Postcode.objects.values())
    load(build.ons())
    assert list(Postcode.objects.values()) == before
    assert PostcodeLoad.objects.count() == 2


def test_a_dry_run_reports_and_changes_nothing(load, old):
    assert load(build.ons(), dry_run=True).kept == 1
    assert stored() == [old.pk]
    assert not PostcodeLoad.objects.exists()


@pytest.mark.parametrize("text", ["", "\n\n", "a,b\n1,2\n", build.ons(build.ons_row("none"))])
def test_when_nothing_would_be_kept_the_old_ones_stay(load, old, text):
    with pytest.raises(Unreadable, match="No postcode was kept, so nothing is changed"):
        load(text)
    assert stored() == [old.pk]


def test_when_writing_fails_the_old_ones_stay(load, old, monkeypatch):
    def fail(row):
        if row[0] == "WY3 1AD":
            raise IntegrityError("disk")
        return Postcode(postcode=row[0], outcode="WY3", latitude=54, longitude=1)

    monkeypatch.setattr(loading, "BATCH", 1)
    monkeypatch.setattr(loading, "_postcode", fail)
    with pytest.raises(IntegrityError):
        load(build.ons(build.ons_row(), build.ons_row("WY3 1AD")))
    assert stored() == [old.pk]
    assert not PostcodeLoad.objects.exists()


def test_a_broken_file_among_good_ones_leaves_the_old_ones(tmp_path, old):
    good = build.save(tmp_path / "good.csv", build.ons())
    with pytest.raises(Unreadable):
        load_postcodes([good, tmp_path / "gone.csv"], Bounds(), lambda line: None)
    assert stored() == [old.pk]


def test_several_files_and_batches_become_one_table(tmp_path, monkeypatch):
    monkeypatch.setattr(loading, "BATCH", 3)
    for area in ("WY3", "WY4"):
        lines = [build.ons_row(f"{area} {n}AB") for n in range(1, 6)]
        build.save(tmp_path / f"{area}.csv", build.ons(*lines))
    said: list[str] = []
    report = load_postcodes([tmp_path], Bounds(), said.append)
    assert report.kept == Postcode.objects.count() == 10
    assert said == ["Reading WY3.csv", "Reading WY4.csv", "Writing 10 postcodes"]


def test_of_the_archive_of_ons_the_parts_are_not_read_beside_the_whole(tmp_path):
    path = build.packed(
        tmp_path / "onspd.zip",
        {
            "Data/ONSPD_UK.csv": build.ons(),
            "Data/multi_csv/ONSPD_WY.csv": build.ons(build.ons_row("WY5 5AA")),
            "Documents/LAD names and codes.csv": f"LAD25CD,LAD25NM\n{build.EAST},Wyvern East\n",
        },
    )
    report = load_postcodes([path], Bounds(), lambda line: None)
    assert stored() == ["WY3 1AB"]
    assert report.names == {build.EAST: "Wyvern East"}
    assert report.unused == ["Documents/LAD names and codes.csv"]


def test_parts_alone_are_read(tmp_path):
    path = build.packed(tmp_path / "onspd.zip", {"Data/multi_csv/WY.csv": build.ons()})
    load_postcodes([path], Bounds(), lambda line: None)
    assert stored() == ["WY3 1AB"]


def test_files_of_another_layout_than_asked_for_are_not_used(load, old):
    with pytest.raises(Unreadable, match=r"holds no postcodes: postcodes\.csv"):
        load(build.ons(), source="code-point-open")
    assert stored() == [old.pk]


@pytest.mark.parametrize(
    "junk",
    [b"\x00" * 5000, b"\xff\xfe" + "pcds,lat,long\n".encode("utf-16-le"), bytes(range(256)) * 40],
    ids=["nul", "utf-16", "binary"],
)
def test_a_file_that_is_no_text_is_refused_in_words(load, old, junk):
    with pytest.raises(Unreadable, match="holds no postcodes"):
        load(junk)
    assert stored() == [old.pk]


def test_junk_among_rows_is_counted_and_the_rest_is_kept(load):
    rows = build.ons().encode()
    report = load(rows + b"\x00\x01,\xff\xfe\n" + b'"' * 41 + b"\n" + b"z" * 10_000_000)
    assert (report.kept, report.read) == (1, 4)
