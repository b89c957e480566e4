"""When a service is open: pure functions over rules shaped like Open Referral schedules.

All times are local (Europe/London). `byday` follows RFC 5545: MO, TU … and, for MONTHLY rules,
an ordinal before it (1TU, -1FR).
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from dateutil.rrule import rrule, rrulestr

from portal.hours.bank_holidays import is_bank_holiday

LOOK_AHEAD_DAYS = 62


@dataclass(frozen=True)
class Rule:
    """One line of an opening schedule."""

    byday: str
    opens_at: time
    closes_at: time
    freq: str = "WEEKLY"
    interval: int = 1
    dtstart: date | None = None
    valid_from: date | None = None
    valid_to: date | None = None
    open_on_bank_holidays: bool = False

    def applies_on(self, day: date) -> bool:
        """Say whether the rule gives a session on this local day."""
        if (self.valid_from and day < self.valid_from) or (self.valid_to and day > self.valid_to):
            return False
        if not self.open_on_bank_holidays and is_bank_holiday(day):
            return False
        return self._recurs_on(day)

    def recurrences(self, first: date, last: date) -> list[date]:
        """Return the days of the pattern from first to last, bank holidays not yet left out."""
        since, until = max(first, self.valid_from or first), min(last, self.valid_to or last)
        if self.freq == "WEEKLY":
            return [day for day in _each_day(since, until) if self._recurs_on(day)]
        found = self._recurrence(self._start(since)).between(
            _midnight(since), _midnight(until), inc=True
        )
        return [moment.date() for moment in found]

    def days(self, first: date, last: date) -> list[date]:
        """Return the days from first to last on which the rule applies."""
        found = self.recurrences(first, last)
        return [day for day in found if self.open_on_bank_holidays or not is_bank_holiday(day)]

    def _start(self, day: date) -> date:
        return self.dtstart or self.valid_from or date(day.year - 1, 1, 1)

    def _recurs_on(self, day: date) -> bool:
        start = self._start(day)
        if day < start:
            return False
        if self.freq == "WEEKLY":
            weeks = (_monday(day) - _monday(start)).days // 7
            return day.strftime("%a")[:2].upper() in self.byday.split(",") and (
                weeks % self.interval == 0
            )
        return bool(self._recurrence(start).between(_midnight(day), _midnight(day), inc=True))

    def _recurrence(self, start: date) -> rrule:
        text = f"FREQ={self.freq};INTERVAL={self.interval};BYDAY={self.byday}"
        return rrulestr(text, dtstart=_midnight(start))  # type: ignore[return-value]


@dataclass(frozen=True)
class OpeningState:
    """Whether it is open now, until when, and when it opens next (local, or None if unknown)."""

    is_open: bool
    until: datetime | None = None
    opens_next: datetime | None = None


def opening_state(rules: Iterable[Rule], at: datetime) -> OpeningState:
    """Return the state at `at` (aware; read in its own zone). No rules: closed, nothing known."""
    rules = list(rules)
    opens_next: datetime | None = None
    for days in range(-1, LOOK_AHEAD_DAYS):
        for start, end in sessions_on(rules, at.date() + timedelta(days=days), at):
            if start <= at < end:
                return OpeningState(True, until=end)
            if start > at and (opens_next is None or start < opens_next):
                opens_next = start
        if opens_next:
            break
    return OpeningState(False, opens_next=opens_next)


def sessions_on(
    rules: Iterable[Rule], day: date, like: datetime
) -> list[tuple[datetime, datetime]]:
    """Return the (start, end) pairs of one day, in the zone of `like`; may end past midnight."""
    sessions = []
    for rule in rules:
        if rule.applies_on(day):
            start = datetime.combine(day, rule.opens_at, tzinfo=like.tzinfo)
            end = datetime.combine(day, rule.closes_at, tzinfo=like.tzinfo)
            sessions.append((start, end if end > start else end + timedelta(days=1)))
    return sorted(sessions)


def _each_day(first: date, last: date) -> list[date]:
    return [first + timedelta(days=days) for days in range((last - first).days + 1)]


def _monday(day: date) -> date:
    return day - timedelta(days=day.weekday())


def _midnight(day: date) -> datetime:
    return datetime.combine(day, time())
