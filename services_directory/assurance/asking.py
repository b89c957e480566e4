"""Letters that ask a role mailbox whether its entries are still true."""

import logging
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import timedelta

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import Exists, F, OuterRef
from django.urls import reverse
from django.utils import timezone
from wagtail.log_actions import log

from portal import letters
from portal.people.models import User
from services_directory.assurance import conditions
from services_directory.assurance.links import token_for
from services_directory.assurance.mailboxes import WITHOUT, mailbox_of
from services_directory.assurance.services import ASKED
from services_directory.models import Service, Verification
from services_directory.models.querysets import ServiceQuerySet

logger = logging.getLogger(__name__)
LETTER = "services_directory/assurance/letter_check.txt"
# More would not be answered; the rest is asked the next day.
MOST_IN_A_LETTER = 30
MOST_A_DAY = 2_000
PAUSE_BETWEEN_FRESH_LINKS = timedelta(minutes=10)


def ask_due() -> int:
    """Ask every mailbox about its entries that are due or overdue; return how many letters.

    One letter a mailbox, the longest unchecked first. Nobody is asked about an entry again within
    DIRECTORY_ASK_WEEKS, nor at an address that letters do not reach.
    """
    useless = letters.undeliverable()
    asked = 0
    for mailbox, services in _by_mailbox(_due()).items():
        if mailbox not in useless:
            asked += _ask_safely(mailbox, services[:MOST_IN_A_LETTER])
    return asked


def _ask_safely(mailbox: str, services: Sequence[Service]) -> int:
    """One address that is none must not keep the letters of the others back."""
    try:
        ask(mailbox, services)
    except ValidationError:
        logger.error("The mailbox of %s is no e-mail address.", services[0].organization_id)
        return 0
    return 1


@transaction.atomic
def ask(mailbox: str, services: Sequence[Service]) -> None:
    """Queue one letter with a link for each entry."""
    now = timezone.now()
    expires = now + timedelta(days=settings.DIRECTORY_LINK_DAYS)
    asked = Verification.objects.bulk_create(
        Verification(service=service, sent_to=mailbox, asked_at=now, expires_at=expires)
        for service in services
    )
    context = {"entries": [_line(each) for each in asked], "expires": timezone.localdate(expires)}
    letters.send_later(mailbox, _subject(services), LETTER, context)


@transaction.atomic
def ask_again(service: Service, user: User) -> str:
    """Ask at once because staff say so; return the mailbox, or "" when there is none."""
    mailbox = mailbox_of(service)
    if mailbox:
        letters.forget_failed(mailbox)
        ask(mailbox, [service])
        log(instance=service, action=ASKED, user=user)
    return mailbox


def send_fresh_link(old: Verification) -> None:
    """Send a new link to the mailbox that answers for the entry now, whoever holds the old one.

    Within ten minutes of the last letter nothing is sent: the one on its way will do.
    """
    mailbox = mailbox_of(old.service)
    since = timezone.now() - PAUSE_BETWEEN_FRESH_LINKS
    recent = Verification.objects.filter(service=old.service, asked_at__gt=since)
    if mailbox and not recent.exists():
        ask(mailbox, [old.service])


def _due() -> ServiceQuerySet:
    now = timezone.now()
    lately = now - timedelta(weeks=settings.DIRECTORY_ASK_WEEKS)
    asked = Verification.objects.filter(service=OuterRef("pk"), asked_at__gt=lately)
    due = conditions.entries().filter(~Exists(asked), conditions.to_check(timezone.localdate(now)))
    longest_unchecked = F("assured_date").asc(nulls_first=True)
    known = due.exclude(WITHOUT).select_related("organization")
    return known.order_by(longest_unchecked, "name", "pk")[:MOST_A_DAY]


def _by_mailbox(services: Iterable[Service]) -> Mapping[str, list[Service]]:
    found: dict[str, list[Service]] = defaultdict(list)
    for service in services:
        if mailbox := mailbox_of(service):
            found[mailbox].append(service)
    return found


def _line(asked: Verification) -> dict[str, object]:
    path = reverse("directory_check", args=[token_for(asked)])
    return {
        "name": asked.service.name,
        "assured": asked.service.assured_date,
        "hidden": asked.service.hidden_since is not None,
        "url": letters.absolute(path),
    }


def _subject(services: Sequence[Service]) -> str:
    if len(services) == 1:
        return f"Is this still right? {services[0].name}"
    return f"Are these still right? {len(services)} entries in our directory"
