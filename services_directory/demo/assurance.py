"""Entries in every state of truth, counted from the day of loading, so that the demo lasts."""

from collections.abc import Iterator, Mapping
from datetime import date, datetime, timedelta
from uuid import UUID

from django.conf import settings
from django.utils import timezone
from post_office.models import STATUS, Email

from services_directory.assurance.conditions import entries, red
from services_directory.assurance.freshness import ages, first_day_past
from services_directory.assurance.hiding import hide_overdue
from services_directory.assurance.problems.services import HOURS
from services_directory.choices import Answer, ProblemOutcome, ProblemReason
from services_directory.demo.rows import uuid_of
from services_directory.models import LinkCheck, ProblemReport, Service, Verification

# The tables were written on this day; what they say of local services is moved with the calendar.
WRITTEN_ON = date(2026, 11, 22)
# Came to the work-list only lately, though old: to be hidden soon. (key, days ago)
NOTICED_LATELY = (("dementia-singing", 20), ("volunteer-gardeners", 6))
# (key, asked days ago, answer)
ASKED = (
    ("district-nurses-west", 5, ""),
    ("young-carers", 5, ""),
    ("rosa-hale-counselling", 5, Answer.CHANGE),
    ("orchard-day-services", 40, Answer.UNCHANGED),
    ("harbour-grief-cafe", 75, ""),
    ("harbour-grief-cafe", 40, ""),
)
# (key, reason, words, from the service, hours ago, settled after hours, outcome, answer)
PROBLEMS = (
    ("young-carers", ProblemReason.TIMES, "They meet on Thursdays now.", True, 9, 0, "", ""),
    ("harbour-pharmacy", ProblemReason.CONTACT, "Nobody answers.", False, 41, 0, "", ""),
    ("private-home-care", ProblemReason.WHO, "They take nobody new.", False, 63, 0, "", ""),
    ("punjabi-elders", ProblemReason.TIMES, "It starts at 2.", False, 150, 20,
     ProblemOutcome.CORRECTED, "Thank you. We rang them and changed the time to 2pm."),
    ("wheelchair-loan", ProblemReason.OTHER, "Is there a charge?", False, 300, 60,
     ProblemOutcome.RIGHT, "We rang. It is free, as the entry says."),
)  # fmt: skip
BROKEN = (("will-week", 404, ""), ("fair-funerals", None, "The server can't be reached."))
Services = Mapping[UUID, Service]
LETTERS_DO_NOT_ARRIVE = "directory@thornwickshed.example"


def shifted(day: date | None) -> date | None:
    """Return a day of the tables as it would be, had they been written today."""
    return day + (timezone.localdate() - WRITTEN_ON) if day else None


def load_states() -> None:
    """Make questions, reports and links in every state, once; what exists is left as it is."""
    if ProblemReport.objects.filter(pk=uuid_of("problem", PROBLEMS[0][0])).exists():
        return
    now = timezone.now()
    services = {each.pk: each for each in entries().select_related("organization")}
    _note_overdue(timezone.localdate(now))
    Verification.objects.bulk_create(_asked(services, now))
    ProblemReport.objects.bulk_create(_reported(services, now))
    LinkCheck.objects.bulk_create(_broken(services, now))
    Email.objects.create(
        from_email=settings.DEFAULT_FROM_EMAIL,
        to=[LETTERS_DO_NOT_ARRIVE],
        subject="Is this still right?",
        status=STATUS.failed,
    )
    hide_overdue()


def _note_overdue(today: date) -> None:
    lately = {uuid_of("service", key): days for key, days in NOTICED_LATELY}
    overdue = list(entries().filter(red(today)))
    for service in overdue:
        checked = None if service.national else service.assured_date
        service.overdue_since = first_day_past(checked, ages().red) if checked else today
        if service.pk in lately:
            service.overdue_since = today - timedelta(days=lately[service.pk])
    Service.objects.bulk_update(overdue, ["overdue_since"])


def _asked(services: Services, now: datetime) -> Iterator[Verification]:
    for key, days, answer in ASKED:
        service = services[uuid_of("service", key)]
        asked = now - timedelta(days=days)
        yield Verification(
            pk=uuid_of("verification", f"{key}/{days}"),
            service=service,
            sent_to=service.organization.assurer_email,
            asked_at=asked,
            expires_at=asked + timedelta(days=settings.DIRECTORY_LINK_DAYS),
            answered_at=asked + timedelta(hours=3) if answer else None,
            answer=answer,
        )


def _reported(services: Services, now: datetime) -> Iterator[ProblemReport]:
    for key, reason, words, own, hours, settled, outcome, answer in PROBLEMS:
        reported = now - timedelta(hours=hours)
        yield ProblemReport(
            pk=uuid_of("problem", key),
            service=services[uuid_of("service", key)],
            reason=reason,
            words=words,
            from_the_service=own,
            reported_at=reported,
            due_at=reported + timedelta(hours=HOURS),
            owner_told_at=reported,
            settled_at=reported + timedelta(hours=settled) if settled else None,
            outcome=outcome,
            answer=answer,
        )


def _broken(services: Services, now: datetime) -> Iterator[LinkCheck]:
    for key, status, problem in BROKEN:
        yield LinkCheck(
            url=services[uuid_of("service", key)].url,
            checked_at=now - timedelta(hours=5),
            status=status,
            problem=problem,
            failing_since=now - timedelta(days=4),
            failures=4,
        )
