"""Every change is written with the change itself, then told to the index: now, or by the worker.

What the index is told is read from the database at that moment, so applying a change twice, late
or out of order does no harm.
"""

import logging
from collections.abc import Callable, Iterable, Iterator
from datetime import datetime, timedelta
from itertools import islice

from django.db import transaction
from django.db.models import Q, QuerySet
from django.utils import timezone

from search.documents import Document, document_id, sources
from search.engines import get_engine
from search.engines.protocol import Batch, EngineUnavailable
from search.models import SearchChange

log = logging.getLogger(__name__)

BATCH = 200
KEPT = timedelta(days=7)


def write(kind: str, pks: Iterable[str]) -> None:
    """Note the changes in the transaction under way; tell the index after its commit.

    Of very many only the first are told at once, the others by the worker.
    """
    pending, noted = iter(pks), False
    while rows := [SearchChange(kind=kind, pk_text=pk) for pk in islice(pending, BATCH)]:
        noted = bool(SearchChange.objects.bulk_create(rows))
    if noted:
        transaction.on_commit(_apply_at_once, robust=True)


def _apply_at_once() -> None:
    """Apply what waits if the index is there and its writer is free; else the worker will."""
    if not get_engine().available():  # before the first build, nothing is read for nothing
        return
    try:
        _apply_batch(wait=0)
    except EngineUnavailable as trouble:
        log.info("Search changes are left for the worker: %s", trouble)


def apply_pending() -> int:
    """Apply all changes that wait, forget old ones, and return how many were applied."""
    applied = 0
    try:
        while count := _apply_batch(wait=10):
            applied += count
    except EngineUnavailable as trouble:
        log.warning("Search changes wait: %s", trouble)
    SearchChange.objects.filter(applied__lt=timezone.now() - KEPT).delete()
    return applied


def rebuild(say: Callable[[str], None]) -> int:
    """Make a new index of everything, with what changed meanwhile, and switch to it.

    Returns the number of documents. Raises EngineUnavailable; the old index then stays in use.
    """
    began = timezone.now()
    count = get_engine().replace_all(_everything(say), late=lambda: _batch(_since(began)))
    # A change told to the old index just before the switch is told to the new one as well.
    changes = list(_since(began))
    get_engine().apply(_batch(changes))
    _mark(changes)
    say(f"Search index in use: {count} documents.")
    return count


def _apply_batch(wait: float) -> int:
    if not get_engine().available():
        raise EngineUnavailable("There is no search index yet.")
    changes = list(_pending()[:BATCH])
    if not changes:
        return 0
    get_engine().apply(_batch(changes), wait)
    return _mark(changes)


def _pending() -> QuerySet[SearchChange]:
    return SearchChange.objects.filter(applied__isnull=True).order_by("pk")


def _since(began: datetime) -> QuerySet[SearchChange]:
    """Return what a build that began then may have missed; some of it twice does no harm."""
    return SearchChange.objects.filter(Q(applied__isnull=True) | Q(applied__gte=began))


def _mark(changes: list[SearchChange]) -> int:
    now, pks = timezone.now(), [change.pk for change in changes]
    return sum(
        _pending().filter(pk__in=pks[start : start + BATCH]).update(applied=now)
        for start in range(0, len(pks), BATCH)
    )


def _batch(changes: Iterable[SearchChange]) -> Batch:
    """Return the documents of changed things as they are now; what is gone is a delete."""
    wanted: dict[str, set[str]] = {}
    for change in changes:
        wanted.setdefault(change.kind, set()).add(change.pk_text)
    known = sources()
    upserts = [
        document
        for kind, pks in wanted.items()
        if kind in known
        for document in known[kind].load(sorted(pks))
    ]
    ids = {document_id(kind, pk) for kind, pks in wanted.items() for pk in pks}
    return Batch(tuple(upserts), tuple(sorted(ids - {document.id for document in upserts})))


def _everything(say: Callable[[str], None]) -> Iterator[Document]:
    for source in sources().values():
        count = 0
        for document in source.load(None):
            count += 1
            yield document
            if count % 500 == 0:
                say(f"  {source.plural}: {count} …")
        say(f"  {source.plural}: {count}")


def oldest_waiting() -> datetime | None:
    """Return when the oldest change that the index does not know was made, or None."""
    first = _pending().first()
    return first.at if first else None
