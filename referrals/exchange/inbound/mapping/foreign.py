"""Messages of other systems, as answers of the pathway `bars-referral`."""

from typing import Any

from referrals.exchange.inbound.mapping.clinical import clinical
from referrals.exchange.inbound.mapping.flags import flags
from referrals.exchange.inbound.mapping.people import people
from referrals.exchange.inbound.mapping.person import background, person
from referrals.exchange.inbound.mapping.words import said
from referrals.exchange.inbound.message import Message
from referrals.pathways.bars_referral_1 import PATHWAY
from referrals.pathways.declare import Pathway

# Read from every referral (referrals.checks.NEEDED), so there even when nothing was sent.
ALWAYS = ("name", "date_of_birth", "postcode", "phone")


def foreign_answers(message: Message) -> tuple[Pathway, dict[str, Any]]:
    """Return the pathway and whatever the message says; what it does not say is left out."""
    found = {**clinical(message), **person(message), **people(message)}
    found["also"] = said(found.get("also", ""), *background(message))
    for key, value in flags(message).items():
        found[key] = value or found.get(key, "")
    return PATHWAY, {key: value for key, value in found.items() if value or key in ALWAYS}
