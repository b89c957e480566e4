"""Our key of what a feed speaks of: its own when that is a UUID, else one made of feed and key."""

import re
from uuid import UUID, uuid5

_UUID = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", re.IGNORECASE | re.ASCII)


def our_key(feed: UUID, kind: str, their_key: object) -> UUID:
    """Return the key under which we keep the record; always the same for the same feed."""
    return as_uuid(their_key) or uuid5(feed, f"{kind}:{their_key}")


def part_key(owner: UUID, relation: str, their_key: object) -> UUID:
    """Return the key of a row that belongs to one record."""
    return as_uuid(their_key) or uuid5(owner, f"{relation}:{their_key}")


def attribute_key(service: UUID, term: UUID) -> UUID:
    """Return the key of the tie between a service and a term of ours.

    It tells such a tie, which the feed may take away again, from one that an editor made.
    """
    return uuid5(service, f"term:{term}")


def as_uuid(text: object) -> UUID | None:
    """Return the UUID when the text is one in its usual form."""
    return UUID(str(text)) if _UUID.fullmatch(str(text)) else None
