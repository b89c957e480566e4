"""From a message to answers: our own forms come back as they were, all else in words. Pure."""

from typing import Any

from referrals.exchange.inbound.mapping.foreign import foreign_answers
from referrals.exchange.inbound.mapping.own import own_answers
from referrals.exchange.inbound.message import Message
from referrals.pathways.declare import Pathway

__all__ = ["answers_in"]


def answers_in(message: Message) -> tuple[Pathway, dict[str, Any]]:
    """Return the pathway that fits the message, and its answers."""
    return own_answers(message) or foreign_answers(message)
