"""Phone numbers as links: any way of writing one gives the same `tel:` address."""

import re

# Helplines of three or six figures, and whole UK numbers, as they stand in a sentence.
WRITTEN = re.compile(
    r"(?<![\d.])(?<!\d )(?:999|111|116 123|0\d{3,4} \d{3} ?\d{3,4}|0800 1111)(?![\d.]*\d)"
)


def tel(number: str) -> str:
    """Return a `tel:` address such as "tel:+441632960001"; short codes stay ("tel:999")."""
    # What stands after the number ("ext 5", "or …") would make it another number.
    first = re.split(r"(?<=[0-9])[^0-9]*[A-Za-z,;]", number, maxsplit=1)[0]
    digits = re.sub(r"[^0-9+]", "", first.replace("(0)", ""))
    if digits.startswith("0") and len(digits) > 6 and not digits.startswith("00"):
        digits = "+44" + digits[1:]
    return f"tel:{digits}"
