"""Zip files from others: opened only when what is inside can be read in bounded space."""

import zipfile
from typing import IO

from services_directory.imports.records import FeedProblem

MEGABYTE = 1024 * 1024
MOST_FILES = 500
MOST_BYTES = 2048 * MEGABYTE
MOST_RATIO = 200
MOST_LISTING = MEGABYTE  # the list of what is inside
_SMALL = 20 * MEGABYTE  # under this no ratio can hurt


def opened(file: IO[bytes]) -> zipfile.ZipFile:
    """Return the archive; raise FeedProblem for a bomb, a locked one, or what is no zip at all.

    The sizes that an archive declares can be trusted that far: reading stops at them.
    """
    try:
        if _bytes_of_listing(file) > MOST_LISTING:
            raise FeedProblem("The zip file holds too many files.")
        archive = zipfile.ZipFile(file)
    except (zipfile.BadZipFile, OSError, ValueError) as error:
        raise FeedProblem("The file is no zip file that can be read.") from error
    inside = archive.infolist()
    if len(inside) > MOST_FILES:
        raise FeedProblem("The zip file holds too many files.")
    if any(each.flag_bits & 0x1 for each in inside):
        raise FeedProblem("The zip file is locked with a password.")
    unpacked = sum(each.file_size for each in inside)
    packed = sum(each.compress_size for each in inside) or 1
    if unpacked > MOST_BYTES or (unpacked > _SMALL and unpacked / packed > MOST_RATIO):
        raise FeedProblem("The zip file holds more than we read.")
    return archive


def _bytes_of_listing(file: IO[bytes]) -> int:
    """Return how long the list of files is: `zipfile` holds all of it before anyone can count."""
    end = zipfile._EndRecData(file)  # type: ignore[attr-defined]
    return int(end[zipfile._ECD_SIZE]) if end else 0  # type: ignore[attr-defined]
