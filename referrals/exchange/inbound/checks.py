"""Faults in the settings of the receiver stop the start."""

from typing import Any

from django.core.checks import CheckMessage, Error, register

from referrals.exchange.inbound import callers


@register()
def check_receiver(**kwargs: Any) -> list[CheckMessage]:
    """Check who may send to us, and to which service."""
    return [Error(fault, id="referrals.E004") for fault in callers.faults()]
