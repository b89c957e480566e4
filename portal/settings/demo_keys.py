"""Keys of a demo site, made once and kept beside its database."""

import json
from pathlib import Path

from cryptography.fernet import Fernet
from django.core.management.utils import get_random_secret_key


def kept_keys(path: Path) -> tuple[str, list[str]]:
    """Return (secret key, encryption keys) from the file, which is made if it is not there."""
    if not path.exists():
        keys = {"secret": get_random_secret_key(), "encryption": [Fernet.generate_key().decode()]}
        path.touch(mode=0o600)
        path.write_text(json.dumps(keys), encoding="utf-8")
    kept = json.loads(path.read_text(encoding="utf-8"))
    return kept["secret"], kept["encryption"]
