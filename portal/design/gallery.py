"""What the gallery shows: sample data for every component and a form in its states."""

from typing import Any


def gallery_context() -> dict[str, Any]:
    return {}
