"""Words for hours and days: 5 pm, Monday to Friday, open now until noon."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime, time

from portal.hours.bank_holidays import is_bank_holiday
from portal.hours.rules import OpeningState, opening_state
from portal.vocabulary import Mode
from services_directory.choices import Frequency
from services_directory.models import Schedule, Service

_WEEK = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
_NAMES = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_ORDINALS = {
    "1": "first", "2": "second", "3": "third", "4": "fourth", "5": "fifth", "-1": "last",
    "-2": "second last", "-3": "third last", "-4": "fourth last", "-5": "fifth last",
}  # fmt: skip
_FEW = {2: "second", 3: "third", 4: "fourth"}
# On as many days of every week, times are those of a door that is open, not of a meeting.
_DAYS_OF_A_DOOR = 3
_MEETING = {Mode.IN_PERSON, Mode.ONLINE}


@dataclass(frozen=True)
class Opening:
    """Whether a service is open. `is_open` is None when nobody has said its hours.

    `meets`: the times are those of a group, and say nothing of when its phone is answered.
    """

    is_open: bool | None
    words: str
    meets: bool = False


@dataclass(frozen=True)
class Times:
    """One line of opening times, with what is special about it."""

    days: str
    hours: str
    notes: tuple[str, ...] = ()


def clock(at: time) -> str:
    """Return "5 pm", "9:30 am", "noon" or "midnight"."""
    if at.minute == 0 and at.hour % 12 == 0:
        return "noon" if at.hour else "midnight"
    minutes = f":{at.minute:02}" if at.minute else ""
    return f"{at.hour % 12 or 12}{minutes} {'pm' if at.hour >= 12 else 'am'}"


def day(value: date) -> str:
    """Return "4 November 2026"."""
    return f"{value.day} {value:%B %Y}"


def day_this_year(value: date, today: date) -> str:
    """Return "4 November", with the year only when it is another one."""
    return f"{value.day} {value:%B}" if value.year == today.year else day(value)


def opening(service: Service, at: datetime) -> Opening:
    """Return whether the service is open at the local time `at`, in words."""
    if service.is_closed_on(at.date()):
        return Opening(False, "Temporarily closed")
    if service.open_24_hours:
        return Opening(True, "Open now, day and night")
    schedules = service.schedules.all()
    if not schedules:
        return Opening(None, "Ring to ask about times")
    state = opening_state([schedule.as_rule() for schedule in schedules], at)
    return _meeting(state, at) if _meets(service, schedules) else _opening(state, at)


def _meets(service: Service, schedules: Collection[Schedule]) -> bool:
    """Say whether people meet at these times: on few days, and never by phone or at home."""
    weekly = [s for s in schedules if s.freq == Frequency.WEEKLY and s.interval == 1]
    days = {day for s in weekly if not s.single_day for day in s.byday.split(",")}
    ways = [{s.attending_type} if s.attending_type else set(service.modes) for s in schedules]
    return len(days) < _DAYS_OF_A_DOOR and all(way and way <= _MEETING for way in ways)


def _meeting(state: OpeningState, at: datetime) -> Opening:
    if state.is_open or not state.opens_next:
        return replace(_opening(state, at), meets=True)
    today = "today, " if state.opens_next.date() == at.date() else ""
    return Opening(False, f"Next: {today}{_moment(state.opens_next, at)}", meets=True)


def _opening(state: OpeningState, at: datetime) -> Opening:
    if state.is_open and state.until:
        return Opening(True, f"Open now until {_moment(state.until, at)}")
    if state.opens_next:
        return Opening(False, f"Closed now. Opens {_moment(state.opens_next, at)}")
    return Opening(False, "Closed now")


def _moment(moment: datetime, at: datetime) -> str:
    days = (moment.date() - at.date()).days
    if days == 0:
        return clock(moment.time())
    if days == 1:
        return f"{clock(moment.time())} tomorrow"
    return f"{moment:%A} {day_this_year(moment.date(), at.date())}, {clock(moment.time())}"


def timetable(schedules: Iterable[Schedule], today: date | None = None) -> list[Times]:
    """Return the lines of a timetable in the order the editors gave, single days last.

    With `today`, what is over by then is left out.
    """
    lasting = [s for s in schedules if not (today and s.valid_to and s.valid_to < today)]
    return [_times(each) for each in sorted(lasting, key=lambda each: each.single_day or date.min)]


def _times(schedule: Schedule) -> Times:
    hours = f"{clock(schedule.opens_at)} to {clock(schedule.closes_at)}"
    if schedule.single_day:
        return Times(f"{schedule.single_day:%A} {day(schedule.single_day)}", hours, _only(schedule))
    notes = [schedule.get_attending_type_display()]
    if schedule.location and not schedule.location.is_confidential:
        notes.append(f"at {schedule.location}")
    notes.append(schedule.description)
    if schedule.valid_from:
        notes.append(f"from {day(schedule.valid_from)}")
    if schedule.valid_to:
        notes.append(f"until {day(schedule.valid_to)}")
    if schedule.open_on_bank_holidays:
        notes.append("bank holidays too")
    return Times(days_in_words(schedule), hours, tuple(note for note in notes if note))


def _only(schedule: Schedule) -> tuple[str, ...]:
    """Return what to say of hours that hold on one day alone, such as a bank holiday."""
    holiday = schedule.single_day and is_bank_holiday(schedule.single_day)
    return tuple(filter(None, ["bank holiday hours" if holiday else "", schedule.description]))


def days_in_words(schedule: Schedule) -> str:
    """Return "Monday to Friday", "Every second Tuesday" or "First Sunday of the month"."""
    days = schedule.byday.split(",")
    if schedule.freq == Frequency.MONTHLY:
        words = _and([_day_of_month(each) for each in days])
        every = "the" if schedule.interval == 1 else f"every {_nth(schedule.interval)}"
        return f"{words[0].upper()}{words[1:]} of {every} month"
    if schedule.interval > 1:
        return f"Every {_nth(schedule.interval)} {_and([_name(each) for each in days])}"
    return _weekdays(days)


def _weekdays(days: list[str]) -> str:
    places = sorted({_WEEK.index(each) for each in days if each in _WEEK})
    if len(places) == len(_WEEK):
        return "Every day"
    runs_on = len(places) > 2 and places[-1] - places[0] == len(places) - 1
    if runs_on:
        return f"{_NAMES[places[0]]} to {_NAMES[places[-1]]}"
    return _and([_NAMES[place] for place in places])


def _day_of_month(token: str) -> str:
    ordinal, weekday = token[:-2], token[-2:]
    return f"{_ORDINALS[ordinal]} {_name(weekday)}" if ordinal else f"every {_name(weekday)}"


def _name(weekday: str) -> str:
    return _NAMES[_WEEK.index(weekday)]


def _nth(number: int) -> str:
    return _FEW.get(number, f"{number}th")


def _and(words: list[str]) -> str:
    return words[0] if len(words) == 1 else f"{', '.join(words[:-1])} and {words[-1]}"
