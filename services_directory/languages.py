"""English names of languages by ISO 639 code."""

from django.conf.locale import LANG_INFO

# Spoken or signed here, and not among Django's own.
_MORE = {
    "bfi": "British Sign Language",
    "en": "English",
    "gu": "Gujarati",
    "ku": "Kurdish",
    "ps": "Pashto",
    "pa": "Punjabi",
    "rom": "Romani",
    "so": "Somali",
    "ti": "Tigrinya",
    "yue": "Cantonese",
    "zh": "Chinese",
    "prs": "Dari",
    "sh": "Serbo-Croat",
    "sn": "Shona",
    "yi": "Yiddish",
}


def name_of(code: str) -> str:
    """Return the English name, or the code in capitals when it is not known."""
    if code in _MORE:
        return _MORE[code]
    info = LANG_INFO.get(code, {})
    return info.get("name") or code.upper()
