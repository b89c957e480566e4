"""Which entries are due, overdue or to be hidden, as conditions on Service."""

from datetime import date, timedelta

from django.conf import settings
from django.db.models import Q

from services_directory.assurance.freshness import ages, cutoff
from services_directory.choices import PUBLIC_STATUSES
from services_directory.models import Service
from services_directory.models.querysets import ServiceQuerySet

NEVER_CHECKED = Q(assured_date=None)
# Somebody answers at any hour, or a referral form leads there. Such an entry may be the last
# answer for a person in distress: a number that may be out of date is better than none. It is
# neither demoted nor hidden by age; it stands at the top of the work-list until somebody rings it.
KEPT = Q(open_24_hours=True) | ~Q(pathway="")


def entries() -> ServiceQuerySet:
    """Return the entries that answer for something: published and running, hidden or not."""
    return Service.objects.filter(live=True, status__in=PUBLIC_STATUSES)


def amber(today: date) -> Q:
    """A check is due and not yet overdue."""
    at = ages()
    return Q(
        assured_date__lt=cutoff(today, at.amber), assured_date__gte=cutoff(today, at.red)
    )  # fmt: skip


def red(today: date) -> Q:
    """A check is overdue, or there never was one."""
    return NEVER_CHECKED | Q(assured_date__lt=cutoff(today, ages().red))


def to_check(today: date) -> Q:
    """Amber or red."""
    return NEVER_CHECKED | Q(assured_date__lt=cutoff(today, ages().amber))


def demoted(today: date) -> Q:
    """Red, and not one of those that are always kept in sight."""
    return red(today) & ~KEPT


def too_old(today: date) -> Q:
    """The check is as old as an entry may get; without one, the day of publication counts."""
    day = cutoff(today, ages().hide)
    unchecked = Q(assured_date=None, first_published_at__date__lt=day)
    return (Q(assured_date__lt=day) | unchecked) & ~KEPT


def to_hide(today: date) -> Q:
    """Too old, and long enough on the work-list."""
    noticed = today - timedelta(days=settings.DIRECTORY_NOTICE_DAYS)
    return too_old(today) & Q(hidden_since=None, overdue_since__lte=noticed)


def is_kept(service: Service) -> bool:
    """Say of one entry what KEPT says to the database."""
    return service.open_24_hours or bool(service.pathway)
