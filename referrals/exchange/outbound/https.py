"""An HTTPS endpoint that speaks BaRS: `$process-message` and its answers.

Headers and meanings: BaRS Core 1.5.0, transactional integrity and error handling.
"""

import base64
import json
import time
from collections.abc import Iterable
from typing import Any
from urllib.parse import urlsplit

import requests
from django.conf import settings
from django.utils import timezone

from referrals.exchange.bundles.header import SOFTWARE, endpoint
from referrals.exchange.bundles.names import ODS_CODE, SERVICE_ID
from referrals.exchange.outbound.backoff import seconds_asked
from referrals.exchange.outbound.configuration import Configuration, Misconfigured
from referrals.exchange.outbound.parcel import Parcel
from referrals.exchange.outbound.verdict import Delivered, Refused, TryAgain, Verdict

OPTIONS = frozenset({"target", "name", "ods", "certificate", "authority", "token_file", "version"})
VERSION = "1.4.0"
CONNECT_SECONDS, READ_SECONDS, WHOLE_SECONDS = 5, 20, 30
# An answer is our own message again, and a contact: as long as what we sent, and this.
MOST_MORE_BYTES = 1_000_000
# 401 and 403 are ours to mend, with a new token or certificate; the others pass by themselves.
AGAIN = frozenset({401, 403, 408, 425, 429, 500, 502, 503, 504})
_HERE = {"localhost", "127.0.0.1", "::1"}


class Https:
    """Posts to one endpoint, with mutual TLS and a bearer token where configured."""

    name, label = "https", "HTTPS"

    def __init__(self, configuration: Configuration) -> None:
        """Raise Misconfigured where health data would travel unprotected."""
        where = urlsplit(configuration.address)
        if where.scheme != "https" and where.hostname not in _HERE:
            raise Misconfigured(f"{configuration.setting} must begin with https://.")
        self.configuration = configuration
        self.party = configuration.party

    def send(self, parcel: Parcel) -> Verdict:
        """Post it. No redirect is followed: the endpoint is who we agreed it with."""
        options = self.configuration.options
        until = time.monotonic() + WHOLE_SECONDS
        try:
            with requests.post(
                self.configuration.address, data=parcel.body, headers=self._headers(parcel),
                timeout=(CONNECT_SECONDS, READ_SECONDS), allow_redirects=False, stream=True,
                cert=options.get("certificate"), verify=options.get("authority") or True,
            ) as answer:  # fmt: skip
                most = len(parcel.body) + MOST_MORE_BYTES
                body = _read(answer.iter_content(65_536), until, most)
        except requests.RequestException as error:
            return TryAgain(f"No answer: {type(error).__name__}", down=True)
        return verdict_of(answer.status_code, answer.headers, body, parcel)

    def _headers(self, parcel: Parcel) -> dict[str, str]:
        options = self.configuration.options
        version = options.get("version", VERSION)
        headers = {
            "X-Request-Id": str(parcel.key),
            "X-Correlation-Id": str(parcel.conversation),
            "NHSD-Target-Identifier": _encoded(_target(parcel.target or endpoint(self.party))),
            "NHSD-End-User-Organisation": _encoded(_organisation()),
            "NHSD-Requesting-Software": _encoded(_software()),
            "use-context": parcel.use_context,
            "Accept": f"application/fhir+json; version={version}",
            "Content-Type": f"application/fhir+json; version={version}",
        }
        if options.get("token_file"):
            headers["Authorization"] = f"Bearer {self.configuration.secret('token_file')}"
        return headers


def verdict_of(status: int, headers: Any, body: bytes, parcel: Parcel) -> Verdict:
    """Say what an answer means. Only an answer that names our message is proof of receipt."""
    outcome = _outcome(body)
    why = " ".join([str(status), *_codes(outcome)])[:200]
    if 200 <= status < 300:
        named = str(headers.get("X-Request-Id") or "").strip().lower()
        if named != str(parcel.key):
            return TryAgain(f"{why}, but the answer does not name our message")
        return Delivered()
    if status == 409 and "duplicate" in _codes(outcome):
        return Delivered()
    if status in AGAIN or (status == 409 and outcome is None):
        after = seconds_asked(headers.get("Retry-After"), timezone.now())
        return TryAgain(why, after, down=status in (429, 503))
    return Refused(why)


def _read(chunks: Iterable[bytes], until: float, most: int) -> bytes:
    """Return the body; raise requests.Timeout for one that drips: no try outlasts a lease."""
    body = b""
    for chunk in chunks:
        body += chunk
        if time.monotonic() > until or len(body) > most:
            raise requests.Timeout("The answer took too long, or was too long.")
    return body


def _outcome(body: bytes) -> dict[str, Any] | None:
    try:
        read = json.loads(body)
    except ValueError:
        return None
    is_one = isinstance(read, dict) and read.get("resourceType") == "OperationOutcome"
    return read if is_one else None


def _codes(outcome: dict[str, Any] | None) -> list[str]:
    """Return the codes of the issues: never their words, which may tell of the person."""
    issues = (outcome or {}).get("issue")
    codes = []
    for issue in issues if isinstance(issues, list) else []:
        if not isinstance(issue, dict):
            continue
        details = issue.get("details")
        codings = details.get("coding") if isinstance(details, dict) else None
        codings = codings if isinstance(codings, list) else []
        found = [issue.get("code"), *(c.get("code") for c in codings if isinstance(c, dict))]
        codes += [code for code in found if isinstance(code, str) and code.isascii()
                  and code.replace("_", "").replace("-", "").isalnum()]  # fmt: skip
    return codes


def _target(address: str) -> dict[str, str]:
    system, _, value = address.rpartition("|")
    return {"value": value, "system": system or SERVICE_ID}


def _organisation() -> dict[str, Any]:
    ods = settings.REFERRALS_ORGANISATION_ODS
    return {
        "resourceType": "Organization",
        "identifier": [{"system": ODS_CODE, "value": ods}] if ods else [],
        "name": settings.REFERRALS_ORGANISATION_NAME,
    }


def _software() -> dict[str, Any]:
    return {
        "resourceType": "Device",
        "deviceName": [{"name": SOFTWARE, "type": "manufacturer-name"}],
        "version": [{"value": "1"}],
    }


def _encoded(value: dict[str, Any]) -> str:
    return base64.b64encode(json.dumps(value, separators=(",", ":")).encode()).decode("ascii")
