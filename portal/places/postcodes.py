"""Read UK postcodes out of what people type."""

import re

_FULL = re.compile(
    r"\b([A-Z]{1,2}[0-9][A-Z0-9]?)\s*([0-9][ABD-HJLNP-UW-Z]{2})\b", re.IGNORECASE | re.ASCII
)
_OUTCODE = re.compile(r"\b([A-Z]{1,2}[0-9][A-Z0-9]?)\b", re.IGNORECASE | re.ASCII)
_DISTRICT = re.compile(r"([A-Z]{1,2}[0-9][A-Z0-9]?)(?:\s+([0-9]))?", re.IGNORECASE | re.ASCII)


def normalise_postcode(text: str) -> str | None:
    """Return `WY3 1AB` for a whole postcode in any spacing or case, else None."""
    match = _FULL.fullmatch(text.strip())
    return f"{match[1]} {match[2]}".upper() if match else None


def normalise_district(text: str) -> str | None:
    """Return `WY3` for an outward code, `WY3 1` for a sector (with its space), else None."""
    match = _DISTRICT.fullmatch(text.strip())
    return " ".join(filter(None, match.groups())).upper() if match else None


def find_postcode(text: str) -> tuple[str, str] | None:
    """Return (postcode or outcode, the text without it) for the first one in `text`, else None."""
    match = _FULL.search(text)
    if match:
        return f"{match[1]} {match[2]}".upper(), _without(text, match)
    match = _OUTCODE.search(text)
    return (match[1].upper(), _without(text, match)) if match else None


def _without(text: str, match: re.Match[str]) -> str:
    return re.sub(r"\s+", " ", text[: match.start()] + " " + text[match.end() :]).strip()
