"""Soonest first: what somebody can turn to before anything else.

1. Services that are temporarily closed today stand last.
2. Then the wait: weeks where they were stated in the last 6 months; none where nobody stated a
   wait and one can ask for oneself, or for one's family, or at any hour. Where only a professional
   can ask and no wait was stated, it is not known, and stands after every known one.
3. Then the next opening within 7 days by the schedules, now being the soonest; later or not known
   stands after it.
"""

from collections.abc import Callable, Collection
from datetime import date, datetime, timedelta
from math import inf
from uuid import UUID

from django.db.models import Q

from services_directory.board import Board, bits
from services_directory.finder.facts import waits_hold_since
from services_directory.finder.opening import not_shut, states
from services_directory.models import Service

AHEAD = timedelta(days=8)  # to the end of the seventh day
WORDS = (
    "Soonest first: by the waiting time stated in the last 6 months, then by when it opens next. "
    "Where no wait is stated, ring to ask."
)


def soonness(board: Board, at: datetime) -> Callable[[int], tuple[float, ...]]:
    """Return how to tell shut (0 or 1), wait (weeks) and opening (minutes) of a place's service."""
    shut = bits.tester(~not_shut(board, at) & board.everyone, len(board.order))
    always = bits.tester(board.members("always", Q(open_24_hours=True)), len(board.order))
    wait, opens = _waits(board, at.date()), _openings(board, at)

    def tell(place: int) -> tuple[float, ...]:
        key = board.order[place][1]
        return shut(place), wait(place), 0 if always(place) else opens(key)

    return tell


def _waits(board: Board, today: date) -> Callable[[int], float]:
    since = waits_hold_since(today)
    stated = board.facts("waits", _stated)
    open_to_all = Q(open_24_hours=True) | Q(referral_self=True) | Q(referral_family=True)
    anybody = bits.tester(board.members("open to all", open_to_all), len(board.order))

    def wait(place: int) -> float:
        weeks, stated_on = stated.get(board.order[place][1], (0, date.min))
        return weeks if stated_on >= since else 0 if anybody(place) else inf

    return wait


def _openings(board: Board, at: datetime) -> Callable[[UUID], float]:
    """Minutes from the beginning of today to the next opening; 0 for open now."""
    known = states(board, at)
    today = at.replace(hour=0, minute=0, second=0, microsecond=0)

    def opens(key: UUID) -> float:
        state = known.get(key)
        if state is None or state.is_open:
            return inf if state is None else 0
        ahead = state.opens_next - today if state.opens_next else AHEAD
        return ahead.total_seconds() / 60 if ahead < AHEAD else inf

    return opens


def _stated(keys: Collection[UUID] | None) -> dict[UUID, tuple[int, date]]:
    rows = Service.objects.filter(wait_weeks__isnull=False, wait_stated_on__isnull=False)
    if keys is not None:
        rows = rows.filter(pk__in=keys)
    found = rows.order_by().values_list("pk", "wait_weeks", "wait_stated_on")
    return {key: (weeks or 0, stated_on or date.min) for key, weeks, stated_on in found}
