import json
import tracemalloc
from typing import Any

import pytest

from services_directory.imports import readers
from services_directory.imports.readers import items, json_stream, texts
from services_directory.imports.records import FeedProblem
from tests.services_directory.imports.readers.small import (
    names,
    notes,
    read,
    records,
    run_of,
    service,
)


def three() -> list[dict[str, Any]]:
    return [service(number) for number in (1, 2, 3)]


def in_lines(rows: list[Any]) -> bytes:
    return "\n".join(json.dumps(row) for row in rows).encode()


SHAPES = {
    "a list": json.dumps(three()).encode(),
    "a spread list": json.dumps(three(), indent=4).encode(),
    "a page": json.dumps({"total_items": 3, "contents": three()}).encode(),
    "a spread page": json.dumps({"total_items": 3, "contents": three()}, indent=2).encode(),
    "a page of version 1": json.dumps({"totalElements": 3, "content": three()}).encode(),
    "lines": in_lines(three()),
    "lines with blanks": b"\n\n" + in_lines(three()).replace(b"\n", b"\r\n\n") + b"\n",
    "marked": b"\xef\xbb\xbf" + json.dumps(three()).encode(),
    "in UTF-16": json.dumps(three()).encode("utf-16"),
    "after blanks": b" \n\t" + json.dumps(three()).encode(),
}


@pytest.mark.parametrize("shape", SHAPES)
def test_services_are_found_in_every_usual_shape(shape):
    found = read(run_of("oruk3", SHAPES[shape]))
    assert names(found) == ["Group 1", "Group 2", "Group 3"]
    assert found[-1].cursor == {"position": 3}


@pytest.mark.parametrize("indent", [None, 2])
def test_a_file_may_hold_one_service(indent):
    found = read(run_of("oruk3", json.dumps(service(7), indent=indent).encode()))
    assert names(found) == ["Group 7"]


@pytest.mark.parametrize(
    "empty", [b"[]", b'{"contents": []}', b'{"total_items": 0, "contents": []}']
)
def test_an_empty_list_is_one_batch_of_nothing(empty):
    (batch,) = read(run_of("oruk3", empty))
    assert batch.records == []


@pytest.mark.parametrize(
    "content",
    [
        b"", b"   ", b"hello", b"<html></html>", b"[{]", b'{"contents": [', b"[1e", b"5", b"null",
        b'[{"id": NaN}]', b"{" * 100_000, b'{"a": ' * 5000, b"\x00\x00\x00\x00", b'{"a": 1',
    ],
)  # fmt: skip
def test_a_file_that_is_no_json_is_said(content):
    with pytest.raises(FeedProblem, match=r"no JSON|too deep"):
        read(run_of("oruk3", content))


def test_a_file_that_breaks_in_the_middle_gives_what_came_before():
    text = json.dumps([service(number) for number in range(150)])[:-40].encode()
    run = run_of("oruk3", text)
    found = readers.batches(run.feed, run)
    assert names([next(found)]) == [f"Group {number}" for number in range(100)]
    with pytest.raises(FeedProblem):
        next(found)


def test_text_in_the_old_encoding_of_windows_is_read_and_it_is_said():
    text = json.dumps([service(name="Café – group")], ensure_ascii=False).encode("cp1252")
    found = read(run_of("oruk3", text))
    assert names(found) == ["Café – group"]
    assert texts.NOT_UTF8 in notes(found)


@pytest.mark.parametrize("odd", [5, "text", None, [1], True])
def test_what_is_no_object_is_refused_and_the_others_are_read(odd):
    found = read(run_of("oruk3", json.dumps([service(1), odd, service(2)]).encode()))
    assert [each.refusal for each in records(found)] == ["", items.NO_OBJECT, ""]


def test_an_object_nested_too_deep_is_refused_and_the_others_are_read():
    deep: Any = "x"
    for _ in range(texts.DEEPEST + 5):
        deep = {"inner": deep}
    found = read(
        run_of("oruk3", json.dumps([service(1), {"id": "d", "a": deep}, service(2)]).encode())
    )
    assert [each.refusal for each in records(found)] == ["", items.TOO_DEEP, ""]


@pytest.mark.parametrize("depth", [5_000, 200_000])
@pytest.mark.parametrize("frame", [b"[%s]", b'[{"a": %s}]', b'{"a": %s, "services": []}'])
def test_brackets_without_end_take_no_memory(depth, frame):
    content = frame % (b"[" * depth + b"]" * depth)
    tracemalloc.start()
    with pytest.raises(FeedProblem, match="too deep"):
        read(run_of("oruk3", content))
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert peak < 50 * 1024 * 1024


def test_a_line_that_is_no_json_is_named():
    content = in_lines([service(1), service(2)]) + b"\n{broken"
    with pytest.raises(FeedProblem, match="Line 3 of the file"):
        read(run_of("oruk3", content))


@pytest.mark.parametrize("number", [b"1e400", b"9" * 5000])
def test_numbers_beyond_all_measure_are_told_in_words_or_left_out(number):
    one = b'{"id": "a", "name": "A", "minimum_age": ' + number + b"}"
    for content in (b"[" + one + b"]", one + b"\n" + one):
        try:
            assert "minimum_age" not in records(read(run_of("oruk3", content)))[0].data
        except FeedProblem as problem:
            assert "no JSON" in str(problem)  # noqa: PT017


def test_reading_goes_on_after_the_cursor():
    text = in_lines([service(number) for number in range(250)])
    first = read(run_of("oruk3", text))
    assert [batch.cursor["position"] for batch in first] == [100, 200, 250]
    rest = read(run_of("oruk3", text, cursor=first[0].cursor))
    assert names(rest) == names(first)[100:]
    assert read(run_of("oruk3", text, cursor=first[-1].cursor)) == []


def test_one_service_as_large_as_a_file_is_refused(monkeypatch):
    monkeypatch.setattr(json_stream, "LONGEST_ITEM", 200_000)
    big = json.dumps([service(1), service(2, description="x" * 1_000_000)])
    with pytest.raises(FeedProblem, match="larger than we read"):
        read(run_of("oruk3", big.encode()))


def test_a_line_as_large_as_a_file_is_refused(monkeypatch):
    monkeypatch.setattr(json_stream, "LONGEST_ITEM", 20_000)
    big = in_lines([service(1), service(2), service(3, description="x" * 100_000)])
    with pytest.raises(FeedProblem, match="larger than we read"):
        read(run_of("oruk3", big))


def test_a_service_beyond_the_usual_fields_loses_nothing_silently():
    found = read(run_of("oruk3", json.dumps([service(accreditations="ISO 9001")]).encode()))
    assert any("accreditations" in note for note in notes(found))


def test_an_import_without_file_or_address_is_said():
    with pytest.raises(FeedProblem, match="neither a file nor an address"):
        read(run_of("oruk3"))


def test_a_file_that_is_too_large_is_not_opened(monkeypatch):
    monkeypatch.setattr(readers, "MOST_FILE_BYTES", 1)
    with pytest.raises(FeedProblem, match="larger than we read"):
        read(run_of("oruk3", b"[]"))
