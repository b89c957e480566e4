"""Compare what a run has read with what is here. Nothing but the run's own rows is written."""

from collections import Counter, defaultdict
from collections.abc import Callable

from django.db import transaction
from django.db.models import Count, Exists, OuterRef
from django.utils import timezone

from services_directory.choices import PUBLIC_STATUSES, Verdict
from services_directory.imports import duplicates
from services_directory.imports.draft import OWN
from services_directory.imports.findings import Finding, context_of, examine
from services_directory.imports.names import Names
from services_directory.imports.rows import CHUNK, chunks, save_rows
from services_directory.imports.shapes import KINDS
from services_directory.models import ImportRow, ImportRun, Service

Say = Callable[[str], None]


def silent(line: str) -> None:
    """Say nothing."""


def compare(run: ImportRun, say: Say = silent) -> ImportRun:
    """Give every row its verdict, find what is gone and what may be twice; set `compared_at`.

    Can be done again at any time before the run is applied. Memory does not grow with the feed,
    but for a short fingerprint of each new service.
    """
    run.rows.filter(verdict=Verdict.GONE).delete()
    # People who wait see how many have one.
    run.rows.exclude(verdict="").update(verdict="")
    ImportRun.objects.filter(pk=run.pk).update(compared_at=None)
    context, names = context_of(run), Names(run)
    for kind in KINDS:
        done = 0
        for rows in chunks(run, kind):
            findings = examine(rows, context, names)
            store(findings)
            done += len(rows)
            say(f"  {kind}: {done} compared")
    find_gone(run)
    duplicates.find(run)
    run.counts, run.compared_at = counts(run), timezone.now()
    run.save(update_fields=["counts", "compared_at"])
    return run


def store(findings: list[Finding]) -> None:
    """Write verdicts and differences, and what of the record here was seen."""
    for each in findings:
        row = each.row
        row.verdict, row.differences, row.reason = each.verdict, each.differences, each.reason
        kept = {
            name: row.data[OWN][name]
            for name in ("notes", "refusal")
            if row.data.get(OWN, {}).get(name)
        }
        row.data[OWN] = kept | ({"seen": each.seen} if each.verdict == Verdict.CHANGED else {})
    save_rows([each.row for each in findings], "verdict", "differences", "reason", "data")


@transaction.atomic
def find_gone(run: ImportRun) -> int:
    """Add a row for each public service of the feed that the run did not meet; return how many."""
    met = ImportRow.objects.filter(run=run, kind="service", key=OuterRef("pk"))
    missing = (
        Service.objects.filter(~Exists(met), feed=run.feed, status__in=PUBLIC_STATUSES)
        .order_by("pk")
        .values_list("pk", "name")
    )
    position, made = run.rows.count(), 0
    batch: list[ImportRow] = []
    for pk, name in list(missing) if run.read_at else []:
        made += 1
        batch.append(
            ImportRow(
                run=run, kind="service", key=pk, their_key=str(pk), name=name,
                position=position + made, verdict=Verdict.GONE,
            )
        )  # fmt: skip
    ImportRow.objects.bulk_create(batch, batch_size=CHUNK)
    return made


def counts(run: ImportRun) -> dict[str, dict[str, int]]:
    """Return the number of rows by kind and verdict."""
    found: dict[str, Counter[str]] = defaultdict(Counter)
    rows = run.rows.order_by().values_list("kind", "verdict").annotate(Count("pk"))
    for kind, verdict, number in rows:
        found[kind][verdict] = number
    return {kind: dict(found[kind]) for kind in KINDS if kind in found}
