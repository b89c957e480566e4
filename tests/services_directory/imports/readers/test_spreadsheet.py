"""Our spreadsheet, as people really fill it in."""

import csv
import io
import zipfile
from datetime import date, datetime, time
from typing import Any

import pytest
from openpyxl import Workbook

from services_directory.imports.readers import columns, spreadsheet, template_csv, workbook
from services_directory.imports.records import FeedProblem
from tests.services_directory.imports.readers.small import names, notes, read, records, run_of

ROW = {
    "Reference": "H-1",
    "Name of the service": "Evening group",
    "Organisation": "Hill Hospice",
    "Description": "You meet others. A nurse leads it.",
    "Phone": "Advice line: 01632 960001; 01632 960002",
    "How it is given": "in person; online",
    "What for": "Bereavement groups; Counselling",
    "Who for": "Adults",
    "Who can ask": "self; GP",
    "Cost": "free",
    "Languages": "English; Polish",
    "Opening hours": "Tue 18:00-20:00",
    "Place": "The hall",
    "Address": "1 Mill Lane",
    "Town or city": "Hill",
    "County": "Hillshire",
    "Postcode": "wy31ab",
    "Accessibility": "Level access; Hearing loop",
    "Area covered": "Hill Vale",
    "Charity number": "123456",
    "Checked on": "01/10/2026",
    "Checked by": "Bereavement team",
}


def sheet(*rows: dict[str, Any], separator: str = ",") -> bytes:
    made = io.StringIO()
    writer = csv.DictWriter(
        made, list({name: 1 for row in rows for name in row}), delimiter=separator
    )
    writer.writeheader()
    writer.writerows(rows)
    return made.getvalue().encode("utf-8-sig")


def book(*rows: list[Any]) -> bytes:
    made, output = Workbook(), io.BytesIO()
    for row in rows:
        made.active.append(row)
    made.save(output)
    return output.getvalue()


def imported(*rows: dict[str, Any]):
    return read(run_of("spreadsheet", sheet(*rows)))


def one(**changes: Any):
    return records(imported(ROW | changes))[0]


def test_a_row_is_a_service():
    data = one().data
    assert data["name"] == "Evening group"
    assert data["fd_summary"] == "You meet others."
    assert data["fd_modes"] == ["in_person", "online"]
    assert data["fd_referral_routes"] == ["self", "gp"]
    assert data["fd_cost"] == "free"
    assert [each["code"] for each in data["languages"]] == ["en", "pl"]
    assert data["schedules"][0]["byday"] == "TU"
    assert data["assured_date"] == "2026-10-01"
    assert data["fd_assurer_role"] == "Bereavement team"
    assert data["service_areas"][0]["name"] == "Hill Vale"
    assert [each["number"] for each in data["phones"]] == ["01632 960001", "01632 960002"]


def test_a_row_names_its_organization_place_and_terms():
    found = imported(ROW)
    (hospice,) = records(found, "organization")
    assert hospice.data["organization_identifiers"][0]["identifier"] == "123456"
    (hall,) = records(found, "location")
    assert hall.data["addresses"][0]["postal_code"] == "WY3 1AB"
    assert len(hall.data["accessibility"]) == 2
    terms = [(each.their_key, each.data["code"]) for each in records(found, "taxonomy_term")]
    assert terms == [
        ("need/bereavement-groups", "bereavement-groups"),
        ("need/counselling", "counselling"),
        ("audience/adults", "adults"),
    ]
    assert records(found, "taxonomy")[0].data["fd_key"] == "need"


def test_rows_of_one_organization_share_its_key():
    found = imported(ROW, ROW | {"Reference": "H-2", "Name of the service": "Day group"})
    assert len({each.their_key for each in records(found, "organization")}) == 1
    assert len({each.their_key for each in records(found, "location")}) == 1
    assert found[-1].total == 2


@pytest.mark.parametrize(
    ("heading", "field"),
    [
        ("NAME", "name"), ("Name of the Service ", "name"), ("service_name", "name"),
        ("Provider", "organization"), ("organization", "organization"), ("Post code", "postcode"),
        ("E-Mail Address", "email"),
        ("Opening times (in words)", "hours"), ("min. age", "minimum_age"),
        ("Last reviewed", "assured_date"),
        ("What is it?", ""), ("", ""),
    ],
)  # fmt: skip
def test_headings_are_matched_in_any_usual_wording(heading, field):
    assert columns.field_of(heading) == field


