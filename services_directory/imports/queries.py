"""What the screens of imports list."""

from django.db.models import Count, OuterRef, Q, QuerySet, Subquery

from services_directory.choices import Verdict
from services_directory.models import DuplicateProposal, Feed, ImportRow, ImportRun

# What people must look at stands first.
VERDICTS = (Verdict.CHANGED, Verdict.NEW, Verdict.GONE, Verdict.REFUSED, Verdict.SAME)


def feeds() -> QuerySet[Feed]:
    """Return the feeds with the number of their services and when one was last applied."""
    last = ImportRun.objects.filter(feed=OuterRef("pk"), applied_at__isnull=False)
    newest = Subquery(last.order_by("-applied_at").values("applied_at")[:1])
    found = Feed.objects.annotate(service_count=Count("services"), last_applied=newest)
    return found.order_by("name")


def recent_runs(feed: Feed | None = None) -> QuerySet[ImportRun]:
    runs = ImportRun.objects.select_related("feed", "started_by").defer("notes", "cursor")
    return runs.filter(feed=feed) if feed else runs


def progress(run: ImportRun) -> dict[str, int]:
    """Return how many services have been read, and how many of them compared."""
    services = run.rows.filter(kind="service")
    return services.aggregate(read=Count("pk"), compared=Count("pk", filter=~Q(verdict="")))


def rows(run: ImportRun, verdict: str, kind: str, notable: str = "") -> QuerySet[ImportRow]:
    """Return the rows of a report, those with something to read alone when `notable` asks."""
    found = run.rows.filter(verdict=verdict, kind=kind)
    if notable == "alike":
        found = found.filter(data__fd_import__has_key="alike")
    return found.order_by("position", "pk")


def all_proposals() -> QuerySet[DuplicateProposal]:
    """Return all pairs, with what is shown of both."""
    return DuplicateProposal.objects.select_related(
        "first__organization", "first__feed", "second__organization", "second__feed", "decided_by"
    )


def open_proposals(only: str = "open") -> QuerySet[DuplicateProposal]:
    """Return pairs to decide, the likeliest first; or those decided, the newest first."""
    found = all_proposals()
    if only == "decided":
        return found.filter(decided_at__isnull=False).order_by("-decided_at", "pk")
    both_public = Q(first__live=True, second__live=True)
    return found.filter(both_public, decided_at__isnull=True).order_by("-likeness", "pk")
