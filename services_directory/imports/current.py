"""What is here now, in the same shape as a draft, a chunk at a time."""

import hashlib
from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from django.db.models import F

from services_directory.imports.keys import attribute_key
from services_directory.imports.records import Json
from services_directory.imports.shapes import SHAPES, PartShape
from services_directory.models import Feed


@dataclass
class Current:
    """Values by field, rows by relation. `owner`: the feed it belongs to, None for us."""

    values: Json
    owner: UUID | None
    owner_name: str
    draft_waits: bool = False
    parts: dict[str, list[Json]] = field(default_factory=lambda: defaultdict(list))
    # Ties to our terms that editors made: no import takes them away.
    kept: list[Json] = field(default_factory=list)

    def digest(self) -> str:
        """Return a short text that changes when anything here does."""
        rows = {name: sorted(map(repr, found)) for name, found in sorted(self.parts.items())}
        kept = sorted(map(repr, self.kept))
        told = repr((sorted(self.values.items()), rows, kept, self.owner))
        return hashlib.blake2b(told.encode(), digest_size=12).hexdigest()


def current(
    kind: str, keys: Collection[UUID], feed: Feed, *, lock: bool = False
) -> dict[UUID, Current]:
    """Return what is stored under these keys, in one query and one more for each relation.

    `lock` holds the records, until the transaction ends, against change by others.
    """
    shape = SHAPES[kind]
    if lock:
        list(shape.model._default_manager.filter(pk__in=keys).select_for_update().values_list("pk"))
    found = {row["pk"]: _whole(kind, row) for row in _rows(kind, keys)}
    for part in shape.parts:
        _add_parts(found, part, feed)
    return found


def _rows(kind: str, keys: Collection[UUID]) -> Any:
    shape = SHAPES[kind]
    way = "taxonomy__feed" if kind == "taxonomy_term" else "feed"
    state = ("live", "has_unpublished_changes") if kind == "service" else ()
    rows = shape.model._default_manager.filter(pk__in=keys).order_by()
    return rows.values(
        "pk", *shape.fields, *state, owner=F(f"{way}_id"), owner_name=F(f"{way}__name")
    )


def _whole(kind: str, row: Json) -> Current:
    return Current(
        values={name: row[name] for name in SHAPES[kind].fields},
        owner=row["owner"],
        owner_name=row["owner_name"] or "",
        draft_waits=bool(row.get("live") and row.get("has_unpublished_changes")),
    )


def _add_parts(found: dict[UUID, Current], part: PartShape, feed: Feed) -> None:
    names = ["id", *part.fields, *part.unread]
    more = {"of": F("taxonomy_term__taxonomy__feed_id")} if part.relation == "attributes" else {}
    owner = f"{part.owner}_id"
    rows = part.model._default_manager.filter(**{f"{owner}__in": list(found)})
    for row in rows.order_by("sort_order", "pk").values(owner, *names, **more):
        whole = found[row[owner]]
        if (
            more
            and row["of"] != feed.pk
            and row["id"] != attribute_key(row[owner], row["taxonomy_term_id"])
        ):
            whole.kept.append({name: row[name] for name in names})
        else:
            whole.parts[part.relation].append({name: row[name] for name in names})
