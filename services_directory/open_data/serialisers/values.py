"""Values as the standard writes them."""

import re
from datetime import UTC, datetime
from typing import Any
from urllib.parse import quote
from uuid import UUID, uuid5

Json = dict[str, Any]
_STRAY_PERCENT = re.compile("%(?![0-9A-Fa-f]{2})")


def filled(**fields: Any) -> Json:
    """Return the fields that have a value; the standard asks to leave out the rest."""
    return {name: value for name, value in fields.items() if value or value == 0}


def moment(value: datetime) -> str:
    """Return the time in UTC with its zone, as RFC 3339 asks."""
    return value.astimezone(UTC).isoformat(timespec="microseconds")


def text(value: object) -> str | None:
    """Return a date, time or key as text; None for none."""
    return None if value is None else str(value)


def uri(address: str) -> str:
    """Return a web address in the signs of RFC 3986; é, [ and a lone % are escaped."""
    return quote(_STRAY_PERCENT.sub("%25", address), safe="%/?#:@!$&'()*+,;=~")


def key_within(owner: UUID, name: str) -> str:
    """Return a lasting UUID for a part that has no row of its own."""
    return str(uuid5(owner, name))
