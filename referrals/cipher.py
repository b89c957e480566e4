"""Authenticated encryption of what people tell us, with keys kept outside the database.

Fernet (AES-128-CBC with HMAC-SHA256, random IV): cryptography.io/en/latest/fernet/. The first of
`settings.REFERRALS_ENCRYPTION_KEYS` writes; every one of them reads.
"""

import json
from functools import lru_cache
from typing import Any

from cryptography.fernet import Fernet, InvalidToken, MultiFernet
from django.conf import settings


class CannotUnseal(Exception):
    """The text was not sealed with any of the configured keys, or was altered since."""


def seal(value: Any) -> str:
    """Return the JSON value as encrypted text, different at every call."""
    return _fernet().encrypt(json.dumps(value, separators=(",", ":")).encode()).decode("ascii")


def unseal(sealed: str) -> Any:
    """Return the value that `seal` was given; raise CannotUnseal if no key fits."""
    try:
        return json.loads(_fernet().decrypt(sealed.encode("ascii")))
    except InvalidToken as error:
        raise CannotUnseal("No key of REFERRALS_ENCRYPTION_KEYS opens this.") from error


def reseal(sealed: str) -> str:
    """Return the same secret sealed again with the newest key; raise CannotUnseal."""
    try:
        return _fernet().rotate(sealed.encode("ascii")).decode("ascii")
    except InvalidToken as error:
        raise CannotUnseal("No key of REFERRALS_ENCRYPTION_KEYS opens this.") from error


def _fernet() -> MultiFernet:
    return _fernet_of(tuple(settings.REFERRALS_ENCRYPTION_KEYS))


@lru_cache(maxsize=8)
def _fernet_of(keys: tuple[str, ...]) -> MultiFernet:
    return MultiFernet([Fernet(key) for key in keys])
