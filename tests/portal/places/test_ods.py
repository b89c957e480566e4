"""GP practices and others by ODS code."""

import io
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from portal.places.loading.files import Unreadable
from portal.places.models import HealthOrganization
from portal.places.ods import find_organizations, load_organizations

pytestmark = pytest.mark.django_db
PRACTICE, OTHER = HealthOrganization.Kind.PRACTICE, HealthOrganization.Kind.OTHER


def line(code="W99001", name="QUAYSIDE SURGERY", **cells) -> str:
    row = [""] * 27
    row[0], row[1], row[4], row[5], row[9] = code, name, "2 QUAY ROW", "WYVERNSTOW", "WY1 1AA"
    row[12], row[25] = "A", "4"
    for index, value in cells.items():
        row[int(index[1:])] = value
    return ",".join(f'"{cell}"' for cell in row)


@pytest.fixture
def load(tmp_path: Path):
    def run(*lines: str, kind=PRACTICE, encoding="utf-8") -> int:
        path = tmp_path / "epraccur.csv"
        path.write_text("\n".join(lines), encoding=encoding)
        return load_organizations(path, kind)

    return run


def found(text, kind=PRACTICE):
    return [each.code for each in find_organizations(text, kind)]


def test_a_practice_is_read_and_no_longer_shouts(load):
    load(line())
    practice = HealthOrganization.objects.get()
    assert str(practice) == "Quayside Surgery, 2 Quay Row, Wyvernstow"
    assert (practice.code, practice.postcode) == ("W99001", "WY1 1AA")


def test_capitals_that_stand_for_words_stay(load):
    load(line(name="WYVERN GP CENTRE"), line("W99002", "EAST NHS TRUST"), line("W3", "MOOR NHSFT"))
    names = HealthOrganization.objects.order_by("name").values_list("name", flat=True)
    assert list(names) == ["East NHS Trust", "Moor NHSFT", "Wyvern GP Centre"]


@pytest.mark.parametrize(
    "text", ["quay", "QUAYSIDE surgery", "wyvernstow quay", "WY1 1AA", "w99001"]
)
def test_it_is_found_by_name_town_postcode_or_code(load, text):
    load(line(), line("W99002", "ABBEY LANE MEDICAL CENTRE", _4="40 ABBEY LANE", _9="WY1 2AB"))
    assert "W99001" in found(text)


@pytest.mark.parametrize("text", ["", " ", "q", "\x00", "%", "__", "nowhere at all", "x" * 5000])
def test_what_fits_nothing_finds_nothing(load, text):
    load(line())
    assert found(text) == []


@pytest.mark.parametrize(
    "cells", [{"_12": "C"}, {"_12": "D"}, {"_11": "20240331"}, {"_25": "1"}, {"_0": ""}, {"_1": ""}]
)
def test_closed_ones_and_other_settings_are_left_out(load, cells):
    assert load(line("W99009"), line(**cells)) == 1
    assert HealthOrganization.objects.get().code == "W99009"


def test_a_new_file_replaces_the_old_one_of_its_kind_alone(load):
    load(line())
    load(line("RZZ01", "WYVERN VALE TRUST"), kind=OTHER)
    load(line("W99002", "ABBEY LANE"))
    assert set(HealthOrganization.objects.values_list("code", flat=True)) == {"W99002", "RZZ01"}


def test_a_file_without_a_usable_row_changes_nothing(load):
    load(line())
    with pytest.raises(Unreadable, match="nothing is changed"):
        load("code,name", "a,b")
    assert HealthOrganization.objects.count() == 1


def test_a_code_that_stands_twice_is_kept_once(load):
    assert load(line(), line(name="THE SAME AGAIN")) == 1


def test_a_file_in_another_encoding_is_read(load):
    load(line(name="CAFÉ SURGERY"), encoding="cp1252")
    assert HealthOrganization.objects.count() == 1


def test_at_most_ten_are_offered(load):
    load(*[line(f"W{n:05}", f"SURGERY {n}") for n in range(30)])
    assert len(find_organizations("surgery", PRACTICE)) == 10


def test_one_kind_is_not_offered_for_the_other(load):
    load(line())
    assert found("quayside", OTHER) == []


@settings(max_examples=50, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(max_size=60))
def test_any_text_is_answered(db, text):
    assert isinstance(find_organizations(text, PRACTICE), list)


def test_a_search_asks_the_database_at_most_twice(load, django_assert_max_num_queries):
    load(*[line(f"W{n:05}", f"SURGERY {n}") for n in range(30)])
    with django_assert_max_num_queries(2):
        found("surgery")


def test_the_command_says_how_many(tmp_path):
    path = tmp_path / "epraccur.csv"
    path.write_text(line())
    out = io.StringIO()
    call_command("load_organizations", str(path), stdout=out)
    assert out.getvalue() == "1 organisations loaded: GP practice.\n"


def test_the_command_says_that_there_is_no_file(tmp_path):
    with pytest.raises(CommandError, match="no file"):
        call_command("load_organizations", str(tmp_path / "none.csv"))
