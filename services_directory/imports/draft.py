"""A record of a feed in the names of our models: what it would be here."""

from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from portal.places.models import Area
from services_directory.imports.keys import our_key
from services_directory.imports.records import Json
from services_directory.imports.vocabulary import Vocabulary
from services_directory.models import Feed

# Where a staged row keeps what an import notes of it, beside the record's own names.
OWN = "fd_import"


@dataclass
class Draft:
    """Values by field and rows by relation, each row with its key under `id`.

    `left_out` says in words what could not be taken over.
    """

    kind: str
    key: UUID
    values: Json
    parts: dict[str, list[Json]] = field(default_factory=dict)
    left_out: list[str] = field(default_factory=list)


@dataclass(frozen=True)
class Context:
    """What is needed to understand the records of one feed. `areas`: keys by code."""

    feed: Feed
    vocabulary: Vocabulary
    areas: dict[str, int]

    def key(self, kind: str, their_key: Any) -> UUID:
        return our_key(self.feed.pk, kind, their_key)


def areas_by_code() -> dict[str, int]:
    """Return the keys of all areas, by our code and by the official one."""
    rows = list(Area.objects.values_list("pk", "code", "gss_code"))
    official = {gss: pk for pk, _, gss in rows if gss}
    return official | {code: pk for pk, code, _ in rows}
