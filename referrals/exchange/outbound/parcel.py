"""What an adapter is given to deliver, and what every adapter can do."""

from dataclasses import dataclass
from typing import Protocol
from uuid import UUID

from referrals.exchange.bundles.letter import Party
from referrals.exchange.outbound.verdict import Verdict


@dataclass(frozen=True)
class Parcel:
    """The same id and the same bytes at every try.

    target: `system|value` of the service it is for, where it is not the destination's own.
    use_context: `usecase|category|event|reason`, for statistics alone.
    """

    key: UUID
    conversation: UUID
    body: bytes
    target: str = ""
    use_context: str = ""


class Destination(Protocol):
    """A way out. `name` stands in the outbox; `party` is who is there."""

    name: str
    label: str
    party: Party

    def send(self, parcel: Parcel) -> Verdict:
        """Deliver it; may raise, which counts as a failed try."""
        ...
