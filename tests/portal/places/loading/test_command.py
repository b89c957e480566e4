from io import StringIO

import pytest
from django.core.management import call_command
from django.core.management.base import CommandError
from django.db import DatabaseError

from portal.places.loading import load as loading
from portal.places.models import Area, Postcode
from portal.places.queries import find_place
from tests.portal.places.loading import build

pytestmark = pytest.mark.django_db


@pytest.fixture
def file(tmp_path):
    rows = [build.ons_row(), build.ons_row("WY4 1AB", council=build.WEST, lat=54.3)]
    return build.save(tmp_path / "onspd.csv", build.ons(*rows))


def run(*args: object) -> str:
    out = StringIO()
    call_command("load_postcodes", *map(str, args), stdout=out)
    return out.getvalue()


def test_it_loads_and_reports(file):
    said = run(file)
    assert "2 postcodes kept" in said
    assert "2 of those kept are in a council that is none of our areas" in said
    assert said.endswith("These are the postcodes now.\n")
    assert Postcode.objects.count() == 2


def test_a_dry_run_says_that_nothing_is_changed(file):
    assert run(file, "--dry-run").endswith("Nothing is changed.\n")
    assert not Postcode.objects.exists()


@pytest.mark.parametrize(
    "only", ["--areas=east", f"--areas={build.EAST}", "--outcodes=wy3", "--within=54,1.5,9"]
)
def test_it_keeps_only_what_is_asked_for(file, only):
    Area.objects.create(code="east", name="East", kind="council", gss_code=build.EAST)
    assert "1 outside what you asked for" in run(file, only)
    assert find_place("WY3 1AB").area_codes == ("east",)
    assert find_place("WY4") is None


def test_it_names_towns_from_open_names(tmp_path):
    postcodes = build.save(tmp_path / "so.csv", build.code_point_row())
    names = build.save(tmp_path / "SU41.csv", build.name_row("Shirley", 437_000, 115_000))
    run(postcodes, "--places", names, "--format", "code-point-open")
    assert find_place("SHIRLEY").latitude == pytest.approx(50.938, abs=0.01)


@pytest.mark.parametrize(
    ("args", "words"),
    [
        (["--areas=nowhere"], "There is no area nowhere"),
        (["--areas=,"], "leave it out"),
        (["--outcodes=WY3 1AB"], "not outward codes"),
        (["--outcodes=,"], "leave it out"),
        (["--within=54"], "not like 54.0,1.5,40"),
        (["--within=54,1.5,nan"], "not a point"),
        (["--within=91,1.5,3"], "not a point"),
        (["--within=54,1.5,0"], "not a point"),
        (["--outcodes=WY3", "--within=54,1,9"], "not allowed with"),
        (["--format=xlsx"], "invalid choice"),
        (["--format=code-point-open"], "No postcode was kept"),
        (["--places", "/no/such/file.csv"], "There is no file"),
    ],
)
def test_what_cannot_be_done_is_said_and_nothing_is_changed(file, args, words):
    with pytest.raises(CommandError, match=words):
        run(file, *args)
    assert not Postcode.objects.exists()


@pytest.mark.parametrize("error", [DatabaseError, OSError])
def test_a_database_or_a_disk_that_fails_is_said_without_a_traceback(file, monkeypatch, error):
    def fail(*args, **options):
        raise error("no space left")

    monkeypatch.setattr(loading, "_replace", fail)
    with pytest.raises(CommandError, match=r"The old postcodes stay.*no space left"):
        run(file)
