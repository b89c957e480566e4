"""The words of the line under the header: what moment it is, and whom to ring."""

from dataclasses import dataclass
from datetime import datetime

from portal.contacts.models import ContactPoint
from portal.hours.bank_holidays import is_bank_holiday

_PARTS_OF_DAY = [
    (6, "early {day} morning"),
    (12, "{day} morning"),
    (18, "{day} afternoon"),
    (22, "{day} evening"),
    (24, "{day} night"),
]


@dataclass(frozen=True)
class CallNow:
    moment: str
    sentence: str
    name: str
    phone: str


def call_now(point: ContactPoint, at: datetime) -> CallNow:
    """Return the words for `point` at the local time `at`."""
    when = ", day or night" if point.open_24_hours else ""
    return CallNow(
        moment=f"It is {name_of_moment(at)}.",
        sentence=f"Ring {point.name}{when}:",
        name=point.name,
        phone=point.phone,
    )


def name_of_moment(at: datetime) -> str:
    """Return words such as "Sunday evening" or "early Monday morning, a bank holiday"."""
    words = next(words for hour, words in _PARTS_OF_DAY if at.hour < hour)
    suffix = ", a bank holiday" if is_bank_holiday(at.date()) else ""
    return words.format(day=f"{at:%A}") + suffix
