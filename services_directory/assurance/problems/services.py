"""Report, settle, chase. Each change is one transaction with its letters."""

from datetime import timedelta
from typing import Any

from django.conf import settings
from django.db import transaction
from django.urls import reverse
from django.utils import timezone
from wagtail.log_actions import log

from portal import letters
from portal.people.models import User
from services_directory.assurance.mailboxes import mailbox_of
from services_directory.assurance.services import HIDDEN, hide
from services_directory.choices import ProblemOutcome
from services_directory.models import ProblemReport, Service

REPORTED = "services_directory.problem_reported"
SETTLED = "services_directory.problem_settled"
# Open Referral UK: "a policy to correct any reported errors within 48 hours". Plain hours and not
# working ones: a wrong number is as wrong on Sunday, and the reporter was told two days.
HOURS = 48
CHASE_HOURS = 12
SENT_TWICE = timedelta(minutes=10)
_FOLDER = "services_directory/assurance/"


class AlreadySettled(Exception):
    """Somebody else settled the report first."""


@transaction.atomic
def report(service: Service, **what: Any) -> ProblemReport:
    """Keep a report (reason, words, from_the_service, reply_to) and tell the entry's mailbox.

    The mailbox gets the words and never who sent them. Sent twice within minutes, it is one report.
    """
    now = timezone.now()
    lately = ProblemReport.objects.filter(
        service=service, reported_at__gt=now - SENT_TWICE, settled_at=None, **what
    )
    if same := lately.first():
        return same
    due = now + timedelta(hours=HOURS)
    made = ProblemReport.objects.create(service=service, reported_at=now, due_at=due, **what)
    if mailbox := mailbox_of(service):
        made.owner_told_at = now
        made.save(update_fields=["owner_told_at"])
        _tell(mailbox, f"Something may be wrong: {service.name}", "letter_problem.txt", made)
    log(instance=service, action=REPORTED, data={"reason": made.reason})
    return made


@transaction.atomic
def settle(problem: ProblemReport, user: User, outcome: str, answer: str) -> None:
    """Note what was done, send the answer and forget the address. Raises AlreadySettled.

    An entry that is said to be taken down is hidden in the same transaction.
    """
    locked = ProblemReport.objects.select_for_update().select_related("service")
    found = locked.get(pk=problem.pk)
    if found.settled_at:
        raise AlreadySettled
    now = timezone.now()
    found.settled_at, found.settled_by = now, user
    found.outcome, found.answer = ProblemOutcome(outcome), answer
    if found.reply_to:
        subject = f"What we did about {found.service.name}"
        _tell(found.reply_to, subject, "letter_answer.txt", found)
        found.answered_at, found.reply_to = now, ""
    found.save()
    if found.outcome == ProblemOutcome.REMOVED and found.service.hidden_since is None:
        hide([found.service], action=HIDDEN, user=user)
    log(instance=found.service, action=SETTLED, user=user, data={"outcome": outcome})


def chase() -> int:
    """Write to the directory's mailbox of reports due within 12 hours or late; return how many.

    The job runs twice a day, so that a letter never tells of the same hour often. Without such
    reports, or without DIRECTORY_MAILBOX, nothing is sent.
    """
    soon = timezone.now() + timedelta(hours=CHASE_HOURS)
    pressing = ProblemReport.objects.filter(settled_at=None, due_at__lt=soon)
    waiting = list(pressing.select_related("service").order_by("due_at", "pk")[:100])
    if waiting and settings.DIRECTORY_MAILBOX:
        count = len(waiting)
        context = {"problems": waiting, "now": timezone.now(), "url": _list_address()}
        subject = f"{count} problem report{'' if count == 1 else 's'} to settle"
        letters.send_later(
            settings.DIRECTORY_MAILBOX, subject, _FOLDER + "letter_chase.txt", context
        )
    return len(waiting)


def _tell(to: str, subject: str, template: str, problem: ProblemReport) -> None:
    context = {
        "problem": problem,
        "entry_url": letters.absolute(problem.service.get_absolute_url()),
        "due": timezone.localtime(problem.due_at),
    }
    letters.send_later(to, subject, _FOLDER + template, context)


def _list_address() -> str:
    return letters.absolute(reverse("directory_problems"))
