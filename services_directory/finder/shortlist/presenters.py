"""The list in words: its rows with what can be done with each, and what is no longer there."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.urls import reverse
from django.utils.safestring import SafeString

from services_directory.finder.shortlist.mail import Mentioned, mailto
from services_directory.finder.shortlist.qr import svg_of
from services_directory.finder.shortlist.shortlist import MOST, Shortlist
from services_directory.models import Service
from services_directory.presenters.rows import ServiceRow, row

SUBJECT = "Services for care and support"
Absolute = Callable[[str], str]


@dataclass(frozen=True)
class Item:
    """A service of the list. `raise_url` is empty for the first."""

    row: ServiceRow
    remove_url: str
    raise_url: str


@dataclass(frozen=True)
class ShortlistPage:
    shortlist: Shortlist
    items: list[Item]
    notes: list[str]
    link: str
    mailto: str
    qr: SafeString
    pack_url: str
    large_pack_url: str
    finder_url: str
    heading: str


def shortlist_page(
    shortlist: Shortlist, services: Sequence[Service], at: datetime, absolute: Absolute
) -> ShortlistPage:
    """Return the page. Its link, code and letter hold what is public and nothing else."""
    kept = Shortlist(tuple(service.pk for service in services))
    link = absolute(reverse("shortlist") + kept.query)
    pack = reverse("pack")
    return ShortlistPage(
        shortlist=kept,
        items=[_item(kept, service, at) for service in services],
        notes=notes(shortlist, len(services)),
        link=link,
        mailto=mailto(SUBJECT, link, [mentioned(service) for service in services]),
        qr=svg_of(link, "The address of this list as a QR code"),
        pack_url=pack + kept.query,
        large_pack_url=f"{pack}{kept.query}&size=large",
        finder_url=reverse("services") + kept.query,
        heading=in_words(len(kept)),
    )


def notes(shortlist: Shortlist, shown: int) -> list[str]:
    """Return what must be said: gone from the directory, or an address that got damaged."""
    gone, damaged = len(shortlist) - shown, shortlist.unreadable
    said = []
    if gone:
        said.append(f"{_services(gone)} of this list {_is(gone)} no longer in the directory.")
    if damaged:
        said.append(
            f"{_services(damaged)} could not be read from the address, or came after the"
            f" {MOST} that a list can hold."
        )
    return said


def in_words(number: int) -> str:
    """Return "3 services on your list"."""
    return f"{_services(number)} on your list" if number else "Your list is empty"


def mentioned(service: Service) -> Mentioned:
    phone = next((phone.number for phone in service.phones.all()), "")
    return Mentioned(service.name, service.organization.name, phone)


def _item(kept: Shortlist, service: Service, at: datetime) -> Item:
    return Item(
        row=row(service, at),
        remove_url=_address(kept.without(service.pk)),
        raise_url=_address(kept.raised(service.pk)) if _is_not_first(kept, service.pk) else "",
    )


def _address(shortlist: Shortlist) -> str:
    return shortlist.query or "?"


def _is_not_first(kept: Shortlist, key: UUID) -> bool:
    return kept.keys[0] != key


def _services(number: int) -> str:
    return "1 service" if number == 1 else f"{number} services"


def _is(number: int) -> str:
    return "is" if number == 1 else "are"
