"""What readers of feeds hand on: records in one language, whatever the feed was written in."""

from dataclasses import dataclass
from typing import Any

Json = dict[str, Any]


@dataclass(frozen=True)
class Record:
    """One object of a feed, cleaned.

    `kind` is organization, location, taxonomy, taxonomy_term or service. `their_key` is the key
    the feed uses, which may be no UUID. `data` has the names of Open Referral UK 3.0 and our own
    `fd_` ones; keys within it are the feed's. `notes` say in words for staff what was guessed,
    dropped or mended. `refusal` says why the record cannot be used; it is empty when it can.
    """

    kind: str
    their_key: str
    data: Json
    notes: tuple[str, ...] = ()
    refusal: str = ""


@dataclass(frozen=True)
class Batch:
    """Some records, with what to store so that reading goes on after them.

    `total` is how many services the feed says it has. A record may come again in a later batch.
    """

    records: list[Record]
    cursor: Json
    total: int | None = None


class FeedProblem(Exception):
    """Why a feed can't be read, in words for staff."""
