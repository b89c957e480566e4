"""A polite reader of one feed's server: it pauses, tries again, and has a budget."""

import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from typing import IO, Any

from django.conf import settings

from portal.outside import Answer, Limits, OutsideProblem, get
from services_directory.imports.readers.texts import loads
from services_directory.imports.records import FeedProblem

MEGABYTE = 1024 * 1024
PAGE = Limits(bytes=20 * MEGABYTE, seconds=90, read_seconds=60)
STREAM = Limits(bytes=2048 * MEGABYTE, seconds=3600, read_seconds=60)
DOWNLOAD = Limits(bytes=500 * MEGABYTE, seconds=1800, read_seconds=60)
RUN_BYTES = 2048 * MEGABYTE
RUN_SECONDS = 6 * 3600
LONGEST_WAIT = 120
TRIES = 4
_BUSY = {429, 500, 502, 503, 504}


def downloaded(url: str) -> IO[bytes]:
    """Return a temporary copy of a file on the web. Raises FeedProblem."""
    made = tempfile.TemporaryFile()  # noqa: SIM115 - the caller closes it
    try:
        with get(url, DOWNLOAD) as answer:
            if answer.status != 200:
                raise FeedProblem(f"The server answers {answer.status}. ({url})")
            for piece in answer.pieces():
                made.write(piece)
    except (OutsideProblem, FeedProblem) as problem:
        made.close()
        raise FeedProblem(str(problem)) from problem
    made.seek(0)
    return made


class NotThere(FeedProblem):
    """The server answers, but not with this."""


class Server:
    """Asks one server, one thing at a time. `sleep` takes seconds."""

    def __init__(self, sleep: Callable[[float], None] = time.sleep) -> None:
        self._sleep = sleep
        self._taken = 0
        self._began = time.monotonic()
        self._asked = False

    def json(self, url: str) -> Any:
        """Return what an address holds. Raises NotThere for a refusal, else FeedProblem."""
        for attempt in range(1, TRIES + 1):
            self._pause()
            try:
                with get(url, self._limits(PAGE), {"Accept": "application/json"}) as answer:
                    wait = self._wait(answer, attempt)
                    if wait is None:
                        return loads(self._body(answer))
            except OutsideProblem as problem:
                if attempt == TRIES:
                    raise FeedProblem(f"{problem} ({url})") from problem
                wait = self._backoff(attempt)
            self._sleep(wait)
        raise AssertionError("the last try returns or raises")

    def lines(self, url: str) -> Iterator[bytes] | None:
        """Return the lines of an address that streams one object a line; None when it does not."""
        self._pause()
        stream = self._open_lines(url)
        return stream if next(stream) == b"" else None

    def _open_lines(self, url: str) -> Iterator[bytes]:
        """Yield an empty line when it is a stream, b"no" when it is none, then the lines."""
        try:
            with get(url, self._limits(STREAM), {"Accept": "application/x-ndjson"}) as answer:
                is_stream = answer.status == 200 and "ndjson" in answer.content_type
                yield b"" if is_stream else b"no"
                if is_stream:
                    yield from answer.lines()
        except OutsideProblem as problem:
            raise FeedProblem(f"{problem} ({url})") from problem

    def _body(self, answer: Answer) -> bytes:
        if answer.status != 200:
            raise NotThere(f"The server answers {answer.status}. ({answer.url})")
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
