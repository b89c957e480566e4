"""Do what the report says: all of it in one transaction, or nothing."""

from collections import Counter
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from portal.people.models import User
from services_directory.choices import Status, Verdict
from services_directory.imports import history, proposals
from services_directory.imports.comparison import Say, counts, silent
from services_directory.imports.draft import OWN
from services_directory.imports.findings import Finding, context_of, examine
from services_directory.imports.names import Names
from services_directory.imports.rows import chunks, save_rows
from services_directory.imports.shapes import KINDS, SHAPES
from services_directory.imports.writing import write
from services_directory.models import ImportRun, Service
from services_directory.services import services_changed

CHANGED_SINCE = "It was changed here after this report was made. Compare again to see how."


class NotReady(Exception):
    """Why a run cannot be applied now, in words for staff."""


@transaction.atomic
def apply(run: ImportRun, say: Say = silent, user: User | None = None) -> Counter[str]:
    """Write what is new and changed, take out of sight what is gone; return how many of a kind.

    What was changed here after the comparison is refused, and left as it is. New services are
    public at once: the person who applies has read the report. Raises NotReady; doing it twice
    changes nothing.
    """
    run = ImportRun.objects.select_for_update(of=("self",)).select_related("feed").get(pk=run.pk)
    by = history.By(run, user)
    if run.compared_at is None or run.stopped_at is not None:
        raise NotReady("The report is not ready, or the import was discarded.")
    done: Counter[str] = Counter()
    if run.applied_at is not None:
        return done
    touched: set[UUID] = set()
    context, names = context_of(run), Names(run)
    for kind in KINDS:
        for rows in chunks(run, kind, Verdict.NEW, Verdict.CHANGED):
            findings = examine(rows, context, names, lock=True)
            _write(by, kind, findings, touched, done)
            say(f"  {kind}: {done[kind]} written")
    _take_down(by, touched)
    services_changed(sorted(touched))
    proposals.propose(run)
    run.counts, run.applied_at = counts(run), timezone.now()
    run.save(update_fields=["counts", "applied_at"])
    return done


def _write(
    by: history.By, kind: str, findings: list[Finding], touched: set[UUID], done: Counter[str]
) -> None:
    for each in findings:
        _check_again(each)
    save_rows([each.row for each in findings], "verdict", "reason")
    good = [each for each in findings if each.verdict in (Verdict.NEW, Verdict.CHANGED)]
    write(kind, good, by)
    done[kind] += len(good)
    touched.update(_services_of(kind, good))


def _check_again(finding: Finding) -> None:
    """Refuse what is no more as it was when the report was made."""
    row, was = finding.row, finding.row.verdict
    seen = row.data.get(OWN, {}).get("seen", "")
    if finding.verdict in (Verdict.SAME, Verdict.REFUSED):
        row.verdict, row.reason = finding.verdict, finding.reason
    elif finding.verdict != was or (was == Verdict.CHANGED and finding.seen != seen):
        finding.verdict, finding.reason = Verdict.REFUSED, CHANGED_SINCE
        row.verdict, row.reason = finding.verdict, finding.reason


def _services_of(kind: str, findings: list[Finding]) -> set[UUID]:
    """Return the services that the public may see differently."""
    if kind == "service":
        return {each.draft.key for each in findings}
    way, changed = SHAPES[kind].uses, [each.draft.key for each in findings if each.stored]
    if not way or not changed:
        return set()
    return set(Service.objects.filter(**{f"{way}__in": changed}).values_list("pk", flat=True))


def _take_down(by: history.By, touched: set[UUID]) -> None:
    """Make services that left the feed inactive. They come back when the feed has them again."""
    for rows in chunks(by.run, "service", Verdict.GONE):
        keys = [row.key for row in rows]
        gone = list(Service.objects.filter(pk__in=keys, feed=by.run.feed).select_for_update())
        Service.objects.filter(pk__in=[each.pk for each in gone]).update(status=Status.INACTIVE)
        history.record(gone, by, history.GONE)
        touched.update(each.pk for each in gone)
