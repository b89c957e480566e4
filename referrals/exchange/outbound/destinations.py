"""The ways out that this site has, as configured."""

from collections.abc import Callable

from django.conf import settings

from referrals.exchange.outbound import configuration, files, https, mesh
from referrals.exchange.outbound.configuration import Configuration
from referrals.exchange.outbound.parcel import Destination

# What a system that sent us a referral hears of it; it goes by HTTPS, to whoever sent it.
REPLY = "reply"

_ADAPTERS: list[tuple[str, frozenset[str], Callable[[Configuration], Destination]]] = [
    ("REFERRALS_SEND_HTTPS", https.OPTIONS, https.Https),
    ("REFERRALS_SEND_MESH", mesh.OPTIONS, mesh.Mesh),
    ("REFERRALS_SEND_FILES", files.OPTIONS, files.Files),
]
LABELS = {
    "": "Not yet sorted", https.Https.name: https.Https.label, mesh.Mesh.name: mesh.Mesh.label,
    files.Files.name: files.Files.label, REPLY: "Reply to the sender",
}  # fmt: skip


def configured() -> dict[str, Destination]:
    """Return name -> destination; raise Misconfigured. REPLY is the HTTPS one once more."""
    found: dict[str, Destination] = {}
    for setting, options, adapter in _ADAPTERS:
        if text := getattr(settings, setting, ""):
            destination = adapter(configuration.read(setting, text, options))
            found[destination.name] = destination
    if https.Https.name in found:
        found[REPLY] = found[https.Https.name]
    return found
