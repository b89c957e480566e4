"""The list on paper: a cover, a block for each service, helplines at the end."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.urls import reverse
from django.utils.safestring import SafeString

from portal.contacts.models import ContactPoint
from portal.contacts.queries import day_and_night
from services_directory.finder.shortlist.presenters import Absolute, notes
from services_directory.finder.shortlist.qr import svg_of
from services_directory.finder.shortlist.shortlist import Shortlist
from services_directory.models import Service
from services_directory.presenters.entry import Entry, entry
from services_directory.presenters.rows import ServiceRow, row
from services_directory.presenters.times import day

LARGE = "large"


@dataclass(frozen=True)
class Pack:
    """What is printed. `contact`: whom to ring at any hour.

    `title` and `note` are a professional's words, for paper alone.
    """

    entries: list[Entry]
    contact: ContactPoint | None
    helplines: list[ServiceRow]
    notes: list[str]
    printed: str
    link: str
    qr: SafeString
    list_url: str
    other_size_url: str
    is_large: bool
    title: str = ""
    note: str = ""

    @property
    def heading(self) -> str:
        return self.title or "Services for you"


def pack(
    shortlist: Shortlist,
    services: Sequence[Service],
    helplines: Sequence[Service],
    at: datetime,
    absolute: Absolute,
    *,
    is_large: bool = False,
    title: str = "",
    note: str = "",
) -> Pack:
    """Return the pack at the local time `at`. Link and code hold keys alone."""
    kept = Shortlist(tuple(service.pk for service in services))
    list_url = reverse("shortlist") + kept.query
    other = "" if is_large or not kept.keys else f"&size={LARGE}"
    link = absolute(list_url)
    return Pack(
        entries=[entry(service, at) for service in services],
        contact=day_and_night(),
        helplines=[row(service, at) for service in helplines],
        notes=notes(shortlist, len(services)),
        printed=day(at.date()),
        link=link,
        qr=svg_of(link, "The address of this list as a QR code"),
        list_url=list_url,
        other_size_url=(reverse("pack") + kept.query + other),
        is_large=is_large,
        title=title,
        note=note,
    )
