"""Whatever a feed holds, an import ends in a report, or in words of why it can't be read."""

import csv
import io
import json
import os
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection, transaction
from django.test import Client
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from openpyxl import Workbook
from openpyxl.utils.exceptions import IllegalCharacterError

from services_directory.imports import presenters, runs
from services_directory.imports.applying import apply
from services_directory.imports.comparison import compare
from services_directory.imports.readers.columns import COLUMNS
from services_directory.imports.staging import read_feed
from services_directory.models import Feed, ImportRun, Service
from tests.services_directory.imports.odd import TABLES, old, spoilt, whole
from tests.services_directory.imports.readers.small import zipped

pytestmark = pytest.mark.django_db
EXAMPLES = int(os.environ.get("HOSTILE_EXAMPLES", "8"))  # each is two or three whole imports
hostile = settings(
    max_examples=EXAMPLES, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
TEXT = st.one_of(
    st.text(max_size=20),
    st.sampled_from(
        ["\x00", "=1+1", "-1", "n/a", "²", "<b>x", "x" * 5000, "25:61", "2026-02-30", '"', "\r"]
    ),
)
SHEET = [
    [column.heading for column in COLUMNS],
    [column.example if column.field != "id" else "1" for column in COLUMNS],
    [column.example if column.field != "id" else "2" for column in COLUMNS],
]


def in_csv(rows: Any) -> bytes:
    made = io.StringIO()
    writer = csv.writer(made)
    for row in rows if isinstance(rows, list) else [rows]:
        writer.writerow(row if isinstance(row, list) else [row])
    return made.getvalue().encode("utf-8", "surrogatepass")


def in_workbook(rows: Any) -> bytes:
    book = Workbook()
    for row in rows if isinstance(rows, list) else []:
        try:
            book.active.append([str(cell) for cell in row])
        except IllegalCharacterError:
            book.active.append(["Hidden signs"])
    made = io.BytesIO()
    book.save(made)
    return made.getvalue()


def imported(kind: str, content: bytes) -> ImportRun:
    """Read, compare and apply, each as the worker does, but for what it catches."""
    feed, _ = Feed.objects.get_or_create(name="Hostile", defaults={"format": kind})
    run = read_feed(runs.start(feed, None, SimpleUploadedFile("feed", content)))
    if run.read_at:
        compare(run)
        apply(run)
        run.refresh_from_db()
    return run


def check(kind: str, *contents: bytes) -> None:
    """Import one after the other into an empty directory; nothing may be left out of words."""
    with transaction.atomic():
        for content in contents:
            run = imported(kind, content)
            assert run.applied_at or run.problem
            assert all(presenters.report_lines(run))
            assert list(presenters.csv_lines(run.rows.exclude(verdict="").iterator()))
            _storable(run)
        connection.check_constraints()
        _shown()
        transaction.set_rollback(True)


def _storable(run: ImportRun) -> None:
    """PostgreSQL stores neither NUL nor halves of characters."""
    told: list[Any] = [run.notes, run.problem]
    for row in run.rows.all():
        told += [row.data, row.differences, row.reason, row.name, row.their_key]
    text = json.dumps(told, ensure_ascii=False)
    assert "\\u0000" not in text
    text.encode()


def _shown() -> None:
    answer = Client().get("/open-data/v3/services", {"full": "true"})
    assert answer.status_code == 200
    assert answer.json()["total_items"] <= Service.objects.count()


@hostile
@given(spoilt([whole(1), whole(2)]))
def test_a_spoilt_feed_of_version_3_is_imported_or_refused_in_words(feed):
    decent = "\n".join(json.dumps(whole(number)) for number in (1, 2)).encode()
    lines = "\n".join(map(json.dumps, feed)).encode()
    check("oruk3", lines, decent, json.dumps({"contents": feed}).encode())


@hostile
@given(spoilt([old(1), old(2)]))
def test_a_spoilt_feed_of_version_1_is_imported_or_refused_in_words(feed):
    decent = json.dumps([old(1), old(2)]).encode()
    check("oruk1", decent, "\n".join(map(json.dumps, feed)).encode())


@hostile
@given(spoilt(TABLES, TEXT))
def test_spoilt_tables_are_imported_or_refused_in_words(tables):
    check("hsds_csv", zipped(TABLES_AS_BYTES), zipped({n: in_csv(t) for n, t in tables.items()}))


@hostile
@given(spoilt(SHEET, TEXT), st.sampled_from([in_csv, in_workbook]))
def test_a_spoilt_spreadsheet_is_imported_or_refused_in_words(rows, writer):
    check("spreadsheet", in_csv(SHEET), writer(rows))


TABLES_AS_BYTES = {name: in_csv(rows) for name, rows in TABLES.items()}


@hostile
@given(st.sampled_from(["json", "csv", "zip", "xlsx"]), st.data())
def test_bytes_changed_anywhere_are_read_or_refused_in_words(kind, data):
    content = bytearray({
        "json": json.dumps([whole(1)]).encode(),
        "csv": in_csv(SHEET),
        "zip": zipped(TABLES_AS_BYTES),
        "xlsx": in_workbook(SHEET),
    }[kind])  # fmt: skip
    for _ in range(data.draw(st.integers(1, 8))):
        content[data.draw(st.integers(0, len(content) - 1))] = data.draw(st.integers(0, 255))
    content = content[: data.draw(st.integers(1, len(content)))]
    check({"json": "oruk3", "zip": "hsds_csv"}.get(kind, "spreadsheet"), bytes(content))
