"""How much of somebody else's server we take, at most."""

from dataclasses import dataclass

MEGABYTE = 1024 * 1024


class OutsideProblem(Exception):
    """Why an address can't be read, in words for staff."""


@dataclass(frozen=True)
class Limits:
    """Bytes count after decompression; `seconds` is the time for everything, redirects included."""

    bytes: int = 20 * MEGABYTE
    seconds: float = 60
    connect_seconds: float = 5
    read_seconds: float = 20
    redirects: int = 5


USUAL = Limits()
