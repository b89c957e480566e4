"""NHS numbers: ten digits, the last a Modulus 11 check digit (NHS Data Dictionary, NHS NUMBER)."""

import re

_SEPARATORS = re.compile(r"[\s\-–.]")


def normalise(text: str) -> str:
    """Return the text without spaces, hyphens and dots."""
    return _SEPARATORS.sub("", text)


def check_digit(first_nine: str) -> int | None:
    """Return the tenth digit for nine digits, or None where no number can begin so."""
    total = sum(
        int(digit) * weight for digit, weight in zip(first_nine, range(10, 1, -1), strict=True)
    )
    remainder = (11 - total % 11) % 11
    return None if remainder == 10 else remainder


def is_valid(text: str) -> bool:
    """Say whether the text, separators apart, is ten digits with the right check digit."""
    digits = normalise(text)
    if not re.fullmatch(r"[0-9]{10}", digits):
        return False
    return check_digit(digits[:9]) == int(digits[9])


def spaced(digits: str) -> str:
    """Return ten digits as they are read out: `999 000 0018`."""
    return f"{digits[:3]} {digits[3:6]} {digits[6:]}"
