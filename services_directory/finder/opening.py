"""When services open, reckoned on the board by portal.hours, as the entry page reckons it.

Most services share their hours with others, so each timetable is reckoned once for all of them.
"""

from collections import defaultdict
from collections.abc import Collection, Mapping
from datetime import datetime
from uuid import UUID

from django.db.models import Q

from portal.hours.rules import OpeningState, opening_state
from services_directory.board import Board
from services_directory.finder.open_now import not_closed_on
from services_directory.models import Schedule

Row = tuple[object, ...]
Timetable = tuple[Row, ...]
# All that decides when a schedule holds; what else it has is told to people.
_NOT_OF_TIME = {
    "id", "sort_order", "service", "location", "attending_type", "description",
}  # fmt: skip
_FIELDS = [f.attname for f in Schedule._meta.concrete_fields if f.name not in _NOT_OF_TIME]


def open_now(board: Board, at: datetime) -> int:
    """Return the services that are open at this local time."""
    open_ones = board.remember(
        ("open", _minute(at)),
        lambda: board.bits_of(key for key, state in states(board, at).items() if state.is_open),
    )
    always = board.members("always", Q(open_24_hours=True))
    return not_shut(board, at) & (always | open_ones)


def not_shut(board: Board, at: datetime) -> int:
    """Return the services that are not closed for a time on the day."""
    return board.members("not shut", not_closed_on(at.date()), token=at.date())


def states(board: Board, at: datetime) -> Mapping[UUID, OpeningState]:
    """Return by key whether each service with schedules is open, and when it opens next."""
    return board.remember(("states", _minute(at)), lambda: _states(board, at))


def _states(board: Board, at: datetime) -> dict[UUID, OpeningState]:
    timetables: Mapping[UUID, Timetable] = board.facts("timetables", _load)
    known = {each: _state(each, at) for each in set(timetables.values())}
    return {key: known[timetable] for key, timetable in timetables.items()}


def _state(timetable: Timetable, at: datetime) -> OpeningState:
    schedules = [Schedule(**dict(zip(_FIELDS, row, strict=True))) for row in timetable]
    return opening_state([schedule.as_rule() for schedule in schedules], at)


def _load(keys: Collection[UUID] | None) -> dict[UUID, Timetable]:
    rows = Schedule.objects.order_by()
    if keys is not None:
        rows = rows.filter(service__in=keys)
    found: dict[UUID, set[Row]] = defaultdict(set)
    one_each: dict[Row, Row] = {}
    for key, *values in rows.values_list("service_id", *_FIELDS):
        row = tuple(values)
        found[key].add(one_each.setdefault(row, row))
    tables: dict[Timetable, Timetable] = {}
    ordered = ((key, tuple(sorted(rows, key=_by_time))) for key, rows in found.items())
    return {key: tables.setdefault(table, table) for key, table in ordered}


def _by_time(row: Row) -> Row:
    return row[: _FIELDS.index("closes_at") + 1]


def _minute(at: datetime) -> datetime:
    return at.replace(second=0, microsecond=0)
