"""Single values of a feed, as a field of ours holds them. What cannot be read counts as none."""

from contextlib import suppress
from datetime import date, time
from decimal import Decimal, InvalidOperation
from typing import Any

from django.db import models

from services_directory.imports.records import Json


def text(data: Json, *names: str) -> str:
    """Return the first of the fields that says something, trimmed."""
    return next((str(data[name]).strip() for name in names if data.get(name) is not None), "")


def fitted(model: type[models.Model], field: str, value: str) -> str:
    """Return the text, cut at a word with “…” when it is longer than the field."""
    most = getattr(model._meta.get_field(field), "max_length", None)
    if most is None or len(value) <= most:
        return value
    return (
        value[: most - 1].rpartition(" ")[0].rstrip(" ,;.") + "…"
        if " " in value[:most]
        else value[: most - 1] + "…"
    )


def texts(model: type[models.Model], data: Json, **sources: str) -> Json:
    """Return texts by our field; `sources` gives their name for it, plain text fields only."""
    return {ours: fitted(model, ours, text(data, theirs)) for ours, theirs in sources.items()}


def whole(value: Any) -> int | None:
    """Return a whole number; None for anything else."""
    with suppress(TypeError, ValueError, OverflowError):
        number = float(value)
        return int(number) if number == int(number) else None
    return None


def decimal(value: Any) -> Decimal | None:
    """Return pounds and pence; None for what is no number of a usual size."""
    with suppress(InvalidOperation):
        number = Decimal(str(value))
        if number.is_finite() and abs(number) < 10_000_000:
            return number.quantize(Decimal("0.01"))
    return None


def degrees(value: Any) -> float | None:
    with suppress(TypeError, ValueError):
        return float(value)
    return None


def day(value: Any) -> date | None:
    """Return the day of a date or of a date with a time."""
    with suppress(ValueError):
        return date.fromisoformat(str(value)[:10])
    return None


def clock(value: Any) -> time | None:
    """Return a time of day without its zone: all times here are local."""
    with suppress(ValueError):
        return time.fromisoformat(str(value)).replace(tzinfo=None)
    return None


def rows(data: Json, name: str) -> list[Json]:
    """Return the objects of a list; none when it is no list."""
    found = data.get(name)
    return [each for each in found if isinstance(each, dict)] if isinstance(found, list) else []


def chosen(value: object, choices: type[models.TextChoices]) -> str:
    """Return the value when it is on the list, else nothing."""
    return str(value) if value in choices.values else ""
