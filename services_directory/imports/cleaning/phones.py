"""Phone numbers, as people read them out in the United Kingdom."""

import re

from services_directory.imports.cleaning.text import paragraphs

NO_NUMBER = "A phone field without a phone number was left out."
INVENTED = "An invented phone number was left out."
SEVERAL = "Several phone numbers in one field were told apart."
LONGEST_WORDS = 120
_NUMBER = re.compile(r"\+?(?:\(\+?[0-9]+\)|[0-9])(?:[ .\u2010-\u2015-]*(?:\(0\)|[0-9]))+", re.ASCII)
_EXTENSION = re.compile(
    r"^[\s,;]*(?:ext(?:ension|n)?\.?|option|x)\s*:?\s*(\d{1,6})\b", re.IGNORECASE
)
_HEAD = re.compile(r"^(?:tel(?:ephone)?|phone|t|ph)\s*(?:no|number)?[.:\s]*$", re.IGNORECASE)
_EDGES = " \t.,;:/|-\u2013\u2014()[]\"'"
_INVENTED = re.compile(r"0?(\d)\1{6,}|0?1234567890?|0123456789\d?|01234567\d{3}")
# National number: how many digits stand in each group.
_GROUPS = (
    (re.compile(r"02\d{9}"), (3, 4, 4)),
    (re.compile(r"01\d1\d{7}|011\d{8}|0[389]\d{9}"), (4, 3, 4)),
    (re.compile(r"0[17]\d{9}"), (5, 3, 3)),
    (re.compile(r"01\d{8}"), (5, 5)),
)
_MOST_DIGITS = 15
_SHORTEST_SPLIT = 7  # "9-5" and the like beside a number are no numbers


def phones(value: object) -> tuple[list[dict[str, str]], str]:
    """Return [{"number", "description"?}], one for each number in the text, and a note."""
    text, note = paragraphs(value)
    if not text:
        return [], note
    found, invented = [], False
    matches = [each for each in _NUMBER.finditer(text) if _dialable(each[0])]
    long = [each for each in matches if _digits(each[0]) >= _SHORTEST_SPLIT]
    start = 0
    for match in long or matches[:1]:
        if _INVENTED.fullmatch(_national(match[0])):
            invented = True
        else:
            found.append(_phone(match[0], text[start : match.start()], text[match.end() :]))
        start = match.end()
    if found:
        return found, SEVERAL if len(found) > 1 else ""
    return [], INVENTED if invented else NO_NUMBER


def readable(number: str) -> str:
    """Return a number in groups; one that already has groups stays as it is."""
    plain = re.sub(r"[\u2010-\u2015.]", " ", number)
    plain = " ".join(plain.split())
    national = _national(plain)
    if " " in plain and not plain.startswith(("+44", "0044", "(")):
        return plain
    for shape, groups in _GROUPS:
        if shape.fullmatch(national):
            return _grouped(national, groups)
    return plain if plain.startswith("+") else national


def _phone(number: str, before: str, after: str) -> dict[str, str]:
    words = " ".join(_EXTENSION.sub("", before).split()).strip(_EDGES)
    words = re.sub(r"^(?:or|and|&)\b\s*", "", words, flags=re.IGNORECASE)
    words = "" if _HEAD.match(words) else words
    extension = _EXTENSION.match(after)
    if extension:
        words = f"{words}, extension {extension[1]}" if words else f"Extension {extension[1]}"
    shown = {"number": readable(number)}
    return shown | ({"description": words[:LONGEST_WORDS]} if words else {})


def _digits(text: str) -> int:
    return sum(sign.isdigit() for sign in text)


def _dialable(text: str) -> bool:
    return 3 <= _digits(text) <= _MOST_DIGITS


def _national(number: str) -> str:
    """Return the digits as dialled within the country; other countries keep their plus."""
    digits = re.sub(r"\D", "", number)
    if number.strip().startswith(("+44", "(+44")) or digits.startswith("0044"):
        inland = re.sub(r"^(?:0044|44)0?", "", digits)
        return f"0{inland}"
    return digits


def _grouped(digits: str, groups: tuple[int, ...]) -> str:
    parts, at = [], 0
    for size in groups:
        parts.append(digits[at : at + size])
        at += size
    return " ".join(parts)
