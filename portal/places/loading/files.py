"""Where the rows are: one CSV file, a folder of them, or the .zip as it was handed out."""

import lzma
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import IO
from zipfile import BadZipFile, ZipFile, ZipInfo, is_zipfile

# The largest of these products, OS Open Names, is 819 files and 1.7 GB; ONSPD comes twice in one.
MOST_ENTRIES = 5_000
MOST_BYTES = 12 * 2**30
MOST_RATIO = 100
# What is small compresses further and does no harm.
SMALL = 2**20
_ENCRYPTED = 1
# What a file that is cut off, spoiled or packed in an unknown way raises while it is read.
_BROKEN = (
    BadZipFile, EOFError, NotImplementedError, OSError, RuntimeError, lzma.LZMAError, zlib.error,
)  # fmt: skip


class Unreadable(Exception):
    """A file that cannot be used at all; the words say which and why."""


@dataclass(frozen=True)
class Source:
    """One CSV file, alone or in an archive."""

    name: str
    path: Path
    archive: ZipFile | None = None

    @property
    def again(self) -> bool:
        """Say whether it repeats another: ONS adds the whole in parts, in `multi_csv`."""
        return "multi_csv" in self.name.lower()

    @contextmanager
    def open(self) -> Iterator[IO[bytes]]:
        """Open it; raise Unreadable when it proves broken at any point."""
        try:
            with self.archive.open(self.name) if self.archive else self.path.open("rb") as stream:
                yield stream
        except _BROKEN as error:
            raise Unreadable(f"{self.name} cannot be read: {error}.") from error


@contextmanager
def sources(path: Path) -> Iterator[list[Source]]:
    """Give the CSV files of a file, folder or archive, whole ones first; raise Unreadable."""
    if path.is_dir():
        files = [each for each in path.rglob("*") if _is_csv(each.name) and each.is_file()]
        yield _in_order([Source(str(each.relative_to(path)), each) for each in files], path)
    elif path.is_file() and is_zipfile(path):
        with _archive(path) as archive:
            names = [each.filename for each in _checked(archive, path)]
            yield _in_order([Source(name, path, archive) for name in names], path)
    elif path.is_file():
        yield [Source(path.name, path)]
    else:
        raise Unreadable(f"There is no file {path}.")


def _archive(path: Path) -> ZipFile:
    try:
        return ZipFile(path)
    except (BadZipFile, OSError, ValueError, NotImplementedError) as error:
        raise Unreadable(f"{path.name} cannot be opened: {error}.") from error


def _checked(archive: ZipFile, path: Path) -> list[ZipInfo]:
    """Return the CSV members. Sizes are those declared; zipfile reads no byte beyond them."""
    entries = archive.infolist()
    members = [each for each in entries if _is_csv(each.filename)]
    if len(entries) > MOST_ENTRIES:
        raise Unreadable(f"{path.name} holds more than {MOST_ENTRIES:,} files.")
    if sum(each.file_size for each in members) > MOST_BYTES:
        raise Unreadable(f"{path.name} would unpack to more than {MOST_BYTES // 2**30} GB.")
    for each in members:
        if each.flag_bits & _ENCRYPTED:
            raise Unreadable(f"{path.name}: {each.filename} is locked with a password.")
        if each.file_size > max(SMALL, MOST_RATIO * each.compress_size):
            raise Unreadable(f"{path.name}: {each.filename} unpacks to far too much.")
    return members


def _is_csv(name: str) -> bool:
    return name.lower().endswith(".csv") and "__MACOSX" not in name


def _in_order(found: list[Source], path: Path) -> list[Source]:
    if not found:
        raise Unreadable(f"{path.name} holds no CSV file.")
    return sorted(found, key=lambda source: (source.again, source.name))
