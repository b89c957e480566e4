"""House rules that Django's own `check` enforces, each with a hint that says what to do."""

from typing import Any

from cryptography.fernet import Fernet
from django.conf import settings
from django.core.checks import CheckMessage, Error, Tags, register

KEY_HINT = (
    "Put one or more Fernet keys, newest first, into REFERRALS_ENCRYPTION_KEYS; make one with "
    '`python -c "from cryptography.fernet import Fernet; print(Fernet.generate_key().decode())"`.'
)


@register(Tags.security)
def referrals_can_be_encrypted(app_configs: Any, **kwargs: Any) -> list[CheckMessage]:
    """Every environment has keys that work: a referral is never stored in plain text."""
    keys = getattr(settings, "REFERRALS_ENCRYPTION_KEYS", [])
    if not keys:
        return [Error("There is no key to encrypt referrals with.", KEY_HINT, id="portal.E001")]
    return [
        Error("A key for referrals is no Fernet key.", KEY_HINT, id="portal.E002")
        for key in keys
        if not _works(key)
    ]


def _works(key: str) -> bool:
    try:
        Fernet(key)
    except ValueError:
        return False
    return True
