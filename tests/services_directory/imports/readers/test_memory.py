"""A feed may be large; what we hold of it may not."""

import json
import tracemalloc
from collections.abc import Iterator
from pathlib import Path
from typing import IO

import pytest

from services_directory.imports.readers import hsds_csv, json_file, json_stream, spreadsheet
from services_directory.imports.readers.items import service as convert
from services_directory.imports.records import Batch
from tests.services_directory.imports.readers.small import service, zipped

MEGABYTE = 1024 * 1024
SMALL, LARGE = 150, 600


def peak(found: Iterator[Batch]) -> tuple[int, int]:
    """Return how many services were read, and the most bytes held meanwhile."""
    tracemalloc.start()
    count = sum(each.kind == "service" for batch in found for each in batch.records)
    _, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    return count, most


def written(path: Path, rows: int, start: str, end: str, between: str) -> Path:
    with path.open("w") as file:
        file.write(start)
        for number in range(rows):
            whole = service(number, description=f"Number {number}. " + "We meet and talk. " * 150)
            file.write((between if number else "") + json.dumps(whole))
        file.write(end)
    return path


SHAPES = {"list": ("[", "]", ","), "page": ('{"contents":[', "]}", ","), "lines": ("", "\n", "\n")}


def of_json(path: Path) -> Iterator[Batch]:
    with path.open("rb") as file:
        yield from json_file.batches_from_json(file, {}, convert)


@pytest.mark.parametrize("shape", SHAPES)
def test_four_times_the_services_take_no_more_memory(shape, tmp_path, monkeypatch):
    monkeypatch.setattr(json_stream, "LONGEST_ITEM", 200_000)
    start, end, between = SHAPES[shape]
    few = written(tmp_path / "few", SMALL, start, end, between)
    many = written(tmp_path / "many", LARGE, start, end, between)
    assert many.stat().st_size > 1.5 * MEGABYTE
    small, large = peak(of_json(few)), peak(of_json(many))
    assert (small[0], large[0]) == (SMALL, LARGE)
    assert large[1] < small[1] * 1.3 + MEGABYTE / 4


def tables(rows: int) -> bytes:
    words = "We meet and talk. " * 50
    head = "id,organization_id,name,description\n"
    return zipped(
        {
            "organizations.csv": "id,name\no1,Hill Hospice\n",
            "services.csv": head + "".join(f"s{n},o1,Group {n},{n} {words}\n" for n in range(rows)),
            "phones.csv": "id,service_id,number\n"
            + "".join(f"p{n},s{n},01632 96000{n % 10}\n" for n in range(rows)),
        }
    )


def of_tables(path: Path) -> Iterator[Batch]:
    with path.open("rb") as file:
        yield from hsds_csv.batches_from_tables(file, {})


def test_tables_are_joined_on_the_disk(tmp_path):
    found = []
    for rows in (SMALL, LARGE):
        path = tmp_path / str(rows)
        path.write_bytes(tables(rows))
        found.append(peak(of_tables(path)))
    assert [count for count, _ in found] == [SMALL, LARGE]
    assert found[1][1] < found[0][1] * 1.3 + MEGABYTE / 4


def test_rows_of_a_spreadsheet_are_read_one_by_one(tmp_path):
    found = []
    for rows in (SMALL, LARGE):
        path = tmp_path / str(rows)
        words = "We meet and talk. " * 50
        lines = (f"R{n},Group {n},Hill Hospice,{n} {words}\n" for n in range(rows))
        path.write_text("Reference,Name,Organisation,Description\n" + "".join(lines))
        with path.open("rb") as file:
            found.append(peak(_of_sheet(file)))
    assert [count for count, _ in found] == [SMALL, LARGE]
    assert found[1][1] < found[0][1] * 1.3 + MEGABYTE / 4


def _of_sheet(file: IO[bytes]) -> Iterator[Batch]:
    return spreadsheet.batches_from_sheet(file, {})
