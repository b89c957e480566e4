"""Imports in the history that editors see: an entry in the log, and a revision where there are any.

Only a service that an editor has ever touched has revisions. It gets another, so that the editor's
form shows what the import wrote; for the others the log is enough, and costs a fraction.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.utils import timezone
from wagtail.models import ModelLogEntry

from portal.people.models import User
from services_directory.models import ImportRun, Service

MADE = "directory.import.made"
CHANGED = "directory.import.changed"
GONE = "directory.import.gone"
WORDS = {
    MADE: ("Brought by an import", "Brought by an import of {feed}"),
    CHANGED: ("Changed by an import", "Changed by an import of {feed}"),
    GONE: ("Gone from its feed", "Not running any more, says {feed}: it has left the feed"),
}


@dataclass(frozen=True)
class By:
    """On whose word the directory is changed: the import, and who applied it."""

    run: ImportRun
    user: User | None = None


def record(things: Sequence[Any], by: By, action: str) -> None:
    """Write one log entry for each of the records, all of one kind, and revisions if any."""
    if not things:
        return
    kind, now = ContentType.objects.get_for_model(type(things[0])), timezone.now()
    ModelLogEntry.objects.bulk_create(
        ModelLogEntry(
            content_type=kind,
            object_id=str(each.pk),
            label=each.name,
            action=action,
            timestamp=now,
            user=by.user,
            data={"feed": by.run.feed.name, "run": str(by.run.pk)},
            content_changed=True,
        )
        for each in things
    )
    if isinstance(things[0], Service) and action != MADE:
        revise([each.pk for each in things], by)


def revise(keys: Sequence[Any], by: By) -> None:
    """Save a revision of each of the services that has one already, published when it is live."""
    kept = Service.objects.filter(pk__in=keys, latest_revision__isnull=False)
    for service in kept.iterator(chunk_size=100):
        revision = service.save_revision(clean=False, user=by.user, log_action=False)
        if service.live:
            service.live_revision, service.has_unpublished_changes = revision, False
        else:
            service.has_unpublished_changes = True
        service.save(update_fields=["live_revision", "has_unpublished_changes"])


def words(entry: ModelLogEntry) -> str:
    """Return what the history says of a log entry."""
    return WORDS[entry.action][1].format(feed=(entry.data or {}).get("feed", "a feed"))
