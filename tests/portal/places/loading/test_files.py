import struct
from pathlib import Path
from zipfile import ZIP_BZIP2, ZipFile

import pytest

from portal.places.loading import files
from portal.places.loading.files import Unreadable, sources
from tests.portal.places.loading import build


def names(path: Path) -> list[str]:
    with sources(path) as found:
        return [source.name for source in found]


def contents(path: Path) -> list[bytes]:
    with sources(path) as found:
        read = []
        for source in found:
            with source.open() as stream:
                read.append(stream.read())
        return read


def test_one_file_is_one_source_whatever_its_name(tmp_path):
    assert contents(build.save(tmp_path / "ONSPD.txt", "a,b\n")) == [b"a,b\n"]


def test_of_a_folder_its_csv_files_are_read_however_deep(tmp_path):
    build.save(tmp_path / "Data" / "CSV" / "so.csv", "so")
    build.save(tmp_path / "Data" / "CSV" / "ab.CSV", "ab")
    build.save(tmp_path / "Doc" / "licence.txt", "no")
    build.save(tmp_path / "__MACOSX.csv", "no")
    assert contents(tmp_path) == [b"ab", b"so"]


def test_of_an_archive_its_csv_files_are_read_whole_ones_first(tmp_path):
    path = build.packed(
        tmp_path / "onspd.zip",
        {
            "Data/multi_csv/ONSPD_AB.csv": "part",
            "Data/ONSPD_UK.csv": "whole",
            "Documents/guide.pdf": b"%PDF",
            "../../evil.csv": "never written to disk",
            "Data/": b"",
        },
    )
    assert names(path) == ["../../evil.csv", "Data/ONSPD_UK.csv", "Data/multi_csv/ONSPD_AB.csv"]
    assert not list(tmp_path.rglob("evil.csv"))


@pytest.mark.parametrize("members", [{}, {"readme.txt": "a"}, {"inner.zip": b"PK"}])
def test_an_archive_without_a_csv_file_says_so(tmp_path, members):
    with pytest.raises(Unreadable, match=r"a\.zip holds no CSV file"):
        names(build.packed(tmp_path / "a.zip", members))


def test_an_empty_folder_and_a_missing_file_say_so(tmp_path):
    with pytest.raises(Unreadable, match="holds no CSV file"):
        names(tmp_path)
    with pytest.raises(Unreadable, match="There is no file"):
        names(tmp_path / "gone.csv")


def test_an_archive_that_unpacks_to_far_too_much_is_not_opened(tmp_path):
    path = build.packed(tmp_path / "bomb.zip", {"a.csv": b"0" * 5_000_000})
    with pytest.raises(Unreadable, match=r"a\.csv unpacks to far too much"):
        names(path)


def test_a_bomb_of_another_compression_is_not_opened_either(tmp_path):
    with ZipFile(tmp_path / "bomb.zip", "w", ZIP_BZIP2) as archive:
        archive.writestr("a.csv", b"0" * 5_000_000)
    with pytest.raises(Unreadable, match="far too much"):
        names(tmp_path / "bomb.zip")


def test_too_many_files_and_too_many_bytes_are_refused(tmp_path, monkeypatch):
    path = build.packed(tmp_path / "many.zip", {f"{n}.csv": "abc" for n in range(3)})
    monkeypatch.setattr(files, "MOST_BYTES", 8)
    with pytest.raises(Unreadable, match="would unpack to more than"):
        names(path)
    monkeypatch.setattr(files, "MOST_ENTRIES", 2)
    with pytest.raises(Unreadable, match="more than 2 files"):
        names(path)


def spoiled(path: Path, at: bytes, offset: int, value: bytes) -> Path:
    """Overwrite bytes at an offset from every place where `at` stands."""
    data, place = bytearray(path.read_bytes()), -1
    while (place := data.find(at, place + 1)) >= 0:
        data[place + offset : place + offset + len(value)] = value
    path.write_bytes(data)
    return path


def test_a_size_that_lies_gives_no_more_bytes_than_it_says(tmp_path):
    path = build.packed(tmp_path / "a.zip", {"a.csv": b"0" * 5_000_000})
    spoiled(path, b"PK\x01\x02", 24, struct.pack("<L", 1000))
    with pytest.raises(Unreadable, match=r"a\.csv cannot be read"):
        contents(path)


def test_a_locked_archive_says_so(tmp_path):
    path = build.packed(tmp_path / "a.zip", {"a.csv": "abc"})
    with pytest.raises(Unreadable, match="locked with a password"):
        names(spoiled(path, b"PK\x01\x02", 8, b"\x01"))


def test_a_spoiled_archive_says_so(tmp_path):
    path = build.packed(tmp_path / "a.zip", {"a.csv": "abcdefgh" * 500})
    data = bytearray(path.read_bytes())
    data[40:45] = b"\xff" * 5
    path.write_bytes(data)
    with pytest.raises(Unreadable, match="cannot be read"):
        contents(path)


def test_an_archive_cut_in_half_is_no_archive_and_holds_no_postcodes(tmp_path):
    path = build.packed(tmp_path / "a.zip", {"a.csv": "abcdefgh" * 500})
    path.write_bytes(path.read_bytes()[:60])
    assert len(contents(path)) == 1
