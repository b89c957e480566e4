"""The staged rows of a run, a chunk in memory at a time."""

from collections.abc import Iterator

from services_directory.choices import Verdict
from services_directory.models import ImportRow, ImportRun

CHUNK = 500


def chunks(run: ImportRun, kind: str, *verdicts: str, of: int = CHUNK) -> Iterator[list[ImportRow]]:
    """Yield the rows of a kind in the order they were staged, so many at a time."""
    rows = run.rows.filter(kind=kind).exclude(verdict=Verdict.GONE).order_by("pk")
    if verdicts:
        rows = run.rows.filter(kind=kind, verdict__in=verdicts).order_by("pk")
    last = 0
    while chunk := list(rows.filter(pk__gt=last)[:of]):
        last = chunk[-1].pk
        yield chunk


def save_rows(rows: list[ImportRow], *fields: str) -> None:
    """Write these fields of many rows in one statement."""
    if not rows:
        return
    ImportRow.objects.bulk_create(
        rows, update_conflicts=True, unique_fields=["id"], update_fields=fields
    )
