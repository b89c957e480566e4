"""A destination that is set wrongly stops the start, so that nobody finds out by a lost day."""

from typing import Any

from django.core.checks import CheckMessage, Error, register

from referrals.exchange.outbound.configuration import Misconfigured
from referrals.exchange.outbound.destinations import configured


@register()
def check_destinations(**kwargs: Any) -> list[CheckMessage]:
    """Check that every destination that is set can be understood."""
    try:
        configured()
    except Misconfigured as error:
        hint = "See docs/operations.md, “Sending referrals on”."
        return [Error(str(error), hint=hint, id="referrals.E003")]
    return []
