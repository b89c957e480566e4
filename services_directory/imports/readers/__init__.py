"""Readers of feeds, one module a format. All yield batches of the same records."""

from collections.abc import Iterator

from services_directory.imports.records import Batch
from services_directory.models import Feed, ImportRun


def batches(feed: Feed, run: ImportRun) -> Iterator[Batch]:
    """Read the run's file, or the feed's address, from where `run.cursor` says; {} is the start.

    Raises FeedProblem when the feed can't be read, or not further.
    """
    raise NotImplementedError
