"""The staff pages, each for those who hold its permission."""

from dataclasses import dataclass
from typing import Any

from django.urls import NoReverseMatch, reverse


@dataclass(frozen=True)
class StaffDoor:
    label: str
    url: str
    about: str


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
        "services_directory.view_service",
        "directory_staff",
        "Directory",
        "Find services, with direct lines, criteria and notes for staff.",
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
            doors.append(StaffDoor(label, url, about))
    return doors


def _address(name: str) -> str:
    try:
        return reverse(name)
    except NoReverseMatch:
        return ""
