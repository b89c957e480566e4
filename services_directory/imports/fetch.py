"""A polite reader of one feed's server: it pauses, tries again, and has a budget."""

import tempfile
import time
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from typing import IO, Any, TypeVar

from django.conf import settings

from portal.outside import Answer, Limits, OutsideProblem, get
from services_directory.imports.readers.texts import loads
from services_directory.imports.records import FeedProblem

T = TypeVar("T")
MEGABYTE = 1024 * 1024
PAGE = Limits(bytes=20 * MEGABYTE, seconds=90, read_seconds=60)
DOWNLOAD = Limits(bytes=500 * MEGABYTE, seconds=1800, read_seconds=60)
RUN_BYTES = 2048 * MEGABYTE
RUN_SECONDS = 6 * 3600
LONGEST_WAIT = 120
TRIES = 4
_BUSY = {429, 500, 502, 503, 504}


class NotThere(FeedProblem):
    """The server answers, but not with this."""


class Server:
    """Asks one server, one thing at a time. `sleep` takes seconds.

    `spent`: the bytes and seconds that the run took before, when it goes on.
    """

    def __init__(
        self, sleep: Callable[[float], None] = time.sleep, spent: list[float] | None = None
    ) -> None:
        self._sleep = sleep
        self._taken, seconds = spent or [0.0, 0.0]
        self._began = time.monotonic() - seconds
        self._asked = False

    @property
    def spent(self) -> list[float]:
        return [self._taken, round(time.monotonic() - self._began)]

    def json(self, url: str) -> Any:
        """Return what an address holds. Raises NotThere for a refusal, else FeedProblem."""
        return self._ask(url, PAGE, lambda answer: loads(self._body(answer)), "application/json")

    def file(self, url: str) -> IO[bytes]:
        """Return a temporary copy of a file. Raises as `json` does."""
        return self._ask(url, DOWNLOAD, self._copy)

    def _ask(self, url: str, limits: Limits, take: Callable[[Answer], T], accept: str = "*/*") -> T:
        for attempt in range(1, TRIES + 1):
            self._pause()
            try:
                with get(url, self._limits(limits), {"Accept": accept}) as answer:
                    wait = self._wait(answer, attempt)
                    if wait is None:
                        return take(answer)
            except OutsideProblem as problem:
                if attempt == TRIES:
                    raise FeedProblem(f"{problem} ({url})") from problem
                wait = self._backoff(attempt)
            self._sleep(wait)
        raise AssertionError("the last try returns or raises")

    def _copy(self, answer: Answer) -> IO[bytes]:
        _refuse_other_than_200(answer)
        made = tempfile.TemporaryFile()  # noqa: SIM115 - the caller closes it
        try:
            for piece in answer.pieces():
                made.write(piece)
        except OutsideProblem:
            made.close()
            raise
        made.seek(0)
        return made

    def _body(self, answer: Answer) -> bytes:
        _refuse_other_than_200(answer)
        body = answer.body()
        self._taken += len(body)
        return body

    def _wait(self, answer: Answer, attempt: int) -> float | None:
        """Return how long to wait before asking again; None when this answer counts."""
        if answer.status not in _BUSY:
            return None
        if attempt == TRIES:
            kind = NotThere if answer.status == 500 else FeedProblem
            raise kind(f"The server is busy or broken: it answers {answer.status}. ({answer.url})")
        asked_for = _seconds(answer.headers.get("Retry-After", ""))
        if asked_for is not None and asked_for > LONGEST_WAIT:
            raise FeedProblem("The server asks us to come back later. Go on with this run then.")
        return self._backoff(attempt) if asked_for is None else asked_for

    def _backoff(self, attempt: int) -> float:
        return float(settings.OUTSIDE_PAUSE_SECONDS * 2**attempt)

    def _pause(self) -> None:
        if self._asked:
            self._sleep(settings.OUTSIDE_PAUSE_SECONDS)
        self._asked = True

    def _limits(self, limits: Limits) -> Limits:
        left = RUN_SECONDS - (time.monotonic() - self._began)
        if self._taken > RUN_BYTES or left <= 0:
            raise FeedProblem("The feed is larger or slower than one run may take.")
        return replace(limits, seconds=min(limits.seconds, left))


def _refuse_other_than_200(answer: Answer) -> None:
    if answer.status != 200:
        raise NotThere(f"The server answers {answer.status}. ({answer.url})")


def _seconds(text: str) -> float | None:
    """Return Retry-After, a number of seconds or a date, as seconds from now."""
    if text.strip().isdecimal() and len(text) < 9:
        return float(text)
    try:
        moment = parsedate_to_datetime(text)
    except (ValueError, TypeError, IndexError):
        return None
    moment = moment if moment.tzinfo else moment.replace(tzinfo=UTC)
    return max(0.0, (moment - datetime.now(UTC)).total_seconds())
