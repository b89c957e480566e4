"""Texts to mobile phones: queued as letters are (portal.letters), sent by the worker.

Switched by TEXTS: "off", "console" or "notify" (GOV.UK Notify; docs.notifications.service.gov.uk,
"Send a text message" and "API access control"). A text holds nothing about anybody's health, ever.
"""

import base64
import hmac
import json
import logging
import re
import time
from collections.abc import Sequence
from typing import Any

import requests
from django.conf import settings
from django.core.mail import EmailMessage, get_connection
from django.core.mail.backends.base import BaseEmailBackend
from post_office import mail

logger = logging.getLogger(__name__)
SECONDS = 15
_MOBILE = re.compile(r"^(?:\+?44|0)7(\d{9})$")
# The queue knows addresses only; this one leads to no mailbox (RFC 2606).
_AS_ADDRESS = "{}@text.invalid"


class NotSent(Exception):
    """The text was not taken; the queue tries again later."""


def offered() -> bool:
    """Say whether this site sends texts."""
    return settings.TEXTS != "off"


def uk_mobile(typed: str) -> str:
    """Return a UK mobile number as "447700900123"; an empty text for anything else."""
    found = _MOBILE.match(re.sub(r"[\s().-]", "", typed))
    return f"447{found[1]}" if found else ""


def send_later(mobile: str, words: str) -> None:
    """Queue one text; lost if the transaction is rolled back, else not. Nothing when off."""
    number = uk_mobile(mobile)
    if offered() and number:
        mail.send(_AS_ADDRESS.format(number), settings.DEFAULT_FROM_EMAIL,
                  message=words, backend="texts")  # fmt: skip


class TextBackend(BaseEmailBackend):
    """What the worker hands queued texts to."""

    def send_messages(self, email_messages: Sequence[EmailMessage]) -> int:
        for message in email_messages:
            number = message.to[0].partition("@")[0]
            _ROADS[settings.TEXTS](number, str(message.body))
        return len(email_messages)


def by_email(**how: Any) -> Any:
    """Return what EMAIL_BACKEND names: the other road out of the queue."""
    return get_connection(settings.EMAIL_BACKEND, **how)


def notify_token(api_key: str, now: float) -> str:
    """Return the JSON Web Token (HS256) for a key as Notify gives it: name, service, secret."""
    service, secret = api_key[-73:-37], api_key[-36:]
    parts = [{"typ": "JWT", "alg": "HS256"}, {"iss": service, "iat": int(now)}]
    signed = b".".join(_base64(json.dumps(part).encode()) for part in parts)
    return b".".join([signed, _base64(hmac.digest(secret.encode(), signed, "sha256"))]).decode()


def _by_notify(number: str, words: str) -> None:
    body: dict[str, Any] = {"phone_number": number, "template_id": settings.NOTIFY_TEMPLATE_ID,
            "personalisation": {"message": words}}  # fmt: skip
    token = notify_token(settings.NOTIFY_API_KEY, time.time())
    headers = {"Authorization": f"Bearer {token}", "User-Agent": settings.OUTSIDE_USER_AGENT}
    try:
        answer = requests.post(settings.NOTIFY_URL, json=body, headers=headers, timeout=SECONDS)
    except requests.RequestException as error:
        # Its text may quote the address; the kind of error is enough.
        raise NotSent(type(error).__name__) from None
    if answer.status_code != 201:
        raise NotSent(f"Notify answered {answer.status_code}")


def _to_console(number: str, words: str) -> None:
    print(f"Text to …{number[-3:]}: {words}")  # noqa: T201


def _nowhere(number: str, words: str) -> None:
    logger.warning("A text was queued before texts were switched off; it is dropped.")


def _base64(content: bytes) -> bytes:
    return base64.urlsafe_b64encode(content).rstrip(b"=")


_ROADS = {"off": _nowhere, "console": _to_console, "notify": _by_notify}
