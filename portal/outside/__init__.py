"""Reading addresses that other people wrote, safely: bounded, polite, and never inwards."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Reached:
    """Whether an address answers: its status, or in words why none came."""

    status: int | None
    problem: str = ""


def reach(url: str) -> Reached:
    """Ask an address whether it is there. Never raises for what the other side does."""
    raise NotImplementedError
