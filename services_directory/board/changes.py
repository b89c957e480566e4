"""The log of changes by which every process knows that its board is old, and by how much.

Rows may be committed later than rows with higher numbers. So a version holds the highest number
and how many of the last few hundred are there: a late row makes it another version.
"""

from collections.abc import Collection
from typing import NamedTuple
from uuid import UUID

from django.db.models import Count, Max, Subquery

from services_directory.models import DirectoryChange

WINDOW = 300
MOST_AT_ONCE = 100
KEPT = 2_000


class Version(NamedTuple):
    """How far the log had come."""

    last: int
    recent: int


def note(keys: Collection[UUID | str]) -> None:
    """Write into the transaction under way that these services changed."""
    if not keys:
        return
    many = len(keys) > MOST_AT_ONCE
    rows = [DirectoryChange(service_key=key) for key in ([None] if many else keys)]
    made = DirectoryChange.objects.bulk_create(rows)
    DirectoryChange.objects.filter(pk__lte=made[-1].pk - KEPT).delete()


def version() -> Version:
    """Return the present version, in one short query."""
    newest = Subquery(DirectoryChange.objects.order_by("-pk").values("pk")[:1])
    window = DirectoryChange.objects.order_by().filter(pk__gt=newest - WINDOW)
    found = window.aggregate(last=Max("pk"), recent=Count("pk"))
    return Version(found["last"] or 0, found["recent"])


def recent(now: Version) -> dict[int, UUID | None]:
    """Return the services of the last few hundred rows, by the number of the row."""
    rows = DirectoryChange.objects.filter(pk__gt=now.last - WINDOW)
    return dict(rows.values_list("pk", "service_key"))


def changed(
    old: Version, seen: Collection[int], now: Version, rows: dict[int, UUID | None]
) -> set[UUID] | None:
    """Return the services that changed since the old version; None when they cannot be told."""
    if not old.last <= now.last <= old.last + WINDOW:
        return None
    keys = {key for number, key in rows.items() if number not in seen}
    found = {key for key in keys if key is not None}
    return found if len(found) == len(keys) <= MOST_AT_ONCE else None
