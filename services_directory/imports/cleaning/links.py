"""Web addresses and e-mail addresses."""

import re
from urllib.parse import urlsplit

from django.core.exceptions import ValidationError
from django.core.validators import URLValidator, validate_email

from services_directory.imports.cleaning.text import Cleaned, line

NO_SCHEME = "A web address without https:// was completed."
NOT_WEB = "A web address that can't be used was left out."
EXAMPLE = "An invented web or e-mail address was left out."
NOT_MAIL = "An e-mail address that can't be used was left out."
ONE_OF_SEVERAL = "Of several addresses in one field the first was taken."
LONGEST_URL = 200
LONGEST_MAIL = 254
_INVENTED = re.compile(
    r"(^|[@./])(example\.(com|org|net)|test\.com|path\.to|[a-z0-9-]+\.invalid|invalid)$", re.I
)
_BROKEN_SCHEME = re.compile(r"^(https?)(?:;//|://:|:/(?!/)|//|:(?!/)|:///+)", re.I)
_HOST = re.compile(r"^[a-z0-9-]+(\.[a-z0-9-]+)+(:\d+)?([/?#].*)?$", re.I)
_is_web = URLValidator(schemes=["http", "https"])


def web_address(value: object) -> Cleaned:
    """Return an http or https address, completed or mended when that is safe, else nothing."""
    text, note = line(value)
    if not text:
        return "", note
    first, note = _first(text, note)
    mended = _BROKEN_SCHEME.sub(lambda match: f"{match[1].lower()}://", first)
    if _HOST.match(mended):
        mended, note = f"https://{mended}", NO_SCHEME
    return _usable(mended, note)


def mail_address(value: object) -> Cleaned:
    """Return one e-mail address that may be real, else nothing."""
    text, note = line(value)
    if not text:
        return "", note
    first, note = _first(re.sub(r"^mailto:\s*", "", text, flags=re.I), note)
    first = first.partition("?")[0].strip("<>()[].;,\"'")
    try:
        validate_email(first)
    except ValidationError:
        return "", NOT_MAIL
    if len(first) > LONGEST_MAIL:
        return "", NOT_MAIL
    return ("", EXAMPLE) if _INVENTED.search(first.rpartition("@")[2]) else (first, note)


def _first(text: str, note: str) -> Cleaned:
    """Return the first of several that stand in one field."""
    found = [each for each in re.split(r"[\s,;|]+(?!//)", text) if re.search(r"[.@:]", each)]
    if not found:
        return text, note
    return found[0], ONE_OF_SEVERAL if len(found) > 1 else note


def _usable(url: str, note: str) -> Cleaned:
    try:
        _is_web(url)
        parts = urlsplit(url)
    except (ValidationError, ValueError):
        return "", NOT_WEB
    if len(url) > LONGEST_URL or "@" in parts.netloc:
        return "", NOT_WEB
    return ("", EXAMPLE) if _INVENTED.search(parts.hostname or "") else (url, note)
