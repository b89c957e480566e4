"""A date in three boxes, as people write it."""

import calendar
from datetime import date
from typing import Any

from django.core.exceptions import ValidationError

from portal.design import widgets
from portal.design.fields.base import DesignField

_PARTS = ("day", "month", "year")
_MONTHS = {name[:3].lower(): number for number, name in enumerate(calendar.month_name) if name}


class DateField(DesignField):
    """Day, month and year boxes named name_0, name_1 and name_2; months may be words.

    earliest and latest are dates, or functions that return one.
    """

    template = "forms/group.html"
    widget = widgets.DateBoxes
    empty_values = [None, "", ["", "", ""], []]

    def __init__(self, *, earliest: Any = None, latest: Any = None, **kwargs: Any) -> None:
        self.earliest, self.latest = earliest, latest
        super().__init__(**kwargs)

    def to_python(self, value: Any) -> date | None:
        if isinstance(value, date) or not value:
            return value or None
        parts = [str(part).strip() for part in value]
        if not any(parts):
            return None
        if missing := [name for name, part in zip(_PARTS, parts, strict=True) if not part]:
            raise ValidationError(f"The date must have a {' and a '.join(missing)}", "incomplete")
        return _real_date(parts)

    def validate(self, value: date | None) -> None:
        if value is None:
            if self.required:
                raise ValidationError(self.error_messages["required"], "required")
            return
        earliest, latest = _now(self.earliest), _now(self.latest)
        if earliest and value < earliest:
            raise ValidationError(f"The date must be {_said(earliest)} or later", "too_early")
        if latest and value > latest:
            raise ValidationError(f"The date must be {_said(latest)} or earlier", "too_late")

    def has_changed(self, initial: Any, data: Any) -> bool:
        stored = date.fromisoformat(initial) if isinstance(initial, str) and initial else initial
        try:
            return self.to_python(stored) != self.to_python(data)
        except ValidationError:
            return True


def _real_date(parts: list[str]) -> date:
    day, month, year = parts
    try:
        number = _MONTHS.get(month[:3].lower()) or int(month)
        if not 1000 <= int(year) <= 9999:
            raise ValidationError("Enter the year as four numbers, like 1948", "year")
        return date(int(year), number, int(day))
    except (ValueError, OverflowError):
        raise ValidationError("Enter a real date, like 24 11 2026", "invalid") from None


def _now(limit: Any) -> date | None:
    return limit() if callable(limit) else limit


def _said(day: date) -> str:
    return f"{day.day} {day:%B %Y}"
