"""Taking fields out of one object of a feed: cleaned, noted, and none overlooked."""

import hashlib
import json
import re
from collections.abc import Callable
from typing import Any, TypeVar

from django.db.models import Model

from services_directory.imports.cleaning import text
from services_directory.imports.records import Json

T = TypeVar("T")
NOT_KEPT = "Not kept, for there is no place for it here: "
MANY_ROWS = "A list too long to keep was cut."
TWICE = "Something given twice was taken once."
LONGEST_KEY = 200
MOST_ROWS = 300
_MOST_NAMES = 30
_MEANT_FOR_MACHINES = frozenset(
    [
        "id",
        "service_id",
        "organization_id",
        "location_id",
        "contact_id",
        "phone_id",
        "link_id",
        "link_entity",
        "metadata",
        "modified_date",
        "extent_type",
    ]
)
_UUID = re.compile(r"[0-9A-F]{8}(-[0-9A-F]{4}){3}-[0-9A-F]{12}", re.IGNORECASE)
_CAMEL = re.compile(r"(?<=[a-z0-9])(?=[A-Z])")


class Notes(list[str]):
    """What was guessed, dropped or mended in a record: each sentence once."""

    def add(self, note: str) -> None:
        if note and note not in self:
            self.append(note)


class Fields:
    """The fields of one object. Names may be written in camel case; what nobody takes is noted."""

    def __init__(self, raw: Json, notes: Notes) -> None:
        self.raw = {snake(name): value for name, value in raw.items()}
        self.notes = notes
        self._taken = set(_MEANT_FOR_MACHINES)

    def raw_value(self, *names: str) -> Any:
        """Return the first of these fields that holds anything, as it came."""
        self._taken |= set(names)
        found = (self.raw.get(name) for name in names)
        return next((each for each in found if each not in (None, "", [], {})), None)

    def clean(self, cleaner: Callable[[Any], tuple[T, str]], *names: str) -> T:
        """Return what the cleaner makes of the first field that holds anything."""
        value, note = cleaner(self.raw_value(*names))
        self.notes.add(note)
        return value

    def line(self, longest: int, *names: str) -> str:
        return self.clean(lambda value: text.line(value, longest), *names)

    def text(self, *names: str) -> str:
        return self.clean(text.paragraphs, *names)

    def key(self, *names: str) -> str:
        """Return a key of the feed, or nothing."""
        return as_key(self.raw_value(*names))

    def rows(self, *names: str) -> list[Json]:
        """Return the objects in all of these lists; a lone object counts as a list of one."""
        self._taken |= set(names)
        found: list[Json] = []
        for name in names:
            value = self.raw.get(name)
            listed = value if isinstance(value, list) else [value]
            found += [each for each in listed if isinstance(each, dict)]
        if len(found) > MOST_ROWS:
            self.notes.add(MANY_ROWS)
        return found[:MOST_ROWS]

    def ignore(self, *names: str) -> None:
        """Say that these fields are not wanted and need no note."""
        self._taken |= set(names)

    def note_the_rest(self) -> None:
        """Note every field that holds something and that nobody took."""
        rest = (
            name
            for name, value in self.raw.items()
            if name not in self._taken and value not in (None, "", [], {}, False)
        )
        for name in sorted(rest)[:_MOST_NAMES]:
            self.notes.add(NOT_KEPT + re.sub(r"[^a-z0-9_]+", "_", name)[:40] + ".")


def snake(name: object) -> str:
    return _CAMEL.sub("_", str(name)).replace("-", "_").replace(" ", "_").lower()


def limit(model: type[Model], field: str) -> int:
    """Return how many characters a field of ours holds."""
    return int(getattr(model._meta.get_field(field), "max_length", None) or text.LONGEST_TEXT)


def as_key(value: object) -> str:
    """Return a key of a feed as text of bounded length; UUIDs in small letters."""
    plain, _ = text.line(value)
    if _UUID.fullmatch(plain):
        return plain.lower()
    return plain if len(plain) <= LONGEST_KEY else plain[:150] + "-" + digest(plain)


def digest(value: object) -> str:
    """Return a short text that is the same for the same content."""
    whole = json.dumps(value, sort_keys=True, default=str)
    return hashlib.sha256(whole.encode("utf-8", "replace")).hexdigest()[:16]


def part_key(raw: Json, owner: str, name: str, content: object) -> str:
    """Return the key of a part, made from what it holds when the feed gives none."""
    return as_key(raw.get("id")) or as_key(f"{owner}/{name}/{digest(content)}")


def filled(**fields: Any) -> Json:
    """Return the fields that have a value."""
    return {name: value for name, value in fields.items() if value not in (None, "", [], {})}


def once(rows: list[Json], notes: Notes) -> list[Json]:
    """Return the rows without those that repeat another in all but their key."""
    found: dict[str, Json] = {}
    for row in rows:
        found.setdefault(digest({k: v for k, v in row.items() if k != "id"}), row)
    if len(found) < len(rows):
        notes.add(TWICE)
    keys: set[str] = set()
    return [_with_own_key(row, keys) for row in found.values()]


def first_of_each(rows: list[Json], name: str) -> list[Json]:
    """Return the first row for each value of a field, in their order."""
    found: dict[object, Json] = {}
    for row in rows:
        found.setdefault(row[name], row)
    return list(found.values())


def _with_own_key(row: Json, keys: set[str]) -> Json:
    """Different rows under one key get keys of their own."""
    if row.get("id") in keys:
        row = row | {"id": as_key(f"{row['id']}/{digest(row)}")}
    keys.add(str(row.get("id")))
    return row
