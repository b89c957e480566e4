"""Count the directory before the first visitor asks."""

from django.utils import timezone

from services_directory.finder.facets import all_filters
from services_directory.finder.request import Ask
from services_directory.finder.results import find


def warm() -> None:
    """Do what the finder's first page does; the board keeps it for this process."""
    at = timezone.localtime()
    find(Ask(), all_filters(at), at)
