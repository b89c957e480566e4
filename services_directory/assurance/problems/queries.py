"""Problem reports as staff list them."""

from datetime import datetime

from django.db.models import Count, Q, QuerySet

from services_directory.models import ProblemReport

OPEN, LATE, SETTLED = "open", "late", "settled"
VIEWS = {OPEN: "To settle", LATE: "Late", SETTLED: "Settled"}


def in_view(name: str, now: datetime) -> QuerySet[ProblemReport]:
    """Return the reports of a view: what is due first stands first, the last settled first."""
    order = ["-settled_at", "pk"] if name == SETTLED else ["due_at", "pk"]
    found = ProblemReport.objects.filter(_conditions(now)[name])
    return found.select_related("service__organization", "settled_by").order_by(*order)


def counts(now: datetime) -> dict[str, int]:
    """Return how many reports each view has, in one query."""
    wanted = _conditions(now)
    return ProblemReport.objects.aggregate(
        **{name: Count("pk", filter=condition) for name, condition in wanted.items()}
    )


def _conditions(now: datetime) -> dict[str, Q]:
    to_settle = Q(settled_at=None)
    return {OPEN: to_settle, LATE: to_settle & Q(due_at__lt=now), SETTLED: ~to_settle}
