"""The board of this process, brought up to date by the log of changes."""

from bisect import bisect_left
from collections.abc import Collection, Hashable, Mapping
from dataclasses import replace
from threading import Lock
from uuid import UUID

from django.db import connection
from django.db.models import BooleanField, Case, Value, When

from services_directory.board import bits, changes
from services_directory.board.board import Board, Facts, Members, sort_name
from services_directory.models import Service

_lock = Lock()
_kept: Board | None = None


def current() -> Board:
    """Return the board of the directory as it is now: one short query while nothing changed.

    A transaction gets a board of its own: it sees what it has changed, and nobody else does.
    """
    global _kept
    if connection.in_atomic_block:
        return Board(changes.version())
    kept, now = _kept, changes.version()
    if kept is not None and kept.version == now:
        return kept
    if not _lock.acquire(blocking=kept is None) and kept is not None:
        return kept  # somebody is at it, and what is shown is read from the database anyway
    try:
        _kept = _brought_up_to_date(_kept, changes.version())
        return _kept
    finally:
        _lock.release()


def forget() -> None:
    """Read everything anew when next asked."""
    global _kept
    _kept = None


def _brought_up_to_date(old: Board | None, now: changes.Version) -> Board:
    if old is not None and old.version == now:
        return old
    rows = changes.recent(now)
    changed = changes.changed(old.version, old.seen, now, rows) if old else None
    new = Board(now, frozenset(rows))
    if old is not None and changed is not None:
        _follow(old, new, changed)
    elif old is not None:
        _read_anew(old, new)
    return new


def _read_anew(old: Board, new: Board) -> None:
    """Have the new board ask all that the old one was asked, before anybody waits for it."""
    for name, known in dict(old.members_by_name).items():
        new.members(name, known.condition, known.token)
    for fact, facts in dict(old.facts_by_name).items():
        new.facts(fact, facts.load)


def _follow(old: Board, new: Board, changed: Collection[UUID]) -> None:
    """Give the new board what the old one knew, with the changed services read again."""
    members = dict(old.members_by_name)
    were = map(old.place_of, changed)
    gone = sorted((place for place in were if place is not None), reverse=True)
    order = list(old.order)
    for place in gone:
        del order[place]
    put_in = []
    for entry, fits in _read(changed, members):
        place = bisect_left(order, entry)
        order.insert(place, entry)
        put_in.append((place, fits))
    new.order = order  # type: ignore[misc]  # in place of reading it
    for index, (name, known) in enumerate(members.items()):
        moved = known.bits
        for place in gone:
            moved = bits.without(moved, place)
        for place, fits in put_in:
            moved = bits.with_(moved, place, bool(fits[index]))
        new.members_by_name[name] = replace(known, bits=moved)
    for name, facts in dict(old.facts_by_name).items():
        kept = {key: value for key, value in facts.values.items() if key not in changed}
        new.facts_by_name[name] = Facts(facts.load, kept | facts.load(changed))


def _read(
    changed: Collection[UUID], members: Mapping[Hashable, Members]
) -> list[tuple[tuple[str, UUID], tuple[bool, ...]]]:
    """Return those still public in order, each with whether it fits each condition."""
    flags = [
        Case(When(known.condition, then=Value(True)), default=False, output_field=BooleanField())
        for known in members.values()
    ]
    rows = Service.objects.public().filter(pk__in=changed).order_by()
    found = rows.annotate(**{f"fits_{n}": flag for n, flag in enumerate(flags)})
    names = [f"fits_{n}" for n in range(len(flags))]
    return sorted(
        ((sort_name(name), pk), tuple(fits))
        for name, pk, *fits in found.values_list("name", "pk", *names)
    )
