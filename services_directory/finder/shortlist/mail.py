"""The list as a letter of the visitor's own mail program: a mailto link without a recipient.

RFC 6068. Mail programs on Windows cut an address after about 2,000 characters, so services that
do not fit are left to the link, which comes first.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from urllib.parse import quote

LONGEST = 1900


@dataclass(frozen=True)
class Mentioned:
    """What a letter says of one service."""

    name: str
    provider: str
    phone: str


def mailto(subject: str, link: str, services: Sequence[Mentioned]) -> str:
    """Return the link: the services by name and number, as many as fit, and where to read more."""
    blocks = [_block(each) for each in services]
    for shown in range(len(blocks), -1, -1):
        left = len(blocks) - shown
        more = [f"And {left} more, at the address above."] if left else []
        address = _address(subject, [f"Read more:\n{link}", *blocks[:shown], *more])
        if len(address) <= LONGEST or not shown:
            return address
    raise AssertionError("A letter without services is always given back.")


def _block(service: Mentioned) -> str:
    by = service.provider if service.provider != service.name else ""
    phone = f"Phone: {service.phone}" if service.phone else ""
    return "\n".join(filter(None, [service.name, by, phone]))


def _address(subject: str, blocks: Sequence[str]) -> str:
    body = "\r\n\r\n".join(blocks).replace("\r\n", "\n").replace("\n", "\r\n")
    return f"mailto:?subject={quote(subject, safe='')}&body={quote(body, safe='')}"
