"""Authenticated encryption of what people tell us, with keys kept outside the database.

Fernet (AES-128-CBC with HMAC-SHA256, random IV): cryptography.io/en/latest/fernet/. The first key
of a ring writes; every one of them reads.
"""

import hmac
import json
from enum import StrEnum
from functools import lru_cache
from typing import Any

from cryptography.fernet import Fernet, InvalidToken, MultiFernet
from django.conf import settings


class Ring(StrEnum):
    """A set of keys, by the name of its setting."""

    ANSWERS = "REFERRALS_ENCRYPTION_KEYS"
    SECRETS = "REFERRALS_SECRETS_KEYS"  # key-safe codes and hazards of a visit


class CannotUnseal(Exception):
    """The text was not sealed with any of the ring's keys, or was altered since."""


def seal(value: Any, ring: Ring = Ring.ANSWERS) -> str:
    """Return the JSON value as encrypted text, different at every call."""
    return seal_bytes(json.dumps(value, separators=(",", ":")).encode(), ring).decode("ascii")


def unseal(sealed: str, ring: Ring = Ring.ANSWERS) -> Any:
    """Return the value that `seal` was given; raise CannotUnseal if no key fits."""
    return json.loads(unseal_bytes(sealed.encode("ascii"), ring))


def reseal(sealed: str, ring: Ring = Ring.ANSWERS) -> str:
    """Return the same secret sealed again with the newest key; raise CannotUnseal."""
    return reseal_bytes(sealed.encode("ascii"), ring).decode("ascii")


def seal_bytes(content: bytes, ring: Ring = Ring.ANSWERS) -> bytes:
    """Return the bytes encrypted, a third longer, different at every call."""
    return _fernet(ring).encrypt(content)


def unseal_bytes(sealed: bytes | memoryview, ring: Ring = Ring.ANSWERS) -> bytes:
    """Return the bytes that `seal_bytes` was given; raise CannotUnseal if no key fits."""
    try:
        return _fernet(ring).decrypt(bytes(sealed))
    except InvalidToken as error:
        raise CannotUnseal(f"No key of {ring} opens this.") from error


def reseal_bytes(sealed: bytes, ring: Ring = Ring.ANSWERS) -> bytes:
    """Return the same bytes sealed again with the newest key; raise CannotUnseal."""
    try:
        return _fernet(ring).rotate(bytes(sealed))
    except InvalidToken as error:
        raise CannotUnseal(f"No key of {ring} opens this.") from error


def fingerprint(content: bytes) -> str:
    """Return a keyed digest (HMAC-SHA256, hex): the same for the same bytes, telling nothing."""
    return fingerprints(content)[0]


def fingerprints(content: bytes) -> list[str]:
    """Return the digests under every key of `settings.REFERRALS_INDEX_KEYS`, the newest first."""
    keys = settings.REFERRALS_INDEX_KEYS
    return [hmac.digest(key.encode(), content, "sha256").hex() for key in keys]


def _fernet(ring: Ring) -> MultiFernet:
    return _fernet_of(tuple(getattr(settings, ring)))


@lru_cache(maxsize=8)
def _fernet_of(keys: tuple[str, ...]) -> MultiFernet:
    return MultiFernet([Fernet(key) for key in keys])
