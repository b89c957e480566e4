"""Cells of the demo's tables, and errors that say where they stand."""

from datetime import date, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from services_directory.demo.rows import DemoDataError, Row, read, uuid_of
from services_directory.models import Phone


def row(**cells: str | None) -> Row:
    return Row("services.csv", 7, cells)


def refusal(call, *args) -> str:
    with pytest.raises(DemoDataError) as raised:
        call(*args)
    return str(raised.value)


def test_cells_are_typed_on_request():
    cells = row(a=" text ", n="12", d="54.5", day="2026-11-24", at="09:30", many="x | y||z ")
    assert cells.text("a") == "text"
    assert cells.number("n") == 12
    assert cells.degrees("d") == 54.5
    assert cells.day("day") == date(2026, 11, 24)
    assert cells.clock("at") == time(9, 30)
    assert cells.many("many") == ["x", "y", "z"]


@pytest.mark.parametrize("reader", ["number", "degrees", "day", "clock"])
@pytest.mark.parametrize("cells", [{}, {"c": ""}, {"c": "  "}, {"c": None}])
def test_an_empty_cell_is_empty_and_never_invented(reader, cells):
    assert getattr(row(**cells), reader)("c") is None
    assert row(**cells).text("c") == ""
    assert row(**cells).many("c") == []
    assert row(**cells).flag("c") is False


@pytest.mark.parametrize(
    ("reader", "cell"),
    [
        ("number", "1.5"),
        ("number", "many"),
        ("degrees", "54°"),
        ("day", "24/11/2026"),
        ("day", "2026-02-30"),
        ("clock", "25:00"),
        ("clock", "9am"),
    ],
)
def test_nonsense_is_refused_with_file_line_and_column(reader, cell):
    assert refusal(getattr(row(c=cell), reader), "c") == f"services.csv:7: c cannot be {cell!r}"


@pytest.mark.parametrize(("cell", "is_set"), [("yes", True), ("no", False), ("", False)])
def test_a_flag_says_yes_or_no(cell, is_set):
    assert row(c=cell).flag("c") is is_set


@pytest.mark.parametrize("cell", ["Yes", "y", "true", "1", "confidential"])
def test_any_other_word_in_a_flag_is_refused_and_never_taken_for_no(cell):
    assert "c cannot be" in refusal(row(c=cell).flag, "c")


def test_a_cell_that_is_needed_must_not_be_empty():
    cells = row(at="09:30", none="")
    assert cells.needed(cells.clock, "at") == time(9, 30)
    assert refusal(cells.needed, cells.clock, "none").endswith("none must not be empty")


def test_nothing_is_midnight_and_no_number_is_nought():
    cells = row(at="00:00", n="0")
    assert cells.needed(cells.clock, "at") == time(0)
    assert cells.needed(cells.number, "n") == 0


def test_a_name_must_be_known():
    assert row(c="one").one("c", {"one": 1}) == 1
    assert refusal(row(c="two").one, "c", {"one": 1}) == "services.csv:7: nothing is called 'two'"


def test_an_object_that_is_not_valid_is_refused_with_its_field():
    wrong = Phone(number="ring us")
    assert "number" in refusal(lambda: row().check(wrong, without=("service",)))
    row().check(Phone(number="999"), without=("service",))


def table(folder, text: str) -> list[Row]:
    (folder / "t.csv").write_text(text, encoding="utf-8")
    return list(read("t.csv", folder))


def test_lines_are_those_of_the_file_even_after_a_cell_of_several_lines(tmp_path):
    rows = table(tmp_path, 'key,text\na,"one\ntwo\nthree"\nb,x\n')
    assert [each.where for each in rows] == ["t.csv:2", "t.csv:5"]
    assert rows[0].text("text") == "one\ntwo\nthree"


def test_a_row_with_too_many_cells_is_refused(tmp_path):
    assert refusal(table, tmp_path, "key,text\na,b\nc,d,e\n") == "t.csv:3: more cells than columns"


def test_a_row_with_too_few_cells_has_empty_ones(tmp_path):
    assert table(tmp_path, "key,text\na\n")[0].text("text") == ""


@given(st.text(), st.text())
def test_two_keys_never_share_a_uuid(one, other):
    assert (uuid_of("service", one) == uuid_of("service", other)) is (one == other)
