"""Postcodes, whole or only their first half."""

import re

from portal.places.postcodes import find_postcode, normalise_postcode
from services_directory.imports.cleaning.text import Cleaned, line

NOT_A_POSTCODE = "A postcode that can't be read was left out."
_OUTCODE = re.compile(r"[A-Z]{1,2}[0-9][A-Z0-9]?", re.ASCII)


def postcode(value: object) -> Cleaned:
    """Return `WY3 1AB`, or `WY3` where only the outward code is given."""
    text, _ = line(value)
    if not text:
        return "", ""
    plain = re.sub(r"[^A-Za-z0-9 ]", "", text).strip()
    whole = normalise_postcode(plain) or normalise_postcode(plain.replace(" ", ""))
    if whole:
        return whole, ""
    if _OUTCODE.fullmatch(plain.upper()):
        return plain.upper(), ""
    found = find_postcode(text)
    return (found[0], "") if found and " " in found[0] else ("", NOT_A_POSTCODE)
