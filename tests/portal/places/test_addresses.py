"""Addresses of a postcode, from the operator's gazetteer."""

import io
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from portal.places.addresses import find_addresses, load_addresses
from portal.places.loading.files import Unreadable
from portal.places.models import KnownAddress

pytestmark = pytest.mark.django_db
HEAD = "UPRN,POSTCODE,ADDRESS"


@pytest.fixture
def load(tmp_path: Path):
    def run(*lines: str) -> int:
        path = tmp_path / "addresses.csv"
        path.write_text("\n".join(lines), encoding="utf-8")
        return load_addresses(path)

    return run


def found(postcode):
    return [each.line for each in find_addresses(postcode)]


def test_addresses_come_in_the_order_of_the_houses(load):
    load(HEAD, "1,WY1 1AA,12 Quay Row", "2,WY1 1AA,4 Quay Row", "3,WY1 1AA,Quay House")
    assert found("wy11aa") == ["Quay House", "4 Quay Row", "12 Quay Row"]


def test_those_of_another_postcode_are_not_shown(load):
    load(HEAD, "1,WY1 1AA,12 Quay Row", "2,WY1 1AB,4 Quay Row")
    assert found("WY1 1AB") == ["4 Quay Row"]


@pytest.mark.parametrize("postcode", ["", "WY1", "nonsense", "\x00", "WY1 1A" * 99])
def test_less_than_a_whole_postcode_finds_none(load, postcode):
    load(HEAD, "1,WY1 1AA,12 Quay Row")
    assert found(postcode) == []


@pytest.mark.parametrize(
    "heading",
    [
        "uprn,postcode,single_line_address",
        "\ufeffUPRN,POSTCODE,SINGLE_LINE_ADDRESS",
        "id, Postcode ,line",
    ],
)
def test_headings_may_be_written_in_several_ways(load, heading):
    assert load(heading, "1,WY1 1AA,12 Quay Row") == 1


def test_columns_may_stand_in_any_order_among_others(load):
    load("ADDRESS,TOWN,POSTCODE,UPRN", "12 Quay Row,Wyvernstow,WY1 1AA,1")
    assert found("WY1 1AA") == ["12 Quay Row"]


@pytest.mark.parametrize(
    "row", ["", "1", "1,nonsense,12 Quay Row", "1,WY1 1AA,", ",WY1 1AA,12 Quay Row"]
)
def test_rows_that_say_too_little_are_left_out(load, row):
    assert load(HEAD, row, "2,WY1 1AA,4 Quay Row") == 1


def test_without_headings_nothing_is_changed(load):
    load(HEAD, "1,WY1 1AA,12 Quay Row")
    with pytest.raises(Unreadable, match="must name the columns"):
        load("1,WY1 1AA,4 Quay Row")
    assert KnownAddress.objects.count() == 1


def test_loading_again_replaces_and_keeps_each_once(load):
    load(HEAD, "1,WY1 1AA,12 Quay Row")
    assert load(HEAD, "2,WY1 1AA,4 Quay Row", "2,WY1 1AA,4 Quay Row") == 1
    assert found("WY1 1AA") == ["4 Quay Row"]


def test_keys_that_are_alike_as_far_as_they_are_kept_are_no_trouble(load):
    load(HEAD, *(f"{'1' * 20}{last},WY1 1AA,{last} Quay Row" for last in "23"))
    assert found("WY1 1AA") == ["2 Quay Row"]


def test_a_block_of_flats_is_offered_as_far_as_a_list_can_be_read(load):
    load(HEAD, *(f"{number},WY1 1AA,{number} Quay Row" for number in range(1, 103)))
    assert len(found("WY1 1AA")) == 100


def test_the_command_says_how_many_or_what_is_wrong(tmp_path):
    path = tmp_path / "addresses.csv"
    path.write_text(f"{HEAD}\n1,WY1 1AA,12 Quay Row\n")
    out = io.StringIO()
    call_command("load_addresses", str(path), stdout=out)
    assert out.getvalue() == "1 addresses loaded.\n"
    path.write_text("nothing")
    with pytest.raises(CommandError):
        call_command("load_addresses", str(path))
