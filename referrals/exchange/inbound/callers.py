"""Which systems may send to us, as configured: by a token, or by the certificate they showed.

`settings.BARS_RECEIVER_TOKENS` and `BARS_RECEIVER_CERTIFICATES` hold `name:sha256` in hex, of the
token and of the client certificate (DER). The proxy that checks certificates puts the digest into
the header `BARS_RECEIVER_CERTIFICATE_HEADER`, and must take it out of what comes from outside.
"""

import hmac
import re
from hashlib import sha256

from django.conf import settings
from django.http import HttpRequest

_ENTRY = re.compile(r"[\w .-]{1,60}:[0-9a-f]{64}")
_DIGEST = re.compile(r"[0-9a-f]{64}")


def is_open() -> bool:
    """Say whether anybody may send: without callers and a service there is no such address."""
    return bool(settings.BARS_RECEIVER_SERVICE_IDS and (_tokens() or _certificates()))


def caller_of(request: HttpRequest) -> str:
    """Return the name of who calls; an empty text for nobody we know."""
    scheme, _, token = request.headers.get("Authorization", "").partition(" ")
    if scheme.lower() == "bearer" and token.strip():
        digest = sha256(token.strip().encode("utf-8", "surrogateescape")).hexdigest()
        return _named(_tokens(), digest)
    header = settings.BARS_RECEIVER_CERTIFICATE_HEADER
    shown = request.headers.get(header, "") if header else ""
    return _named(_certificates(), shown.replace(":", "").strip().lower())


def faults() -> list[str]:
    """Return what is wrong with the settings, as sentences."""
    entries = [*settings.BARS_RECEIVER_TOKENS, *settings.BARS_RECEIVER_CERTIFICATES]
    found = [
        "Each of BARS_RECEIVER_TOKENS and BARS_RECEIVER_CERTIFICATES is name:sha256 in hex."
        for entry in entries
        if not _ENTRY.fullmatch(entry)
    ][:1]
    if entries and not settings.BARS_RECEIVER_SERVICE_IDS:
        found.append("Callers are configured, but neither BARS_RECEIVER_SERVICE_IDS nor "
                     "REFERRALS_SERVICE_ID says which service they refer to.")  # fmt: skip
    if settings.BARS_RECEIVER_CERTIFICATES and not settings.BARS_RECEIVER_CERTIFICATE_HEADER:
        found.append("BARS_RECEIVER_CERTIFICATES needs BARS_RECEIVER_CERTIFICATE_HEADER.")
    return found


def _named(entries: dict[str, str], digest: str) -> str:
    """Compare in constant time, and with every entry."""
    if not _DIGEST.fullmatch(digest):
        return ""
    found = [name for name, wanted in entries.items() if hmac.compare_digest(wanted, digest)]
    return found[0].partition("#")[0] if found else ""


def _tokens() -> dict[str, str]:
    return _entries(settings.BARS_RECEIVER_TOKENS)


def _certificates() -> dict[str, str]:
    header = settings.BARS_RECEIVER_CERTIFICATE_HEADER
    return _entries(settings.BARS_RECEIVER_CERTIFICATES) if header else {}


def _entries(entries: list[str]) -> dict[str, str]:
    """A name may come twice, for the time in which a token is changed."""
    pairs = (entry.rpartition(":") for entry in entries if _ENTRY.fullmatch(entry))
    return {f"{name}#{number}": digest for number, (name, _, digest) in enumerate(pairs)}
