"""Find services: filter, count, order and page."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from django.core.paginator import Page, Paginator

from portal.places.queries import KM_PER_MILE, Place
from services_directory.board import Board, current
from services_directory.finder import reach
from services_directory.finder.filters import Filter
from services_directory.finder.helplines import helplines
from services_directory.finder.near import within
from services_directory.finder.ordering import ordered
from services_directory.finder.request import Ask
from services_directory.finder.rows import Rows
from services_directory.finder.widening import HEART, fit, left, widen
from services_directory.finder.words import Words, match
from services_directory.models import Service

PER_PAGE = 20
# When the heart of the matter was let go, a few stand for many: nobody reads 150 guesses.
FEW = 10


@dataclass(frozen=True)
class Found:
    """A page of services. `ask` is what was answered; `relaxed` names what it left out.

    `available`: how many fit the answered request, when only a few of them are shown.
    """

    ask: Ask
    page: Page
    counts: dict[str, dict[str, int]]
    relaxed: tuple[str, ...] = ()
    helplines: list[Service] = field(default_factory=list)
    available: int | None = None

    @property
    def total(self) -> int:
        return self.page.paginator.count


def find(
    ask: Ask, filters: Sequence[Filter], at: datetime | None = None, *, count: bool = True
) -> Found:
    """Return the services that fit; when none does, those that fit a wider request.

    Without a single thing left to ask for, none: everything there is answers no question.
    `count`: whether to count what each choice would find.
    """
    board, words = current(), match(ask.text)
    parts = _parts(board, ask, filters, words)
    answered, relaxed = widen(board, ask, parts)
    parts = left(parts, answered)
    words = words if answered.text else Words()
    counts = _counts(board, filters, parts) if count else {}
    if relaxed and answered.is_empty:
        nothing = Paginator(Service.objects.none(), PER_PAGE).get_page(1)
        return Found(ask, nothing, counts, (), helplines())
    order = ordered(board, fit(board, parts.values()), answered, words, at)
    available = len(order) if HEART & set(relaxed) else None
    rows = Rows(board, order, FEW if available else None)
    page = Paginator(rows, PER_PAGE).get_page(ask.page)
    shown = set(page.object_list)
    lines = [] if shown and not relaxed else [line for line in helplines() if line not in shown]
    return Found(answered, page, counts, relaxed, lines, available)


def _parts(board: Board, ask: Ask, filters: Sequence[Filter], words: Words) -> dict[str, int]:
    """Return the services that fit each thing asked for, by its name in WIDEN."""
    parts = {each.key: each.fitting(board, ask.chosen[each.key]) for each in _chosen(ask, filters)}
    if ask.text:
        parts["text"] = words.fitting(board)
    if ask.place:
        parts["near"] = reach.covering(board, ask.place)
    if ask.place and ask.miles:
        parts["miles"] = _inside(board, ask.place, ask)
    return parts


def _inside(board: Board, place: Place, ask: Ask) -> int:
    """Return what is inside the distance, and what needs no journey unless a place is wanted."""
    limit = (ask.miles or 0) * KM_PER_MILE
    if ask.wants_a_place:
        return within(board, place, limit)
    return reach.reachable(board, place, limit)


def _chosen(ask: Ask, filters: Sequence[Filter]) -> list[Filter]:
    return [each for each in filters if each.key in ask.chosen]


def _counts(
    board: Board, filters: Sequence[Filter], parts: Mapping[str, int]
) -> dict[str, dict[str, int]]:
    """Count each filter under all the others, so that a choice can be widened."""
    everything, counts = fit(board, parts.values()), {}
    for each in filters:
        others = (part for name, part in parts.items() if name != each.key)
        under = fit(board, others) if each.key in parts else everything
        counts[each.key] = each.counts(board, under)
    return counts
