"""What no message may exceed, so that a hostile one costs nothing."""

MOST_DEPTH = 60
MOST_NODES = 100_000


class Unreadable(Exception):
    """The body can't be read; the text says why, and repeats nothing of the body."""
