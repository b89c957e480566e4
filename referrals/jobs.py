"""What the worker does for this room."""

from collections.abc import Callable

from referrals.journey.drafts import forget_expired

JOBS: list[tuple[str, float, Callable[[], object]]] = [
    ("forget-expired-drafts", 3600, forget_expired)
]
