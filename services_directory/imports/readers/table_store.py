"""The tables of a feed in a temporary database, so that they can be joined in bounded memory."""

import json
import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import closing
from typing import Self

from services_directory.imports.records import Json

# Tables of objects of their own; all others hold parts of these.
THINGS = ("taxonomy", "taxonomy_term", "service", "organization", "location")
# Which column says whose part it is: the nearest owner first.
OWNERS = {
    "phones": (
        "contact_id",
        "service_at_location_id",
        "service_id",
        "location_id",
        "organization_id",
    ),
    "schedules": ("service_id", "service_at_location_id", "location_id"),
    "contacts": ("service_at_location_id", "service_id", "organization_id"),
    "attributes": ("service_id", "link_id"),
    "addresses": ("location_id",),
    "accessibility": ("location_id",),
    "organization_identifiers": ("organization_id",),
}
_USUAL = ("service_id", "location_id", "organization_id")


class TableStore:
    """Closes with `with`; its file is gone then."""

    def __init__(self) -> None:
        self._base = sqlite3.connect("")  # a file of its own that SQLite deletes
        self._base.executescript(
            "PRAGMA journal_mode=OFF; PRAGMA synchronous=OFF;"
            "CREATE TABLE thing (kind, key, data, PRIMARY KEY (kind, key));"
            "CREATE TABLE part (owner, name, data);"
        )

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._base.close()

    def add(self, table: str, rows: Iterable[Json]) -> None:
        """Take a table in. Parts that belong to nothing are left out."""
        if table in THINGS:
            things = (
                (table, each.get("id") or f"row {n}", _text(each)) for n, each in enumerate(rows)
            )
            self._base.executemany("INSERT OR IGNORE INTO thing VALUES (?, ?, ?)", things)
        else:
            parts = ((_owner(table, each), table, _text(each)) for each in rows)
            self._base.executemany(
                "INSERT INTO part VALUES (?, ?, ?)", (each for each in parts if each[0])
            )

    def ready(self) -> None:
        """Say that all tables are in."""
        self._base.execute("CREATE INDEX of_owner ON part (owner)")

    def count(self, kind: str) -> int:
        row = self._base.execute("SELECT count(*) FROM thing WHERE kind = ?", [kind]).fetchone()
        return int(row[0])

    def things(self, kind: str, after: int = 0) -> Iterator[Json]:
        """Yield the objects of a kind in their order, without the first `after`."""
        query = "SELECT data FROM thing WHERE kind = ? ORDER BY rowid LIMIT -1 OFFSET ?"
        with closing(self._base.cursor()) as cursor:
            for (data,) in cursor.execute(query, [kind, after]):
                yield json.loads(data)

    def thing(self, kind: str, key: str) -> Json:
        """Return one object, or {} when there is none of that key."""
        query = "SELECT data FROM thing WHERE kind = ? AND key = ?"
        row = self._base.execute(query, [kind, key]).fetchone()
        return json.loads(row[0]) if row else {}

    def parts(self, column: str, key: str) -> dict[str, list[Json]]:
        """Return the parts of an object by the name of their list."""
        query = "SELECT name, data FROM part WHERE owner = ? ORDER BY rowid LIMIT 3000"
        found: dict[str, list[Json]] = {}
        for name, data in self._base.execute(query, [f"{column}:{key}"]):
            found.setdefault(name, []).append(json.loads(data))
        return found


def _owner(table: str, row: Json) -> str:
    for column in OWNERS.get(table, _USUAL):
        if row.get(column):
            return f"{'service_id' if column == 'link_id' else column}:{row[column]}"
    return ""


def _text(row: Json) -> str:
    return json.dumps(row, ensure_ascii=False).encode("utf-8", "replace").decode()
