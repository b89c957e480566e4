"""Read the tables of the demo, with errors that name file and line."""

import csv
from collections.abc import Callable, Iterator, Mapping
from datetime import date, time
from pathlib import Path
from typing import Any, TypeVar
from uuid import NAMESPACE_DNS, UUID, uuid5

from django.core.exceptions import ValidationError
from django.db import models

FOLDER = Path(__file__).parent
_NAMESPACE = uuid5(NAMESPACE_DNS, "wyvernvale.example")
_Object = TypeVar("_Object")
_Value = TypeVar("_Value")


class DemoDataError(ValueError):
    """A row that cannot be loaded; the message begins with file:line."""


def uuid_of(kind: str, key: str) -> UUID:
    """Return the UUID that this key always has."""
    return uuid5(_NAMESPACE, f"{kind}:{key}")


class Row:
    """One row: cells by column name, typed on request. Empty cells are empty, never invented."""

    def __init__(self, file: str, line: int, cells: Mapping[str, str | None]) -> None:
        self.where = f"{file}:{line}"
        self._cells = cells

    def text(self, column: str) -> str:
        return (self._cells.get(column) or "").strip()

    def many(self, column: str) -> list[str]:
        return [part.strip() for part in self.text(column).split("|") if part.strip()]

    def flag(self, column: str) -> bool:
        """Return whether the cell says yes; raise DemoDataError for any word but yes and no."""
        text = self.text(column)
        if text not in {"", "yes", "no"}:
            raise DemoDataError(f"{self.where}: {column} cannot be {text!r}")
        return text == "yes"

    def number(self, column: str) -> int | None:
        return self._read(column, int)

    def degrees(self, column: str) -> float | None:
        return self._read(column, float)

    def day(self, column: str) -> date | None:
        return self._read(column, date.fromisoformat)

    def clock(self, column: str) -> time | None:
        return self._read(column, time.fromisoformat)

    def needed(self, reader: Callable[[str], _Value | None], column: str) -> _Value:
        """Return what the reader gives; raise DemoDataError for an empty cell."""
        value = reader(column)
        if value is None:
            raise DemoDataError(f"{self.where}: {column} must not be empty")
        return value

    def one(self, column: str, known: Mapping[Any, _Object]) -> _Object:
        """Return the object the cell names; raise DemoDataError when there is none."""
        return self.known(self.text(column), known)

    def known(self, key: Any, known: Mapping[Any, _Object]) -> _Object:
        if key not in known:
            raise DemoDataError(f"{self.where}: nothing is called {key!r}")
        return known[key]

    def _read(self, column: str, reader: Callable[[str], _Value]) -> _Value | None:
        text = self.text(column)
        try:
            return reader(text) if text else None
        except ValueError as error:
            raise DemoDataError(f"{self.where}: {column} cannot be {text!r}") from error

    def check(self, thing: models.Model, *, without: tuple[str, ...] = ()) -> None:
        """Validate the object, uniqueness and the named fields apart; raise DemoDataError."""
        try:
            thing.full_clean(exclude=without, validate_unique=False, validate_constraints=False)
        except ValidationError as error:
            raise DemoDataError(f"{self.where}: {error.message_dict}") from error


def read(name: str, folder: Path = FOLDER) -> Iterator[Row]:
    """Yield the rows of a table; raise DemoDataError for one with too many cells."""
    with (folder / name).open(encoding="utf-8", newline="") as file:
        reader = csv.DictReader(file)
        line = 2
        for cells in reader:
            row = Row(name, line, cells)
            if None in cells:
                raise DemoDataError(f"{row.where}: more cells than columns")
            line = reader.line_num + 1
            yield row
