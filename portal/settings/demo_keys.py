"""Keys of a demo site, made once and kept beside its database."""

import json
import secrets
from collections.abc import Callable
from pathlib import Path
from typing import Any

from cryptography.fernet import Fernet
from django.core.management.utils import get_random_secret_key


def kept_keys(path: Path) -> dict[str, Any]:
    """Return the keys of the file by the name of their setting; those missing are made."""
    kept = json.loads(path.read_text(encoding="utf-8")) if path.exists() else {}
    keys = {name: kept.get(name) or make() for name, make in _MAKERS.items()}
    if keys != kept:
        path.touch(mode=0o600)
        path.write_text(json.dumps(keys), encoding="utf-8")
    return keys


def _ring() -> list[str]:
    return [Fernet.generate_key().decode()]


_MAKERS: dict[str, Callable[[], Any]] = {
    "SECRET_KEY": get_random_secret_key,
    "REFERRALS_ENCRYPTION_KEYS": _ring,
    "REFERRALS_SECRETS_KEYS": _ring,
    "REFERRALS_INDEX_KEYS": lambda: [secrets.token_urlsafe(32)],
}
