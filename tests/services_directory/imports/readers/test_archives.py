"""Zip files that somebody made to hurt, opened by what they declare."""

import io
import struct
import tracemalloc
import zipfile

import pytest

from services_directory.imports.readers import archives
from services_directory.imports.readers.archives import opened
from services_directory.imports.records import FeedProblem
from tests.services_directory.imports.readers.small import zipped

_ENTRY = struct.pack("<4s4B4HL2L5H2L", b"PK\1\2", 20, 0, 20, *[0] * 15)


def with_listing(of: bytes, count: int, declared: int | None = None) -> io.BytesIO:
    """A zip file that is nothing but the list of what would be in it."""
    length = len(of) if declared is None else declared
    end = struct.pack("<4s4H2LH", b"PK\5\6", 0, 0, count & 0xFFFF, count & 0xFFFF, length, 0, 0)
    return io.BytesIO(of + end)


def test_a_usual_archive_is_opened():
    with opened(io.BytesIO(zipped({"a.csv": "x", "b.csv": "y"}))) as archive:
        assert archive.namelist() == ["a.csv", "b.csv"]
        assert archive.read("b.csv") == b"y"


def test_a_long_list_of_files_is_refused_before_it_is_read():
    bomb = with_listing(_ENTRY * 200_000, 200_000)
    tracemalloc.start()
    with pytest.raises(FeedProblem, match="too many files"):
        opened(bomb)
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert peak < 2 * 1024 * 1024


def test_a_list_that_says_it_is_short_is_read_no_further_than_it_says():
    lying = with_listing(_ENTRY * 200_000, 1, declared=46)
    with opened(lying) as archive:
        assert len(archive.infolist()) == 1


def test_more_files_than_a_feed_has_tables_are_refused():
    with pytest.raises(FeedProblem, match="too many files"):
        opened(io.BytesIO(zipped({f"{n}.csv": "" for n in range(archives.MOST_FILES + 1)})))


def test_what_unpacks_beyond_measure_is_refused_unread():
    with pytest.raises(FeedProblem, match="more than we read"):
        opened(io.BytesIO(zipped({"services.csv": b"0" * (archives._SMALL + 1)})))


def test_small_texts_may_pack_as_well_as_they_can():
    with opened(io.BytesIO(zipped({"services.csv": b"0" * 1_000_000}))) as archive:
        assert len(archive.read("services.csv")) == 1_000_000


def test_a_locked_archive_is_refused():
    entry = bytearray(_ENTRY)
    entry[8] = 1
    with pytest.raises(FeedProblem, match="password"):
        opened(with_listing(bytes(entry), 1))


@pytest.mark.parametrize("content", [b"", b"PK\3\4", b"PK\5\6" + b"\xff" * 18, b"text" * 100])
def test_what_is_no_archive_is_told_in_words(content):
    with pytest.raises(FeedProblem, match="zip file"):
        opened(io.BytesIO(content))


def test_a_part_that_is_longer_than_it_says_is_read_to_what_it_says():
    lying = bytearray(zipped({"a.csv": b"0" * 5_000}))
    at = lying.find(b"PK\1\2") + 24
    lying[at : at + 4] = struct.pack("<L", 100)
    with opened(io.BytesIO(bytes(lying))) as archive, archive.open("a.csv") as part:
        try:
            assert len(part.read()) <= 100
        except zipfile.BadZipFile as error:
            assert "CRC" in str(error)  # noqa: PT017


def test_a_large_archive_is_opened_when_it_unpacks_to_little_more_than_it_is(monkeypatch):
    monkeypatch.setattr(archives, "_SMALL", 1000)
    monkeypatch.setattr(archives, "MOST_RATIO", 20)
    varied = zipped({"a.csv": "".join(map(str, range(3000)))})
    with opened(io.BytesIO(varied)) as archive:
        assert archive.getinfo("a.csv").file_size > 1000
    with pytest.raises(FeedProblem, match="more than we read"):
        opened(io.BytesIO(zipped({"a.csv": "0" * 3000})))
