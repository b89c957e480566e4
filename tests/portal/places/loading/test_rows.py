import io
import tracemalloc

import pytest
from hypothesis import given
from hypothesis import strategies as st

from portal.places.loading.rows import LONGEST_LINE, rows


def read(data: bytes, **options) -> list:
    return list(rows(io.BytesIO(data), **options))


@pytest.mark.parametrize("end", [b"\n", b"\r\n"])
def test_cells_are_read_quoted_or_not_and_blank_lines_are_passed_over(end):
    data = end.join([b"a,b", b"", b"   ", b'"c, d","e ""f"""', b""])
    assert read(data) == [["a", "b"], ["c, d", 'e "f"']]


def test_the_mark_of_excel_at_the_beginning_is_dropped():
    assert read(b"\xef\xbb\xbfpcds,lat\n") == [["pcds", "lat"]]
    assert read(b'\xef\xbb\xbf"pcds",lat\n') == [["pcds", "lat"]]


def test_a_line_in_the_encoding_of_windows_is_read_too():
    assert read("Ynys Môn,1\n".encode("cp1252")) == [["Ynys Môn", "1"]]


def test_an_open_quote_spoils_its_own_line_alone():
    assert read(b'"a,b\nc,d\n')[1:] == [["c", "d"]]


def test_a_line_that_is_no_csv_has_no_cells():
    assert read(b'"a"\rb"c,\n') == [[]]


@pytest.mark.parametrize("length", [LONGEST_LINE, 3 * LONGEST_LINE, 3 * LONGEST_LINE + 7])
def test_a_line_too_long_is_none_and_the_next_is_read(length):
    assert read(b"x" * length + b"\nc,d\n") == [None, ["c", "d"]]


def test_the_longest_line_there_may_be_is_read():
    line = b"x" * (LONGEST_LINE - 1)
    assert read(line + b"\n") == [[line.decode()]]


def test_a_line_without_an_end_takes_no_memory_for_its_length():
    stream = io.BytesIO(b"x" * 10_000_000)
    tracemalloc.start()
    try:
        assert list(rows(stream)) == [None]
        assert tracemalloc.get_traced_memory()[1] < 1_000_000
    finally:
        tracemalloc.stop()


def test_lines_without_the_bytes_that_are_asked_for_are_passed_over():
    assert read(b"a,place\nb,road\n", holding=b"place") == [["a", "place"]]


@given(st.binary(max_size=2000))
def test_any_bytes_are_read(data):
    assert all(row is None or isinstance(row, list) for row in rows(io.BytesIO(data)))
