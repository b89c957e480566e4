"""What the newest pathways declare, written down a second time so that no value slips."""

from pathlib import Path
from typing import Any

import yaml

DECLARED: dict[str, dict[str, Any]] = yaml.safe_load(
    Path(__file__).with_name("declared.yaml").read_text(encoding="utf-8")
)


def cases(part: str) -> list[tuple[str, str, str]]:
    """Return (slug, key, value) for every entry of one part."""
    return [
        (slug, key, value) for slug, parts in DECLARED.items() for key, value in parts[part].items()
    ]
