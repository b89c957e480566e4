"""In what order services are listed. Only what a page needs is put in order."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from itertools import chain
from math import floor, inf, sqrt

from django.utils import timezone

from portal.places.queries import KM_PER_MILE, Place
from services_directory.assurance.conditions import demoted
from services_directory.board import Board, bits
from services_directory.finder import reach
from services_directory.finder.breadth import breadth
from services_directory.finder.losses import of_another_loss
from services_directory.finder.near import KM_PER_DEGREE, squares
from services_directory.finder.request import Ask
from services_directory.finder.soonest import soonness
from services_directory.finder.words import Words

# A helpline for the whole nation must fit the words better by this many ranks to stand above a
# service from here.
NATIONAL_HANDICAP = 5
# So must one that nobody has confirmed for too long.
OVERDUE_HANDICAP = 10
# One for a loss that nobody spoke of stands a page lower.
LOSS_HANDICAP = 20
# How much nearer a service must be to stand before one that fits better.
STEP_MILES = 3
Tell = Callable[[int], tuple[float, ...]]
Sort = Callable[[list[int]], list[int]]


@dataclass(frozen=True)
class Run:
    """Services that stand together, by name unless `sort` puts their places another way."""

    members: int
    sort: Sort | None = None

    def places(self, start: int, stop: int) -> list[int]:
        if self.sort is None:
            return bits.places(self.members, start, stop)
        return self.sort(bits.places(self.members))[start:stop]


@dataclass(frozen=True)
class Order:
    """Runs of services, one after the other."""

    runs: tuple[Run, ...]

    def __len__(self) -> int:
        return sum(run.members.bit_count() for run in self.runs)

    def places(self, start: int, stop: int) -> list[int]:
        """Return the places on the board from the start-th to before the stop-th."""
        found: list[int] = []
        for run in self.runs:
            count = run.members.bit_count()
            if start < count and stop > 0:
                found += run.places(start, min(stop, count))
            start, stop = max(start - count, 0), stop - count
        return found


def ordered(board: Board, found: int, ask: Ask, words: Words, at: datetime | None = None) -> Order:
    """Return the order asked for; ties fall by name, then by key.

    `at`: the local time that "soonest" counts from, default now.
    """
    place = ask.place
    if ask.sort == "name":
        return Order((Run(found),))
    if ask.sort == "nearest" and place:
        close = reach.near(board, place)
        sort = _by(_distance(board, place), _late(board), _far(board, place))
        return Order((Run(found & close, sort), Run(found & ~close, sort)))
    if ask.sort == "soonest":
        soon = soonness(board, at or timezone.localtime())
        return Order((Run(found, _by(soon, _late(board), _distance(board, place))),))
    if words.ranks:
        rank = _rank(board, ask, words)
        return Order((Run(found, _by(rank, _distance(board, place))),))
    return _best(board, found, place)


def _best(board: Board, found: int, place: Place | None) -> Order:
    """What was checked in time before the rest; of these, what is from here.

    With a place: by steps of distance; within a step what is for few needs, and so for this one
    above all, before what is for many; then the nearer.
    """
    overdue, here = _overdue(board), _here(board, place)
    sort = _by(_fit(board, place)) if place else None
    parts = [late & part for late in (found & ~overdue, found & overdue) for part in (here, ~here)]
    return Order(tuple(Run(part, sort) for part in parts if part))


def _by(*tells: Tell) -> Sort:
    """Sort places by what each tells of them; those alike stay in the order of their names."""

    def key(at: int) -> tuple[float, ...]:
        return tuple(chain.from_iterable(tell(at) for tell in tells))

    return lambda places: sorted(places, key=key)


def _distance(board: Board, place: Place | None) -> Tell:
    if place is None:
        return lambda at: ()
    square = squares(board, place)
    return lambda at: (square(board.order[at][1]),)


def _fit(board: Board, place: Place) -> Tell:
    breadths, square_of = breadth(board), squares(board, place)
    step = (STEP_MILES * KM_PER_MILE / KM_PER_DEGREE) ** 2

    def tell(at: int) -> tuple[float, ...]:
        key = board.order[at][1]
        square = square_of(key)
        steps = square if square == inf else floor(sqrt(square / step))
        return steps, breadths.get(key, 0), square

    return tell


def _far(board: Board, place: Place | None) -> Tell:
    here = bits.tester(_here(board, place), len(board.order))
    return lambda at: (1 - here(at),)


def _late(board: Board) -> Tell:
    overdue = bits.tester(_overdue(board), len(board.order))
    return lambda at: (overdue(at),)


def _rank(board: Board, ask: Ask, words: Words) -> Tell:
    placed = ((board.place_of(key), rank) for key, rank in words.ranks.items())
    ranks = {place: rank for place, rank in placed if place is not None}
    here = bits.tester(_here(board, ask.place), len(board.order))
    overdue = bits.tester(_overdue(board), len(board.order))
    of_another = of_another_loss(board, ask, words)

    def tell(at: int) -> tuple[float, ...]:
        rank = ranks.get(at, len(words.ranks))
        rank += (1 - here(at)) * NATIONAL_HANDICAP + overdue(at) * OVERDUE_HANDICAP
        return (rank + of_another(board.order[at][1]) * LOSS_HANDICAP,)

    return tell


def _here(board: Board, place: Place | None) -> int:
    """Return the services from here: not for the nation, and near or for people here."""
    local = board.everyone & ~reach.national(board)
    return local & (reach.covers(board, place) | reach.near(board, place)) if place else local


def _overdue(board: Board) -> int:
    """Return what nobody has confirmed for too long: it stands below the rest."""
    today = timezone.localdate()
    return board.members("overdue", demoted(today), token=today)
