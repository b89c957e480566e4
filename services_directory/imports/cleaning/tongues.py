"""Languages by name or code."""

from functools import cache

from django.conf.locale import LANG_INFO

from services_directory.imports.cleaning.text import Cleaned, line
from services_directory.languages import name_of

UNKNOWN = "A language that is not known was left out."
_LONGEST_CODE = 8
_ALSO = {
    "bsl": "bfi",
    "sign language": "bfi",
    "british sign": "bfi",
    "panjabi": "pa",
    "mandarin": "zh",
    "farsi": "fa",
    "persian": "fa",
    "bangla": "bn",
    "cymraeg": "cy",
    "kurdish sorani": "ku",
    "sylheti": "syl",
    "eng": "en",
    "pol": "pl",
    "urd": "ur",
    "cym": "cy",
    "wel": "cy",
    "pan": "pa",
    "ben": "bn",
}
_MORE = ("bfi", "en", "gu", "ku", "ps", "pa", "rom", "so", "ti", "yue", "zh", "prs", "sh", "sn",
         "yi")  # fmt: skip


def language(value: object) -> Cleaned:
    """Return the ISO 639 code of a language given by its code or its English or own name."""
    text, _ = line(value)
    if not text:
        return "", ""
    plain = text.casefold().replace("_", "-")
    known = _codes()
    for candidate in (plain, plain.partition("-")[0], plain.partition("(")[0].strip()):
        if candidate in known:
            return known[candidate], ""
    return "", UNKNOWN


@cache
def _codes() -> dict[str, str]:
    """Names and codes in small letters, to codes."""
    found: dict[str, str] = {}
    for code, info in LANG_INFO.items():
        if len(code) > _LONGEST_CODE:
            continue
        for name in (code, info.get("name"), info.get("name_local")):
            if name:
                found.setdefault(str(name).casefold(), code)
    for code in _MORE:
        found |= {code: code, name_of(code).casefold(): code}
    return found | _ALSO
