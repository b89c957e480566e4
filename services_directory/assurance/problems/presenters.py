"""A problem report in words."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.utils import timezone

from services_directory.choices import ProblemOutcome, ProblemReason
from services_directory.models import ProblemReport
from services_directory.presenters.words import Tag


@dataclass(frozen=True)
class Problem:
    """One report. `clock`: "in 5 h", "3 h late" or how it ended."""

    id: UUID
    service: str
    service_id: UUID
    provider: str
    reason: str
    words: str
    from_the_service: bool
    clock: Tag
    reported_at: datetime
    owner_told_at: datetime | None
    wants_answer: bool
    outcome: str
    answer: str
    settled: str

    @property
    def is_open(self) -> bool:
        return not self.settled


def problem(report: ProblemReport, now: datetime) -> Problem:
    """Return the words of a report fetched with its service, provider and who settled it."""
    return Problem(
        id=report.pk,
        service=report.service.name,
        service_id=report.service_id,
        provider=report.service.organization.name,
        reason=str(ProblemReason(report.reason).label),
        words=report.words,
        from_the_service=report.from_the_service,
        clock=clock(report, now),
        reported_at=report.reported_at,
        owner_told_at=report.owner_told_at,
        wants_answer=bool(report.reply_to),
        outcome=str(ProblemOutcome(report.outcome).label) if report.outcome else "",
        answer=report.answer,
        settled=_settled(report),
    )


def clock(report: ProblemReport, now: datetime) -> Tag:
    """Return what is left of the 48 hours."""
    if report.settled_at:
        late = report.settled_at > report.due_at
        return Tag("Settled late", "grey") if late else Tag("Settled in time", "ok")
    minutes = int((report.due_at - now).total_seconds() // 60)
    if minutes < 0:
        return Tag(f"{_amount(-minutes)} late", "urgent")
    return Tag(f"Due in {_amount(minutes)}", "warn" if minutes < 12 * 60 else "info")


def _amount(minutes: int) -> str:
    if minutes < 60:
        return f"{minutes} min"
    return f"{minutes // 60} h" if minutes < 72 * 60 else f"{minutes // (24 * 60)} days"


def _settled(report: ProblemReport) -> str:
    if report.settled_at is None:
        return ""
    when = timezone.localtime(report.settled_at)
    who = report.settled_by or "somebody whose account is gone"
    return f"{when.day} {when:%B %Y}, {when:%H:%M}, by {who}"
