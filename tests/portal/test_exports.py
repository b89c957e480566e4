import csv
import io

import pytest
from django.urls import reverse
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import load_workbook
from wagtail.admin.views.mixins import SpreadsheetExportMixin

from portal.exports import guard_spreadsheets, safe_cell

FORMULAS = [
    "=1+1", "+1+1", "-1+1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", " =1", "=HYPERLINK(\"x\")",
    "\uff1d1+1", "-2+3+cmd|' /C calc'!A0",
]  # fmt: skip


@pytest.mark.parametrize("text", FORMULAS)
def test_text_that_would_be_reckoned_stands_behind_an_apostrophe(text):
    assert safe_cell(text) == f"'{text}"


@pytest.mark.parametrize(
    "value", ["Evening group", "a=b", "", "-5", "+3.25", 5, -5, None, True, "1-2"]
)
def test_all_else_stays_as_it_is(value):
    assert safe_cell(value) is value


@given(st.text(max_size=30))
def test_no_text_leaves_with_the_start_of_a_formula(text):
    made = safe_cell(text)
    assert text in made
    assert made == text or made.startswith("'")
    assert not made.startswith(("=", "@", "\t", "\r"))


def test_guarding_twice_changes_nothing():
    before = SpreadsheetExportMixin.preprocess_field_value
    guard_spreadsheets()
    assert SpreadsheetExportMixin.preprocess_field_value is before


@pytest.fixture
def evil(db):
    from services_directory.models import Location, Organization, Service, Taxonomy, TaxonomyTerm

    text = '=HYPERLINK("http://evil.example")'
    body = Organization.objects.create(name=text, description=text, phone="+44 1632 960 001")
    Service.objects.create(organization=body, name=text, summary=text, description=text)
    Location.objects.create(name=text)
    words = Taxonomy.objects.create(key="evil", name=text, description=text)
    TaxonomyTerm.objects.create(taxonomy=words, key="evil", name=text, description=text)
    return text


LISTS = ["service", "organization", "location", "taxonomy", "taxonomyterm"]


def answer(client, name: str, kind: str) -> bytes:
    url = reverse(f"wagtailsnippets_services_directory_{name}:list")
    return b"".join(client.get(url, {"export": kind}).streaming_content)


@pytest.mark.parametrize("name", LISTS)
def test_no_list_of_the_directory_leaves_with_a_formula(name, client, directory_editor, evil):
    client.force_login(directory_editor)
    rows = list(csv.reader(io.StringIO(answer(client, name, "csv").decode("utf-8-sig"))))
    cells = [cell for row in rows[1:] for cell in row]
    assert f"'{evil}" in cells
    assert not [cell for cell in cells if cell.startswith(("=", "+", "@"))]


@pytest.mark.parametrize("name", LISTS)
def test_no_workbook_of_the_directory_holds_a_formula(name, client, directory_editor, evil):
    client.force_login(directory_editor)
    sheet = load_workbook(io.BytesIO(answer(client, name, "xlsx"))).worksheets[0]
    cells = [cell for row in sheet.iter_rows(min_row=2) for cell in row]
    assert f"'{evil}" in [cell.value for cell in cells]
    assert {cell.data_type for cell in cells} <= {"s", "n", "b", "d", "inlineStr"}


REPORTS = ["content_overdue", "content_readability"]


@pytest.mark.parametrize("kind", ["csv", "xlsx"])
@pytest.mark.parametrize("name", REPORTS)
def test_no_report_of_the_pages_leaves_with_a_formula(name, kind, client, administrator):
    from wagtail.models import Page

    client.force_login(administrator)
    view = SpreadsheetExportMixin()
    view.list_export = ["title"]
    assert view.preprocess_field_value("title", "=1", kind) == "'=1"
    assert client.get(reverse(name), {"export": kind}).status_code == 200
    assert Page.objects.exists()
