"""What the guide says of the spreadsheet is what the reader does."""

from pathlib import Path

import pytest

from services_directory.imports.readers.columns import COLUMNS
from services_directory.imports.readers.opening_hours import read_hours

GUIDE = (Path(__file__).parents[4] / "docs" / "spreadsheet.md").read_text()
HOURS = GUIDE.partition("## Opening hours")[2].partition("## Columns")[0]
WRITTEN = [
    piece for row in HOURS.splitlines() if row.startswith("| `") for piece in row.split("`")[1::2]
]


@pytest.mark.parametrize("column", COLUMNS, ids=lambda column: column.field)
def test_every_column_is_in_the_guide(column):
    assert f"| {column.heading} |" in GUIDE


@pytest.mark.parametrize("text", WRITTEN)
def test_every_way_to_write_hours_in_the_guide_is_read(text):
    assert read_hours(text).unread == []


def test_the_guide_shows_some_hours():
    assert len(WRITTEN) >= 8
