"""The feed of a fictional neighbouring council: one import applied, the next waiting to be.

The files have the flaws of real feeds: HTML, ages of -1, addresses that are none.
"""

from collections.abc import Callable
from pathlib import Path

from django.core.files import File

from portal.people.models import User
from services_directory.choices import FeedFormat
from services_directory.imports import runs
from services_directory.models import Feed, ImportRun

FOLDER = Path(__file__).parent
NAME = "Northfold District Council"
APPLIED, WAITING = "northfold-september.json", "northfold-november.json"


def load(say: Callable[[str], None]) -> None:
    """Make the feed with both imports; one that exists stays as it is."""
    if Feed.objects.filter(name=NAME).exists():
        return
    feed = Feed.objects.create(
        name=NAME,
        format=FeedFormat.ORUK_3,
        licence="Open Government Licence v3.0",
        licence_url="https://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/",
    )
    user = User.objects.filter(email="directory@wyvernvale.example").first()
    first = read(feed, APPLIED, user)
    runs.ask_to_apply(first, user, sure=True)
    runs.work_on(ImportRun.objects.get(pk=first.pk))
    read(feed, WAITING, user)
    say(f"Imports: {feed.services.count()} services of {NAME}, and an import that waits.")


def read(feed: Feed, name: str, user: User | None) -> ImportRun:
    """Read and compare a file of this folder."""
    with (FOLDER / name).open("rb") as file:
        run = runs.start(feed, user, File(file, name=name))  # type: ignore[arg-type]
    runs.work_on(run)
    return run
