"""How true each organisation keeps its entries: figures for partners and commissioners."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from statistics import median
from uuid import UUID

from django.db.models import Count, F, Q
from django.utils import timezone

from services_directory.assurance.conditions import entries
from services_directory.assurance.freshness import ages, is_past
from services_directory.assurance.problems.services import HOURS
from services_directory.models import Organization, ProblemReport

COLUMNS = (
    "Organisation", "Entries", "Checked in time", "Share checked in time, %",
    "Median days since the check", "Never checked", "Hidden", "Problems to settle",
    "Problems late", "Problems settled", "Settled within 48 hours",
)  # fmt: skip


@dataclass(frozen=True)
class Figures:
    """One organisation. `share` in whole per cent; `median_days` None when nothing was checked."""

    name: str
    entries: int
    fresh: int
    median_days: int | None
    never: int
    hidden: int
    problems_open: int = 0
    problems_late: int = 0
    problems_settled: int = 0
    settled_in_time: int = 0

    @property
    def share(self) -> int:
        return round(100 * self.fresh / self.entries)

    @property
    def cells(self) -> tuple[object, ...]:
        """In the order of COLUMNS."""
        days = "" if self.median_days is None else self.median_days
        return (
            self.name, self.entries, self.fresh, self.share, days, self.never, self.hidden,
            self.problems_open, self.problems_late, self.problems_settled, self.settled_in_time,
        )  # fmt: skip


def figures(now: datetime) -> list[Figures]:
    """Return the figures of every organisation with entries, by name; three queries in all."""
    checks = _checks()
    problems = _problems(now)
    names = Organization.objects.values_list("pk", "name").order_by("name", "pk")
    today = timezone.localdate(now)
    return [
        _figures(name, checks[pk], today, problems.get(pk, {}))
        for pk, name in names
        if pk in checks
    ]


def _checks() -> dict[UUID, list[tuple[date | None, date | None]]]:
    """Return (assured date, hidden since) of every entry by organisation."""
    found: dict[UUID, list[tuple[date | None, date | None]]] = defaultdict(list)
    rows = entries().order_by().values_list("organization_id", "assured_date", "hidden_since")
    for owner, assured, hidden in rows.iterator(chunk_size=5_000):
        found[owner].append((assured, hidden))
    return found


def _problems(now: datetime) -> dict[UUID, dict[str, int]]:
    """Return the counts of problem reports by organisation, under the names of Figures."""
    to_settle = Q(settled_at=None)
    in_time = Q(settled_at__lte=F("reported_at") + timedelta(hours=HOURS))
    counts = {
        "problems_open": Count("pk", filter=to_settle),
        "problems_late": Count("pk", filter=to_settle & Q(due_at__lt=now)),
        "problems_settled": Count("pk", filter=~to_settle),
        "settled_in_time": Count("pk", filter=in_time),
    }
    rows = ProblemReport.objects.order_by().values_list("service__organization")
    return {
        owner: dict(zip(counts, numbers, strict=True))
        for owner, *numbers in rows.annotate(**counts)
    }


def _figures(
    name: str,
    checks: Iterable[tuple[date | None, date | None]],
    today: date,
    problems: dict[str, int],
) -> Figures:
    rows = list(checks)
    assured = [when for when, _ in rows if when]
    months = ages().amber
    return Figures(
        name=name,
        entries=len(rows),
        fresh=sum(not is_past(when, months, today) for when in assured),
        median_days=round(median((today - when).days for when in assured)) if assured else None,
        never=len(rows) - len(assured),
        hidden=sum(hidden is not None for _, hidden in rows),
        **problems,
    )
