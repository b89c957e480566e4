"""What an entry offers beside its words: put it on the list, send it, go back to the finder."""

from dataclasses import dataclass

from django.urls import reverse

from services_directory.finder.shortlist.mail import Mentioned, mailto
from services_directory.finder.shortlist.presenters import Absolute, in_words
from services_directory.finder.shortlist.shortlist import Shortlist
from services_directory.presenters.entry import Entry
from services_directory.presenters.rows import Keep


@dataclass(frozen=True)
class Keeping:
    """`keep` is None while the list is full. `query`: the list, for other addresses."""

    keep: Keep | None
    query: str
    on_list: str
    mailto: str
    breadcrumb: list[tuple[str, str]]


def keeping_of(entry: Entry, shortlist: Shortlist, absolute: Absolute) -> Keeping:
    """Return the ways on from an entry, with the list that its address holds."""
    kept = entry.id in shortlist.keys
    changed = shortlist.without(entry.id) if kept else shortlist.added(entry.id)
    phone = entry.phones[0].number if entry.phones else ""
    link = absolute(reverse("service_detail", args=[entry.id]))
    return Keeping(
        keep=Keep(changed.query or "?", kept) if kept or not shortlist.is_full else None,
        query=shortlist.query,
        on_list=in_words(len(shortlist)) if shortlist.keys else "",
        mailto=mailto(entry.name, link, [Mentioned(entry.name, entry.provider, phone)]),
        breadcrumb=[("Home", "/"), ("Find services", reverse("services") + shortlist.query)],
    )
