"""Contrast between two colours, as WCAG 2.2 measures it (success criterion 1.4.3)."""

import re

_HEX = re.compile(r"#[0-9a-f]{6}")


def is_colour(value: str) -> bool:
    """Say whether the value is a colour such as "#0f5257"."""
    return bool(_HEX.fullmatch(value.lower()))


def ratio(one: str, other: str) -> float:
    """Return the contrast ratio, 1.0 to 21.0, of two colours such as "#0f5257"."""
    lighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def mix(colour: str, other: str, share: float) -> str:
    """Return `colour` with `share` (0 to 1) of `other` mixed in."""
    pairs = zip(_channels(colour), _channels(other), strict=True)
    return "#" + "".join(f"{round(a + (b - a) * share):02x}" for a, b in pairs)


def _luminance(colour: str) -> float:
    red, green, blue = (_linear(channel / 255) for channel in _channels(colour))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(share: float) -> float:
    return share / 12.92 if share <= 0.04045 else ((share + 0.055) / 1.055) ** 2.4


def _channels(colour: str) -> list[int]:
    return [int(colour[start : start + 2], 16) for start in (1, 3, 5)]
