"""One referral that came from another system, through the same door as a real one."""

from pathlib import Path
from uuid import NAMESPACE_URL, uuid5

from django.conf import settings

from referrals.exchange.inbound.deadline import Deadline
from referrals.exchange.inbound.headers import Ids
from referrals.exchange.inbound.keeping import Arrival
from referrals.exchange.inbound.processing import process

_NAME = "front-door-demo-message"
SERVICE = "2000011147"  # to whom the message is addressed


def receive() -> bool:
    """Take the message in; say whether it is new. A second time it is a duplicate.

    Where it is not ours to receive, as without the demo's settings, nothing happens.
    """
    if SERVICE not in settings.BARS_RECEIVER_SERVICE_IDS:
        return False
    ids = Ids(uuid5(NAMESPACE_URL, _NAME), uuid5(NAMESPACE_URL, f"{_NAME}/conversation"))
    raw = Path(__file__).with_name("message.json").read_bytes()
    arrival = Arrival("Wyvern Vale 111", ids, "application/fhir+json", raw, {})
    return process(arrival, Deadline.from_now()).status == 200
