"""Read a feed into the rows of a run, batch by batch; what was read outlives a stop."""

from collections.abc import Callable, Iterator
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from services_directory.choices import Verdict
from services_directory.imports import readers
from services_directory.imports.comparison import Say, silent
from services_directory.imports.draft import OWN
from services_directory.imports.keys import our_key
from services_directory.imports.records import Batch, FeedProblem, Record
from services_directory.imports.rows import save_rows
from services_directory.models import Feed, ImportRow, ImportRun

MOST_NOTES = 200
MORE = "And other notes; each stands with its record."
Key = tuple[str, UUID]
Batches = Callable[[Feed, ImportRun], Iterator[Batch]]


def read_feed(
    run: ImportRun,
    say: Say = silent,
    batches: Batches | None = None,
    keep_on: Callable[[], bool] = lambda: True,
) -> ImportRun:
    """Stage what the feed has after the run's cursor; set `read_at` at its end.

    After each batch it goes on for as long as `keep_on` says so.

    A feed that cannot be read, and a run that somebody has discarded, end with `stopped_at` and
    `problem`; what was read is kept, and a later call goes on from there.
    """
    position = run.rows.count()
    try:
        for batch in (batches or readers.batches)(run.feed, run):
            position = _stage(run, batch, position)
            say(f"  {position} records read")
            if not keep_on() or _is_stopped(run):
                return run
    except FeedProblem as problem:
        run.problem, run.stopped_at = str(problem), timezone.now()
        run.save(update_fields=["problem", "stopped_at"])
        return run
    run.read_at = timezone.now()
    run.save(update_fields=["read_at"])
    return run


def _is_stopped(run: ImportRun) -> bool:
    run.refresh_from_db(fields=["stopped_at"])
    return run.stopped_at is not None


@transaction.atomic
def _stage(run: ImportRun, batch: Batch, position: int) -> int:
    """Store a batch together with the cursor, so that neither is ever without the other."""
    rows: dict[Key, ImportRow] = {}
    for record in batch.records:
        position += 1
        row = _row(run, record, position)
        known = rows.setdefault((row.kind, row.key), row)
        if known is not row:
            _complete(known, row)
    _merge(run, rows)
    run.notes = add_notes(run.notes, batch.records)
    run.cursor, run.total = batch.cursor, batch.total if batch.total is not None else run.total
    run.save(update_fields=["notes", "cursor", "total", "file"])
    return position


def _merge(run: ImportRun, rows: dict[Key, ImportRow]) -> None:
    """Store new rows; complete those that a batch before has brought already.

    What a service names comes in short with the service, and whole in a list of its own.
    """
    keys = {key for _, key in rows}
    known = {(row.kind, row.key): row for row in run.rows.filter(key__in=keys)}
    told_more = [
        known[key] for key in rows.keys() & known.keys() if _complete(known[key], rows[key])
    ]
    save_rows(told_more, "data", "name", "verdict", "reason")
    ImportRow.objects.bulk_create(row for key, row in rows.items() if key not in known)


def _complete(known: ImportRow, row: ImportRow) -> bool:
    """Fill what is missing in the one from the other; say whether there was anything."""
    if row.reason or not (known.reason or row.data.keys() - known.data.keys()):
        return False
    known.data = row.data if known.reason else row.data | known.data
    known.name = known.name or row.name
    known.verdict, known.reason = row.verdict, row.reason
    return True


def _row(run: ImportRun, record: Record, position: int) -> ImportRow:
    own = {"notes": list(record.notes), "refusal": record.refusal}
    return ImportRow(
        run=run,
        kind=record.kind,
        key=our_key(run.feed_id, record.kind, record.their_key),
        their_key=record.their_key[:200],
        name=str(record.data.get("name") or "")[:300],
        position=position,
        data=record.data | {OWN: {name: told for name, told in own.items() if told}},
        verdict=Verdict.REFUSED if record.refusal else "",
        reason=record.refusal,
    )


def add_notes(notes: list[list[object]], records: list[Record]) -> list[list[object]]:
    """Return the notes as [words, number, name of the first record], with those of the records."""
    found = {str(words): [words, count, first] for words, count, first in notes}
    for record in records:
        for words in record.notes:
            told = words if words in found or len(found) < MOST_NOTES else MORE
            line = found.setdefault(told, [told, 0, str(record.data.get("name") or "")])
            line[1] = int(str(line[1])) + 1
    return list(found.values())
