"""Numbers: ages, amounts of money, coordinates, counts."""

import math
import re
from typing import Any

from services_directory.imports.cleaning.text import line

BAD_AGE = "An age that can't be was left out."
BAD_AMOUNT = "An amount of money that can't be read was left out."
BAD_NUMBER = "A number that can't be read was left out."
BAD_POINT = "Coordinates that can't be were left out."
SWAPPED = "Latitude and longitude stood the wrong way round."
OLDEST = 130
MOST_POUNDS = 9_999_999.99
LATITUDES = (49.0, 61.5)  # the British Isles
LONGITUDES = (-11.0, 2.5)
_NUMBER = re.compile(r"-?\d{1,15}(?:\.\d{1,20})?(?:e-?\d{1,3})?", re.IGNORECASE | re.ASCII)
_MONEY = re.compile(r"(?:£|GBP)?\s*(\d{1,3}(?:,\d{3})+|\d{1,12})(\.\d+)?(?:\s*GBP)?", re.ASCII)
_AGE = re.compile(r"(-?\d{1,6})(?:\.0+)?\s*(?:\+|years?( old)?|yrs?)?", re.IGNORECASE | re.ASCII)


def age(value: object) -> tuple[int | None, str]:
    """Return whole years from 0 to 130. -1 and the like stand for nothing."""
    text, _ = line(value)
    if not text:
        return None, ""
    match = _AGE.fullmatch(text)
    if not match or not 0 <= int(match[1]) <= OLDEST:
        return None, BAD_AGE
    return int(match[1]), ""


def amount(value: object) -> tuple[float | None, str]:
    """Return pounds with two decimals, or None."""
    text, _ = line(value)
    if not text:
        return None, ""
    if text.casefold() in {"free", "nil", "no charge"}:
        return 0.0, ""
    match = _MONEY.fullmatch(text)
    pounds = float(match[1].replace(",", "") + (match[2] or "")) if match else -1
    if not 0 <= pounds <= MOST_POUNDS:
        return None, BAD_AMOUNT
    return round(pounds, 2), ""


def whole(value: object, most: int) -> tuple[int | None, str]:
    """Return a whole number from 0 to `most`, or None."""
    number = decimal(value)
    if number is None:
        return None, BAD_NUMBER if line(value)[0] else ""
    if not number.is_integer() or not 0 <= number <= most:
        return None, BAD_NUMBER
    return int(number), ""


def decimal(value: object) -> float | None:
    """Return a finite number, or None."""
    text, _ = line(value)
    if not _NUMBER.fullmatch(text):
        return None
    number = float(text)
    return number if math.isfinite(number) else None


def point(latitude: object, longitude: object) -> tuple[dict[str, Any], str]:
    """Return latitude and longitude within the British Isles, both or none."""
    if not line(latitude)[0] and not line(longitude)[0]:
        return {}, ""
    north, east = decimal(latitude), decimal(longitude)
    if north is None or east is None:
        return {}, BAD_POINT
    if _within(north, east):
        return {"latitude": north, "longitude": east}, ""
    if _within(east, north):
        return {"latitude": east, "longitude": north}, SWAPPED
    return {}, BAD_POINT


def _within(north: float, east: float) -> bool:
    return LATITUDES[0] <= north <= LATITUDES[1] and LONGITUDES[0] <= east <= LONGITUDES[1]
