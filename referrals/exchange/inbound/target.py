"""Whether something is addressed to us."""

from django.conf import settings

from referrals.exchange.bundles.names import SERVICE_ID


def is_us(address: str) -> bool:
    """Say so of `system|value`, or of a bare value: an id of our service."""
    system, _, value = address.strip().rpartition("|")
    return system in ("", SERVICE_ID) and value in settings.BARS_RECEIVER_SERVICE_IDS