def test_no_heading_means_two_things():
    meant: dict[str, set[str]] = {}
    for column in columns.COLUMNS:
        for name in (column.heading, column.field, *column.also):
            meant.setdefault(columns._plain(name), set()).add(column.field)
    assert [name for name, fields in meant.items() if len(fields) > 1] == []


def test_columns_in_any_order_and_unknown_ones_are_read_and_said():
    turned = dict(reversed((ROW | {"Shoe size": "9"}).items()))
    found = imported(turned)
    assert names(found) == ["Evening group"]
    assert f"{spreadsheet.UNKNOWN}Shoe size." in notes(found)


@pytest.mark.parametrize("missing", ["Name of the service", "Organisation"])
def test_a_sheet_without_a_needed_column_is_refused(missing):
    row = {name: value for name, value in ROW.items() if name != missing}
    with pytest.raises(FeedProblem, match="has no column for the"):
        imported(row)


@pytest.mark.parametrize("missing", ["Name of the service", "Organisation"])
def test_a_row_without_a_needed_cell_is_refused_and_the_others_are_read(missing):
    found = imported(ROW | {missing: ""}, ROW | {"Reference": "H-2"})
    assert [bool(each.refusal) for each in records(found)] == [True, False]


def test_a_refused_row_is_quoted_so_that_somebody_finds_it():
    found = read(run_of("spreadsheet", b"Name,Organisation,Phone\n,Hill Hospice,01632 960 001\n"))
    assert f"{spreadsheet.ROW}Hill Hospice | 01632 960 001" in notes(found)


@pytest.mark.parametrize(
    "sheet",
    [
        "Name,Organisation,Opening hours\nGroup,Hill,when\x00ever \u202ewe like\n",
        "Name,Organisation,Shoe\x00 \u202esize\nGroup,Hill,9\n",
        "Name,Organisation\n\x00,Hi\x00ll \u202eHospice\n",
    ],
)
def test_what_a_note_quotes_has_no_unseen_signs(sheet):
    told = " ".join(notes(read(run_of("spreadsheet", sheet.encode()))))
    assert not set("\x00\u202e") & set(told)


def test_a_reference_that_stands_twice_is_refused():
    found = imported(ROW, ROW | {"Name of the service": "Other"})
    assert [each.refusal for each in records(found)] == ["", spreadsheet.TWICE]


def test_without_a_reference_the_names_make_the_key():
    first = one(Reference="")
    assert (
        first.their_key
        == one(Reference="").their_key
        != one(Reference="", Organisation="X").their_key
    )


def test_opening_hours_that_cannot_be_read_are_said():
    made = one(**{"Opening hours": "Tue 18:00-20:00; when we can"})
    assert f"{spreadsheet.HOURS}when we can" in made.notes
    assert len(made.data["schedules"]) == 1


def test_day_and_night_is_a_fact_of_its_own():
    assert one(**{"Opening hours": "24 hours"}).data["fd_open_24_hours"] is True


@pytest.mark.parametrize(
    ("cell", "expected"), [("yes", True), ("No", None), ("", None), ("x", True)]
)
def test_the_whole_country_is_a_yes(cell, expected):
    assert one(**{"Whole UK": cell}).data.get("fd_national") is expected


@pytest.mark.parametrize(
    ("cell", "kind", "words"),
    [
        ("means tested", "means_tested", None),
        ("Free", "free", None),
        ("£5 a week", None, "£5 a week"),
    ],
)
def test_cost_is_one_of_ours_or_words(cell, kind, words):
    data = one(Cost=cell).data
    assert data.get("fd_cost") == kind
    assert data.get("fees_description") == words


@pytest.mark.parametrize("separator", [",", ";", "\t"])
def test_a_sheet_saved_otherwise_is_read(separator):
    content = sheet({"Name": "Group", "Organisation": "Hill"}, separator=separator)
    assert names(read(run_of("spreadsheet", content))) == ["Group"]


def test_a_workbook_is_read_like_a_sheet():
    content = book(
        ["Name", "Organisation", "Youngest age", "Checked on", "Phone", "Whole UK", "Notice"],
        ["Group", "Hill", 18.0, datetime(2026, 10, 1), "01632 960001", True, time(9, 30)],
        [None, None, None, None, None, None, None],
        ["Other", "Hill", None, date(2026, 9, 1), None, False, None],
    )
    found = read(run_of("spreadsheet", content))
    assert names(found) == ["Group", "Other"]
    first = records(found)[0].data
    assert first["minimum_age"] == 18
    assert first["assured_date"] == "2026-10-01"
    assert first["fd_national"] is True


def test_a_formula_is_the_value_it_had_and_never_reckoned():
    content = book(["Name", "Organisation", "Notice"], ["Group", "Hill", '=HYPERLINK("http://x")'])
    assert "alert" not in records(read(run_of("spreadsheet", content)))[0].data


