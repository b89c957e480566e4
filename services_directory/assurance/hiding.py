"""The job that notes what is overdue and hides what stayed so too long."""

from django.db import transaction
from django.utils import timezone

from services_directory.assurance import conditions
from services_directory.assurance.services import HIDDEN_BY_AGE, hide
from services_directory.models import Service

AT_ONCE = 200


def hide_overdue() -> int:
    """Hide what is too old and has stood on the work-list for its notice; return how many.

    First, what has become red is noted with today's date: from that day the work-list says when
    it will be hidden. Ages count from the check; an imported entry that is years old when it
    arrives still gets the whole notice. What is checked is shown again by `record_check`.
    """
    today = timezone.localdate()
    red = conditions.entries().filter(conditions.red(today))
    red.filter(overdue_since=None).update(overdue_since=today)
    green_again = Service.objects.exclude(overdue_since=None).exclude(conditions.red(today))
    green_again.filter(hidden_since=None).update(overdue_since=None)
    return _hide_in_parts()


def _hide_in_parts() -> int:
    done = 0
    while part := _hide_some():
        done += part
    return done


@transaction.atomic
def _hide_some() -> int:
    due = conditions.entries().filter(conditions.to_hide(timezone.localdate()))
    some = list(due.select_for_update().order_by("pk")[:AT_ONCE])
    hide(some, action=HIDDEN_BY_AGE)
    return len(some)
