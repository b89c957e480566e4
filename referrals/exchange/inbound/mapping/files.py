"""Letters and photos that a message carries, wherever in it: as answers, in a communication, in a
document reference or binary within a resource. Pure."""

import base64
import binascii
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from referrals.exchange.inbound.message import Message, text


@dataclass(frozen=True)
class Sent:
    """content: None for a file that is only named, or can't be read."""

    name: str
    content: bytes | None


def files_in(message: Message) -> list[Sent]:
    """Return the files in the order in which they stand in the message."""
    return [_sent(each) for resource in message.resources for each in _attachments(resource)]


def _attachments(thing: Any) -> Iterator[dict[str, Any]]:
    """Yield what has the shape of FHIR's Attachment or Binary."""
    if isinstance(thing, dict) and isinstance(thing.get("contentType"), str):
        yield thing
    elif isinstance(thing, dict | list):
        for inner in thing.values() if isinstance(thing, dict) else thing:
            yield from _attachments(inner)


def _sent(attachment: dict[str, Any]) -> Sent:
    name, data = text(attachment.get("title")), attachment.get("data")
    return Sent(name, _decoded(data) if isinstance(data, str) and data else None)


def _decoded(data: str) -> bytes | None:
    """Line breaks within are allowed."""
    try:
        return base64.b64decode("".join(data.split()), validate=True)
    except (binascii.Error, ValueError):
        return None
