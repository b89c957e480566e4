"""Days of the week as RFC 5545 writes them."""

import re

from services_directory.imports.cleaning.text import Cleaned, line

BAD_DAYS = "Days that can't be read were left out."
CODES = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
_NAMES = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_GROUPS = {
    "weekdays": CODES[:5],
    "weekday": CODES[:5],
    "weekends": CODES[5:],
    "weekend": CODES[5:],
    "daily": CODES,
    "every day": CODES,
    "everyday": CODES,
    "7 days a week": CODES,
}
_ORDINALS = {"1st": "1", "first": "1", "2nd": "2", "second": "2", "3rd": "3", "third": "3",
             "4th": "4", "fourth": "4", "5th": "5", "fifth": "5", "last": "-1"}  # fmt: skip
_RFC = re.compile(r"(?:\+?(-?[1-5]))?(MO|TU|WE|TH|FR|SA|SU)", re.IGNORECASE)
_SPAN = re.compile(r"\s*(?:-|\u2013|\u2014|\bto\b|\bthrough\b|\buntil\b)\s*")
_ORDINAL = re.compile(rf"({'|'.join(_ORDINALS)})\s+(\w+)(?:\s+(?:of (?:the|each|every) )?month)?")
_SCHEMA = re.compile(r"https?://schema\.org/", re.IGNORECASE)


def byday(value: object) -> Cleaned:
    """Return MO,TU or 1TU or -1FR for codes, names, spans and groups of days, each once."""
    text, _ = line(value)
    if not text:
        return "", ""
    found: list[str] = []
    note = ""
    for word in re.split(r"[,;&/|]| and ", _SCHEMA.sub("", text).lower().strip(" []'\"")):
        if word.strip(" '\"."):
            days = _days(word.strip(" '\"."))
            found += [each for each in days if each not in found]
            note = note if days else BAD_DAYS
    return ",".join(found), note


def code_of(word: str) -> str:
    """Return the code of one day's name, in any usual shortening, or nothing."""
    plain = (
        word.strip(" .").lower().removesuffix("s") if len(word) > 3 else word.strip(" .").lower()
    )
    if len(plain) < 2:
        return ""
    names = [code for code, name in zip(CODES, _NAMES, strict=True) if name.startswith(plain)]
    return names[0] if len(names) == 1 else ""


def _days(word: str) -> list[str]:
    if match := _RFC.fullmatch(word):
        return [f"{match[1] or ''}{match[2].upper()}"]
    if word in _GROUPS:
        return list(_GROUPS[word])
    if match := _ORDINAL.fullmatch(word):
        code = code_of(match[2])
        return [f"{_ORDINALS[match[1]]}{code}"] if code else []
    ends = [code_of(each) for each in _SPAN.split(word)]
    if len(ends) == 2 and all(ends):
        return _span(*ends)
    if len(ends) == 1 and ends[0]:
        return ends
    parts = [code_of(each) for each in word.split()]
    return parts if parts and all(parts) else []


def _span(first: str, last: str) -> list[str]:
    start, end = CODES.index(first), CODES.index(last)
    return list(CODES[start : end + 1] if start <= end else CODES[start:] + CODES[: end + 1])
