"""Drafts of records, without a database."""

from typing import Any
from uuid import UUID

from services_directory.imports.draft import Context, Draft
from services_directory.imports.keys import our_key
from services_directory.imports.mapping import draft_of
from services_directory.imports.vocabulary import Vocabulary
from services_directory.models import Feed, ImportRow

FEED = Feed(pk=UUID("11111111-2222-4333-8444-555555555555"), name="Eastmoor Council")
AREAS = {"wyvern-vale-east": 7, "E07000001": 7}


def key_of(kind: str, their_key: str) -> UUID:
    return our_key(FEED.pk, kind, their_key)


def drafted(kind: str, vocabulary: Vocabulary | None = None, **data: Any) -> Draft:
    """Return what a feed's record of these data would be here."""
    row = ImportRow(kind=kind, key=key_of(kind, "x1"), data=data)
    return draft_of(row, Context(FEED, vocabulary or Vocabulary(), AREAS))


def told(rows: list[dict[str, Any]], *names: str) -> list[tuple[Any, ...]]:
    return [tuple(row[name] for name in names) for row in rows]
