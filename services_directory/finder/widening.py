"""When nothing fits: let go of the least that helps, and say what."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import reduce
from operator import and_

from services_directory.board import Board
from services_directory.finder.request import Ask

HEART = {"text", "need"}
# What is kept while letting go of anything else helps.
LAST = {*HEART, "near"}
# What is let go first when nothing fits: details before the heart of the matter.
WIDEN = (
    "open_now", "miles", "access", "language", "hours", "wait", "feature", "age", "since", "cause",
    "died", "faith", "cost", "referral", "mode", "audience", "reach", "need", "text", "near",
)  # fmt: skip


def left(parts: Mapping[str, int], ask: Ask) -> dict[str, int]:
    """Return the parts that a wider request still has."""
    return {name: part for name, part in parts.items() if ask.has(name)}


def fit(board: Board, parts: Iterable[int]) -> int:
    return reduce(and_, parts, board.everyone)


def widen(board: Board, ask: Ask, parts: Mapping[str, int]) -> tuple[Ask, tuple[str, ...]]:
    """Let go of a detail, of several, and only then of what somebody came for."""
    for relaxed in _steps([name for name in WIDEN if ask.without(name) != ask]):
        if _finds(board, ask, parts, relaxed):
            least = _least(board, ask, parts, relaxed)
            return reduce(Ask.without, least, ask), least
    return ask, ()


def _steps(given: Sequence[str]) -> Iterator[tuple[str, ...]]:
    """What can be let go, the least first: none, one detail, several, the rest, all of it."""
    details = [name for name in given if name not in LAST]
    yield ()
    yield from ((name,) for name in details)
    yield from (tuple(details[:n]) for n in range(2, len(details) + 1))
    yield from ((name,) for name in given if name in LAST)
    yield from (tuple(given[:n]) for n in range(2, len(given) + 1))


def _least(
    board: Board, ask: Ask, parts: Mapping[str, int], relaxed: tuple[str, ...]
) -> tuple[str, ...]:
    """Keep of these what does not stand in the way after all, the more important first."""
    for name in reversed(relaxed):
        fewer = tuple(other for other in relaxed if other != name)
        relaxed = fewer if _finds(board, ask, parts, fewer) else relaxed
    return relaxed


def _finds(board: Board, ask: Ask, parts: Mapping[str, int], relaxed: Iterable[str]) -> bool:
    wider = reduce(Ask.without, relaxed, ask)
    return bool(fit(board, left(parts, wider).values()))
