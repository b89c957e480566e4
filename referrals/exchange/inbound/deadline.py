"""By when an answer must be ready: a late one is none, and nothing of it is kept."""

import time
from dataclasses import dataclass

from django.conf import settings

from referrals.exchange.inbound.faults import Fault, Refused


@dataclass(frozen=True)
class Deadline:
    """`until` is a time of the monotonic clock, in seconds."""

    until: float

    @classmethod
    def from_now(cls) -> "Deadline":
        return cls(time.monotonic() + settings.BARS_RECEIVER_SECONDS)

    def check(self) -> None:
        """Raise Refused when it is over."""
        if time.monotonic() > self.until:
            raise Refused(Fault(408, "timeout", "It took too long. Send it again."))
