"""How alike two services are, and in what, in words."""

from rapidfuzz import fuzz

from services_directory.imports.duplicates.fingerprints import Fingerprint

LEAST = 0.62
LEAST_OF_NAME = 0.75
_NAME, _PHONE, _POSTCODE, _NUMBER, _HOST = 0.55, 0.15, 0.12, 0.1, 0.08


def likeness(one: Fingerprint, other: Fingerprint) -> tuple[float, list[str]]:
    """Return 0 to 1 and what is alike; 0 when they need not be shown to anyone.

    The name decides: one body gives many services by one phone at one address. The same name
    alone is not enough: every town has its “Carers' group”.
    """
    name = _names(one.name, other.name)
    if name < LEAST_OF_NAME:
        return 0.0, []
    total, reasons = _NAME * name, ["Same name" if one.name == other.name else "Similar name"]
    for weight, words, same in (
        (_PHONE, "Same phone number", set(one.phones) & set(other.phones)),
        (_POSTCODE, "Same postcode", set(one.postcodes) & set(other.postcodes)),
        (_NUMBER, "Same charity or company number", set(one.identifiers) & set(other.identifiers)),
        (_HOST, "Same website", one.host and one.host == other.host),
    ):
        if same:
            total += weight
            reasons.append(words)
    return (round(total, 2), reasons) if total >= LEAST else (0.0, [])


def _names(one: str, other: str) -> float:
    """Compare words in any order; of one name within the other a little is held back."""
    whole = fuzz.ratio(one, other) / 100
    if min(one.count(" "), other.count(" ")) == 0:
        return whole
    return max(whole, 0.9 * fuzz.token_set_ratio(one, other) / 100)
