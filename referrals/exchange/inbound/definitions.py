"""What we need in a message, as BaRS has senders ask before they write one: MessageDefinitions."""

from collections.abc import Iterable
from typing import Any

from referrals.exchange.bundles.cardinality import declared
from referrals.exchange.bundles.names import EVENTS, SERVICE_ID, definition
from referrals.exchange.bundles.parts import coding
from referrals.exchange.inbound.contents import UNDERSTOOD
from referrals.exchange.inbound.target import is_us


def definitions(contexts: Iterable[str]) -> dict[str, Any]:
    """Return a Bundle of those that we take; none where a context names a service not ours.

    Use cases among the contexts narrow nothing: our services take all of them alike.
    """
    ours = all(is_us(each) for each in contexts if _is_service(each))
    entries = [{"resource": _definition(name)} for name in UNDERSTOOD] if ours else []
    found = {"resourceType": "Bundle", "type": "searchset", "total": len(entries)}
    return found | ({"entry": entries} if entries else {})


def _is_service(context: str) -> bool:
    system, bar, _ = context.rpartition("|")
    return system == SERVICE_ID or (not bar and context.isdigit())


def _definition(name: str) -> dict[str, Any]:
    published = declared(name)
    return {
        "resourceType": "MessageDefinition",
        "id": f"bars-message-{name}",
        "url": definition(name),
        "status": "active",
        "date": published["date"],
        "eventCoding": coding(EVENTS, published["event"], published["event"]),
        "focus": published["focus"],
    }
