"""Readers of feeds, one module a format. All yield batches of the same records."""

from collections.abc import Iterator
from typing import IO

from django.core.files import File

from services_directory.choices import FeedFormat
from services_directory.imports.readers.columns import template_csv
from services_directory.imports.records import Batch, FeedProblem, Json
from services_directory.models import Feed, ImportRun

__all__ = ["MOST_FILE_BYTES", "batches", "template_csv"]
MOST_FILE_BYTES = 2 * 1024**3
_PAGED = (FeedFormat.ORUK_3, FeedFormat.ORUK_1)


def batches(feed: Feed, run: ImportRun) -> Iterator[Batch]:
    """Read the run's file, or the feed's address, from where `run.cursor` says; {} is the start.

    A file on the web is fetched once and kept with the run. Raises FeedProblem when the feed can't
    be read, or not further.
    """
    cursor: Json = dict(run.cursor or {})
    if feed.url and not run.file and feed.format not in _PAGED:
        _fetch(feed, run)
    if run.file:
        if run.file.size > MOST_FILE_BYTES:
            raise FeedProblem("The file is larger than we read.")
        with run.file.open("rb") as file:
            yield from _from_file(feed.format, file, cursor)
    elif feed.url:
        yield from _from_web(feed, cursor)
    else:
        raise FeedProblem("There is neither a file nor an address to read.")


def _from_file(kind: str, file: IO[bytes], cursor: Json) -> Iterator[Batch]:
    # late: each format brings its own libraries
    from services_directory.imports.readers import (
        hsds_csv,
        items,
        json_file,
        spreadsheet,
        version_1,
    )

    if kind == FeedFormat.HSDS_CSV:
        return hsds_csv.batches_from_tables(file, cursor)
    if kind == FeedFormat.SPREADSHEET:
        return spreadsheet.batches_from_sheet(file, cursor)
    convert = version_1.service_1 if kind == FeedFormat.ORUK_1 else items.service
    return json_file.batches_from_json(file, cursor, convert)


def _from_web(feed: Feed, cursor: Json) -> Iterator[Batch]:
    from services_directory.imports.readers import web

    steps = web.VERSION_1 if feed.format == FeedFormat.ORUK_1 else web.VERSION_3
    return web.batches_from_web(feed.url, cursor, steps)


def _fetch(feed: Feed, run: ImportRun) -> None:
    """Keep a copy, so that reading can go on in the same file. It is saved with the cursor."""
    from services_directory.imports.fetch import Server

    with Server().file(feed.url) as found:
        run.file.save(f"{run.pk}", File(found), save=False)
