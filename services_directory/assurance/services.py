"""What a check, or the lack of one, does to an entry. Each is one transaction with a log row.

Log rows are Wagtail's, so that the history of an entry shows them beside the edits.
"""

from collections.abc import Collection
from datetime import date
from typing import Any

from django.db import transaction
from django.utils import timezone
from wagtail.log_actions import log

from portal.people.models import User
from services_directory.assurance.links import LinkUsed
from services_directory.choices import Answer
from services_directory.models import Organization, Service, Verification
from services_directory.services import services_changed

CONFIRMED = "services_directory.confirmed"
CHECKED = "services_directory.checked"
ASKED = "services_directory.asked"
HIDDEN = "services_directory.hidden"
HIDDEN_BY_AGE = "services_directory.hidden_by_age"
SHOWN = "services_directory.shown"

ALL_OF_IT = "The provider says that nothing has changed"


def role_of(organization: Organization) -> str:
    """Return the role that answers for an organisation's entries, never a person's name."""
    return organization.assurer_role or "The provider"


@transaction.atomic
def record_check(
    service: Service, *, role: str, checked: str, user: User | None = None, action: str = CHECKED
) -> None:
    """Note that `role` checked the entry today, and show it again if it was hidden.

    `checked` says what was looked at. Questions still open about the entry are closed. A draft
    that is held back keeps the newer check when it is published: Service.with_content_json.
    """
    today = timezone.localdate()
    _change(service, assured_date=today, assurer_role=role, checked=checked, **_SEEN)
    _close_questions(service)
    log(instance=service, action=action, user=user, data={"role": role, "checked": checked})


@transaction.atomic
def answer_unchanged(verification: Verification) -> None:
    """Note the mailbox's "nothing has changed" as today's check. Raises LinkUsed when answered."""
    _answer(verification, Answer.UNCHANGED)
    role = role_of(verification.service.organization)
    record_check(verification.service, role=role, checked=ALL_OF_IT, action=CONFIRMED)


@transaction.atomic
def answer_change(verification: Verification) -> None:
    """Note that the mailbox has sent a change, which staff decide. Raises LinkUsed when answered.

    The change is a proposal of its own; the entry counts as checked once that is accepted.
    """
    _answer(verification, Answer.CHANGE)
    _close_questions(verification.service)


@transaction.atomic
def hide(services: Collection[Service], *, action: str, user: User | None = None) -> None:
    """Take the entries out of the public's sight until somebody checks or shows them."""
    keys = [service.pk for service in services]
    Service.objects.filter(pk__in=keys).update(hidden_since=timezone.localdate())
    services_changed(keys)
    for service in services:
        log(instance=service, action=action, user=user, data={"assured": _text(service)})


@transaction.atomic
def show_again(service: Service, user: User) -> None:
    """Show a hidden entry without a check; it gets the whole notice anew before it is hidden."""
    _change(service, hidden_since=None, overdue_since=timezone.localdate())
    log(instance=service, action=SHOWN, user=user)


_SEEN: dict[str, Any] = {"hidden_since": None, "overdue_since": None}


def _change(service: Service, **values: Any) -> None:
    Service.objects.filter(pk=service.pk).update(**values)
    for name, value in values.items():
        setattr(service, name, value)
    services_changed([service.pk])


def _answer(verification: Verification, answer: Answer) -> None:
    """Write the answer down; of two at once the second is refused."""
    still_open = Verification.objects.filter(pk=verification.pk, answered_at=None)
    if not still_open.update(answered_at=timezone.now(), answer=answer):
        raise LinkUsed(verification)


def _close_questions(service: Service) -> None:
    """Let every other letter about the entry ask nothing more."""
    still_open = Verification.objects.filter(service=service, answered_at=None)
    still_open.update(answered_at=timezone.now())


def _text(service: Service) -> str:
    day: date | None = service.assured_date
    return day.isoformat() if day else ""