def with_part(content: bytes, name: str, text: bytes) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as before, zipfile.ZipFile(made, "w") as after:
        for entry in before.namelist():
            if entry != name:
                after.writestr(entry, before.read(entry))
        after.writestr(name, text, zipfile.ZIP_DEFLATED)
    return made.getvalue()


LAUGHS = b"""<?xml version="1.0"?><!DOCTYPE l [<!ENTITY a "ha">
<!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">
<!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;"><!ENTITY d "&c;&c;&c;&c;&c;&c;&c;&c;">]>
<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><si><t>&d;</t></si></sst>"""
READING = b"""<?xml version="1.0"?><!DOCTYPE w [<!ENTITY f SYSTEM "file:///etc/passwd">]>
<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>
<row r="1"><c r="A1" t="inlineStr"><is><t>&f;</t></is></c></row></sheetData></worksheet>"""


SHARED = (
    b'<Override PartName="/xl/sharedStrings.xml" ContentType="application/'
    b'vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml" /></Types>'
)


def test_a_trap_in_the_texts_that_cells_share_is_told_in_words():
    plain = book(["Name", "Organisation"], ["Group", "Hill"])
    with zipfile.ZipFile(io.BytesIO(plain)) as archive:
        types = archive.read("[Content_Types].xml").replace(b"</Types>", SHARED)
    mixed = with_part(plain, "[Content_Types].xml", types)
    content = with_part(mixed, "xl/sharedStrings.xml", LAUGHS)
    with pytest.raises(FeedProblem, match="workbook"):
        read(run_of("spreadsheet", content))


@pytest.mark.parametrize(
    ("part", "text"),
    [
        ("xl/worksheets/sheet1.xml", READING),
        ("xl/workbook.xml", LAUGHS),
        ("xl/worksheets/sheet1.xml", b"<broken"),
        ("xl/workbook.xml", b""),
        ("[Content_Types].xml", LAUGHS),
    ],
)
def test_traps_in_a_workbook_are_told_in_words(part, text):
    content = with_part(book(["Name", "Organisation"], ["Group", "Hill"]), part, text)
    with pytest.raises(FeedProblem, match=r"workbook|no column"):
        read(run_of("spreadsheet", content))


def test_a_workbook_beyond_memory_is_refused(monkeypatch):
    monkeypatch.setattr(workbook, "MOST_UNPACKED", 1000)
    with pytest.raises(FeedProblem, match="more than we read"):
        read(run_of("spreadsheet", book(["Name", "Organisation"], ["Group", "Hill"])))


def test_rows_of_blanks_for_ever_end(monkeypatch):
    monkeypatch.setattr(workbook, "_MOST_BLANK_ROWS", 5)
    rows = [["Name", "Organisation"], ["A", "Hill"], *[[None, " "]] * 10, ["B", "Hill"]]
    assert names(read(run_of("spreadsheet", book(*rows)))) == ["A"]


@pytest.mark.parametrize("content", [b"", b"\x00\x01\x02", b"PK\x03\x04rubbish", b"just text\n"])
def test_what_is_no_spreadsheet_is_told_in_words(content):
    with pytest.raises(FeedProblem):
        read(run_of("spreadsheet", content))


def test_reading_goes_on_after_the_cursor():
    rows = [ROW | {"Reference": f"R-{n}", "Name of the service": f"Group {n}"} for n in range(150)]
    whole = imported(*rows)
    rest = read(run_of("spreadsheet", sheet(*rows), cursor=whole[0].cursor))
    assert names(rest) == [f"Group {n}" for n in range(100, 150)]


def test_the_template_is_a_sheet_that_imports_nothing():
    content = template_csv()
    assert content.startswith(b"\xef\xbb\xbf")
    assert records(read(run_of("spreadsheet", content))) == []


def test_every_column_of_the_template_is_understood():
    text = template_csv().decode("utf-8-sig").replace("EXAMPLE", "H-1")
    found = read(run_of("spreadsheet", text.encode()))
    (made,) = records(found)
    assert made.refusal == ""
    assert not [note for note in made.notes if "left out" in note]
    headings = text.splitlines()[0].split(",")
    assert len(headings) >= len(columns.COLUMNS)


def test_a_cell_that_our_own_export_made_safe_is_read_as_it_was():
    assert one(Phone="'+44 1632 960001").data["phones"][0]["number"] == "01632 960 001"
    assert one(**{"Name of the service": "'=A group"}).data["name"] == "=A group"
