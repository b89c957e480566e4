"""When services open, reckoned on the board by portal.hours, as the entry page reckons it.

Many services share their hours, so each line of hours is reckoned once for all that have it.
"""

from collections.abc import Collection, Mapping
from datetime import date, datetime
from uuid import UUID

from django.db.models import Q

from portal.hours.rules import OpeningState, opening_state
from services_directory.board import Board
from services_directory.choices import Status
from services_directory.models import Schedule

Row = tuple[object, ...]
Timetable = tuple[Row, ...]
MINUTES_KEPT = 2
# All that decides when a schedule holds; what else it has is told to people.
_NOT_OF_TIME = {
    "id", "sort_order", "service", "location", "attending_type", "description",
}  # fmt: skip
_FIELDS = [f.attname for f in Schedule._meta.concrete_fields if f.name not in _NOT_OF_TIME]


def open_now(board: Board, at: datetime) -> int:
    """Return the services that are open at this local time."""
    open_ones = board.remember(
        "open",
        _minute(at),
        lambda: board.bits_of(key for key, state in states(board, at).items() if state.is_open),
        most=MINUTES_KEPT,
    )
    always = board.members("always", Q(open_24_hours=True))
    return not_shut(board, at) & (always | open_ones)


def not_shut(board: Board, at: datetime) -> int:
    """Return the services that are not closed for a time on the day."""
    return board.members("not shut", not_closed_on(at.date()), token=at.date())


def not_closed_on(day: date) -> Q:
    """Return the condition for Service.is_closed_on being false: dates decide when given."""
    undated = Q(closed_from__isnull=True, closed_to__isnull=True)
    before = Q(closed_from__isnull=False, closed_from__gt=day)
    after = Q(closed_to__isnull=False, closed_to__lt=day)
    return (undated & ~Q(status=Status.TEMPORARILY_CLOSED)) | before | after


def states(board: Board, at: datetime) -> Mapping[UUID, OpeningState]:
    """Return by key whether each service with schedules is open, and when it opens next."""
    return board.remember("states", _minute(at), lambda: _states(board, at), most=MINUTES_KEPT)


def _states(board: Board, at: datetime) -> dict[UUID, OpeningState]:
    timetables: Mapping[UUID, Timetable] = board.facts("timetables", _load)
    rows = {row for timetable in timetables.values() for row in timetable}
    known = {row: _state(row, at) for row in rows}
    return {
        key: _together([known[row] for row in timetable]) for key, timetable in timetables.items()
    }


def _state(row: Row, at: datetime) -> OpeningState:
    schedule = Schedule(**dict(zip(_FIELDS, row, strict=True)))
    return opening_state([schedule.as_rule()], at)


def _together(states: list[OpeningState]) -> OpeningState:
    """Return whether any is open, and the first opening."""
    if len(states) == 1:
        return states[0]
    following = [state.opens_next for state in states if state.opens_next]
    is_open = any(state.is_open for state in states)
    return OpeningState(is_open, opens_next=min(following, default=None))


def _load(keys: Collection[UUID] | None) -> dict[UUID, Timetable]:
    rows = Schedule.objects.order_by()
    if keys is not None:
        rows = rows.filter(service__in=keys)
    found: dict[UUID, Timetable] = {}
    one_each: dict[Row, Row] = {}
    for key, *values in rows.values_list("service_id", *_FIELDS):
        row = tuple(values)
        found[key] = (*found.get(key, ()), one_each.setdefault(row, row))
    return found


def _minute(at: datetime) -> datetime:
    return at.replace(second=0, microsecond=0)
