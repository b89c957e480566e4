"""Entries by the age of their check, seen from one fixed day."""

from datetime import date, datetime, timedelta
from typing import Any

from django.utils import timezone
from post_office.models import STATUS, Email

from services_directory.models import Organization, Service, Verification
from tests.services_directory import build

TODAY = date(2026, 11, 24)
GREEN, AMBER, RED, OLD = (
    date(2026, 11, 1), date(2026, 7, 1), date(2026, 4, 1), date(2025, 10, 1)
)  # fmt: skip
MAILBOX = "directory@hospice.example"


def owner(name: str = "St Wyvern's Hospice", **fields: Any) -> Organization:
    """An organisation with a role mailbox."""
    fields = {"assurer_email": MAILBOX, "assurer_role": "Nurse manager", **fields}
    return build.organization(name, **fields)


def entry(name: str = "Evening group", assured: date | None = GREEN, **fields: Any) -> Service:
    """A public entry that was last checked on a day."""
    made = build.service(
        name, organization=fields.pop("organization", None) or owner(), **fields
    )  # fmt: skip
    role = "Night nurse" if assured else ""
    Service.objects.filter(pk=made.pk).update(assured_date=assured, assurer_role=role)
    made.refresh_from_db()
    return made


def question(service: Service, asked: datetime | None = None, days: int = 28) -> Verification:
    """A question that was sent to the role mailbox."""
    asked = asked or timezone.now()
    return Verification.objects.create(
        service=service, sent_to=MAILBOX, asked_at=asked, expires_at=asked + timedelta(days=days)
    )


def letters() -> list[Email]:
    """The letters that wait, oldest first."""
    return list(Email.objects.order_by("pk"))


def undelivered(address: str) -> None:
    """A letter that could not be delivered after the last try."""
    Email.objects.create(from_email="us@wyvernvale.example", to=[address], status=STATUS.failed)


def links(letter: Email) -> list[str]:
    """The paths of the links in a letter."""
    lines = [line for line in letter.message.splitlines() if line.startswith("http")]
    return ["/" + line.split("/", 3)[3] for line in lines]
