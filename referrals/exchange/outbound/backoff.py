"""How long to wait before the next try."""

import random
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime

FIRST = timedelta(seconds=30)
LONGEST = timedelta(hours=6)
# However long a receiver asks for, we look again within a day.
LONGEST_ASKED = timedelta(hours=24)
# Doubling from half a minute, then every few hours: given up after one and a half to three days.
MOST_TRIES = 20


def pause(
    tries: int, asked: float | None = None, draw: Callable[[], float] = random.random
) -> timedelta:
    """Return the wait after so many failed tries: doubled each time, half of it by chance.

    asked: seconds that the receiver wants; it is never waited less. draw: a number from 0 to 1.
    """
    whole = min(FIRST * 2 ** min(max(tries - 1, 0), 20), LONGEST)
    wait = whole / 2 + whole / 2 * draw()
    if asked is None or asked <= 0:
        return wait
    return max(wait, timedelta(seconds=min(asked, LONGEST_ASKED.total_seconds())))


def seconds_asked(retry_after: str | None, now: datetime) -> float | None:
    """Return what a Retry-After header asks for, as seconds or a date (RFC 9110, 10.2.3)."""
    text = (retry_after or "").strip()
    if text.isascii() and text.isdigit():
        return float(text[:9])
    try:
        until = parsedate_to_datetime(text)
    except ValueError:
        return None
    until = until if until.tzinfo else until.replace(tzinfo=UTC)
    return max((until - now).total_seconds(), 0.0)
