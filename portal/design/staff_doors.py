"""The staff pages, each for those who hold its permission."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.urls import NoReverseMatch, reverse


@dataclass(frozen=True)
class StaffDoor:
    """`waiting`: how many things wait behind the door; None where nobody counts."""

    label: str
    url: str
    about: str
    waiting: int | None = None


# URL name -> how many things wait there. Rooms add theirs when they are ready.
_COUNTS: dict[str, Callable[[], int]] = {}


def count_with(name: str, count: Callable[[], int]) -> None:
    """Show at the door with this URL name how many things wait: one cheap query."""
    _COUNTS[name] = count


# (permission, URL name, label, what it is for)
_DOORS = [
    (
        "referrals.view_referral",
        "triage_queue",
        "Referrals",
        "See who has asked for help, decide, and record what was done.",
    ),
    (
        "referrals.view_auditevent",
        "triage_audit",
        "Audit trail",
        "See who read or changed which referral, and when.",
    ),
    (
        "referrals.view_deletioncertificate",
        "referral_records",
        "Records",
        "See which referrals are deleted and when, and keep one for legal reasons.",
    ),
    (
        "referrals.view_outboxmessage",
        "deliveries",
        "Deliveries",
        "See what other systems were told, and send again what was given up.",
    ),
    (
        "services_directory.view_service",
        "directory_staff",
        "Directory",
        "Find services, with direct lines, criteria and notes for staff.",
    ),
    (
        "services_directory.propose_changeproposal",
        "my_services",
        "My services",
        "See what the directory says of your services. Confirm it, or propose a change.",
    ),
    (
        "services_directory.decide_changeproposal",
        "change_proposals",
        "Proposals",
        "Compare what partners propose with the directory. Accept it or return it.",
    ),
    (
        "services_directory.publish_service",
        "directory_imports",
        "Imports",
        "Read the lists of others into the directory, and see what would change first.",
    ),
    (
        "wagtailadmin.access_admin",
        "wagtailadmin_home",
        "Content admin",
        "Write, review and publish pages.",
    ),
]


def doors_of(user: Any) -> list[StaffDoor]:
    """Return the doors open to `user`; none for a visitor. Rooms not built in are left out."""
    if user is None or not user.is_authenticated:
        return []
    doors = []
    for permission, name, label, about in _DOORS:
        url = _address(name)
        if url and user.has_perm(permission):
            count = _COUNTS.get(name)
            doors.append(StaffDoor(label, url, about, count() if count else None))
    return doors


def _address(name: str) -> str:
    try:
        return reverse(name)
    except NoReverseMatch:
        return ""
