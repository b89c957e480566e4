"""What came of one try to deliver."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Delivered:
    """The receiver has it, or said that it had it already."""


@dataclass(frozen=True)
class TryAgain:
    """It may work later. `after`: seconds the receiver asked us to wait.

    `down`: the whole destination does not answer, so that others need not be tried now.
    """

    why: str
    after: float | None = None
    down: bool = False


@dataclass(frozen=True)
class Refused:
    """The same bytes will never be taken: a person must look."""

    why: str


Verdict = Delivered | TryAgain | Refused
