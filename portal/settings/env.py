"""Typed readers of environment variables that fail loudly, with the words to put it right."""

import os
from pathlib import Path

from django.core.exceptions import ImproperlyConfigured


def text(name: str, default: str | None = None) -> str:
    """Return the variable's text; without one and without a default, raise ImproperlyConfigured."""
    value = os.environ.get(name, default)
    if value is None:
        raise ImproperlyConfigured(f"Set the environment variable {name}.")
    return value


def flag(name: str, default: bool) -> bool:
    """Return True for `1` or `true`, False for `0` or `false`; anything else raises."""
    value = os.environ.get(name, str(int(default))).strip().lower()
    if value not in {"0", "1", "true", "false"}:
        raise ImproperlyConfigured(f"{name}={value!r} is not a yes or no: use 1 or 0.")
    return value in {"1", "true"}


def whole_number(name: str, default: int) -> int:
    """Return a whole number; anything else raises ImproperlyConfigured."""
    value = os.environ.get(name, str(default))
    if not value.lstrip("-").isdigit():
        raise ImproperlyConfigured(f"{name}={value!r} is not a whole number.")
    return int(value)


def words(name: str, default: str = "") -> list[str]:
    """Return the comma-separated words of the variable, blanks dropped."""
    return [word.strip() for word in os.environ.get(name, default).split(",") if word.strip()]


def folder(name: str, default: Path) -> Path:
    """Return the folder as an absolute path, made if it is not there."""
    path = Path(os.environ.get(name, default)).resolve()
    path.mkdir(parents=True, exist_ok=True)
    return path
