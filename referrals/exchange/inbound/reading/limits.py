"""What no message may exceed, so that a hostile one costs nothing."""

from collections.abc import Callable, Iterable
from typing import Any

MOST_DEPTH = 60
MOST_NODES = 100_000


class Unreadable(Exception):
    """The body can't be read; the text says why, and repeats nothing of the body."""


def refuse_depth(whole: Any, children: Callable[[Any], Iterable[Any]]) -> None:
    """Raise Unreadable for a tree that is too deep or holds too much."""
    nodes, level, depth = 0, [whole], 0
    while level:
        depth, nodes = depth + 1, nodes + len(level)
        if depth > MOST_DEPTH or nodes > MOST_NODES:
            raise Unreadable("The body is nested too deeply, or holds too much.")
        level = [child for each in level for child in children(each)]
