"""An entry of the work-list in words."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.utils import timezone

from services_directory.assurance.conditions import is_kept
from services_directory.assurance.freshness import freshness, hides_on
from services_directory.assurance.mailboxes import mailbox_of
from services_directory.choices import Freshness
from services_directory.models import Service
from services_directory.presenters.times import day
from services_directory.presenters.words import Tag, checked


@dataclass(frozen=True)
class Row:
    """One line. `next`: what happens if nobody does anything, in words."""

    id: UUID
    name: str
    provider: str
    checked: Tag
    next: str
    hidden: bool
    asked: str
    mailbox: str
    problems: tuple[Tag, ...]


def row(service: Service, today: date, lost: Collection[str]) -> Row:
    """Return the words of an entry of worklist.in_view; `lost`: mailboxes letters do not reach."""
    mailbox = mailbox_of(service)
    return Row(
        id=service.pk,
        name=service.name,
        provider=service.organization.name,
        checked=checked(service, today),
        next=next_step(service, today),
        hidden=service.hidden_since is not None,
        asked=_asked(service),
        mailbox=mailbox,
        problems=tuple(_problems(service, mailbox, lost)),
    )


def next_step(service: Service, today: date) -> str:
    """Return "Will be hidden on 3 January 2027", "Hidden since …" or that it never is."""
    if service.hidden_since:
        return f"Hidden since {day(service.hidden_since)}"
    light = freshness(service.assured_date, today)
    if light != Freshness.RED:
        return ""
    if is_kept(service):
        return "Never hidden by age: ring it first"
    since = service.assured_date or _published(service)
    if since is None:
        return ""
    return f"Will be hidden on {day(hides_on(since, service.overdue_since, today))}"


def _published(service: Service) -> date | None:
    published = service.first_published_at
    return timezone.localdate(published) if published else None


def _asked(service: Service) -> str:
    last = getattr(service, "last_asked", None)
    return f"Asked on {day(timezone.localdate(last))}" if last else "Not asked"


def _problems(service: Service, mailbox: str, lost: Collection[str]) -> list[Tag]:
    found = []
    if getattr(service, "has_problem", False):
        found.append(Tag("Problem reported", "urgent"))
    if getattr(service, "has_broken_link", False):
        found.append(Tag("Broken link", "warn"))
    if not mailbox:
        found.append(Tag("No mailbox", "warn"))
    elif mailbox in lost:
        found.append(Tag("Letters do not arrive", "warn"))
    return found
