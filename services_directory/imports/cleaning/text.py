"""Text: blanks, control characters, HTML, length."""

import html
import re

from bs4 import BeautifulSoup, Tag

Cleaned = tuple[str, str]
PLACEHOLDER = "A placeholder such as N/A was left out."
NO_TEXT = "A value that is no text was left out."
WAS_HTML = "HTML was turned into plain text."
BAD_CHARACTERS = "Characters that can't be shown were left out."
TOO_LONG = "Text too long for its field was cut."
LONGEST_TEXT = 20_000
_LONGEST_HTML = 200_000
_MOST_TAGS = 1000  # tags within tags take time that grows with their square
_PLACEHOLDERS = frozenset(
    re.split(
        r"\|",
        "n/a|na|n.a.|none|null|nil|undefined|nan|tbc|tba|tbd|unknown|not applicable|not known|"
        "not specified|not provided|no data|-|--|---|.|?|x|xx|xxx|lorem ipsum",
    )
)
_TAG = re.compile(
    r"</?(?:p|br|div|span|ul|ol|li|a|b|i|u|em|strong|h[1-6]|table|tbody|thead|tr|t[dh]|script|"
    r"style|font|img|hr|section|article|blockquote|pre|code|sup|sub|iframe|small|label|svg|"
    r"o:p|dl|dt|dd|figure|center)(?:\s[^<>]*)?/?>|<!--",
    re.IGNORECASE,
)
_LEFT_OPEN = re.compile(r"<!--.*", re.DOTALL)  # a comment without end hides the rest
_ENTITY = re.compile(r"&(?:[a-z][a-z0-9]{1,30}|#\d{1,7}|#x[0-9a-f]{1,6});", re.IGNORECASE)
# Controls, halves of characters, and direction marks that make text read as what it is not.
_UNSEEN = re.compile(
    r"[\x00-\x09\x0b-\x1f\x7f-\x9f\ud800-\udfff\u200b\ufeff\u202a-\u202e\u2066-\u2069]"
)
_BLOCKS = re.compile(
    r"p|div|section|article|blockquote|pre|h[1-6]|[uo]l|table|tr|d[ldt]|hr|figure|center"
)
_DROPPED = ["script", "style", "template", "iframe", "object", "head", "svg"]
_ROUNDS = 5


def paragraphs(value: object, longest: int = LONGEST_TEXT) -> Cleaned:
    """Return text with its paragraphs and list lines, and a note of what was changed."""
    if value is None or value == "":  # most fields of most feeds
        return "", ""
    raw, note = _as_text(value)
    shown, note = _shown(raw, note)
    if _TAG.search(shown) or _ENTITY.search(shown):
        shown, more = _without_html(shown)
        note = more or note
    shown = _tidy(shown)
    if shown.casefold() in _PLACEHOLDERS:
        return "", PLACEHOLDER
    return _cut(shown, longest, note)


def line(value: object, longest: int = LONGEST_TEXT) -> Cleaned:
    """Return text on one line, and a note of what was changed."""
    text, note = paragraphs(value)
    return _cut(" ".join(text.split()), longest, note)


def quoted(text: str, longest: int) -> str:
    """Return words of a feed as they may stand in a note to staff: on one short line."""
    return " ".join(_shown(text, "")[0].split())[:longest]


def first_sentence(text: str, longest: int) -> str:
    """Return the beginning of a text as one line, whole sentences if they fit."""
    flat = " ".join(text.split("\n\n")[0].split())
    sentence = re.split(r"(?<=[.!?])\s", flat, maxsplit=1)[0]
    return _cut(sentence, longest, "")[0]


def _as_text(value: object) -> Cleaned:
    if value is None:
        return "", ""
    if isinstance(value, bool | dict):
        return "", NO_TEXT
    if isinstance(value, list):
        simple = [str(each) for each in value if isinstance(each, str | int | float)]
        return ", ".join(simple), "" if len(simple) == len(value) else NO_TEXT
    return str(value), ""


def _shown(text: str, note: str) -> Cleaned:
    """Leave out what has no sign: controls, halves of characters, direction tricks."""
    plain = text.replace("\r\n", "\n").replace("\r", "\n").replace("\u00a0", " ")
    plain = plain.replace("\u2028", "\n").replace("\u2029", "\n\n").replace("\t", " ")
    kept = _UNSEEN.sub("", plain)
    return kept, note if len(kept) == len(plain) else BAD_CHARACTERS


def _without_html(text: str) -> Cleaned:
    """Return text without tags and entities; text that was escaped twice is read twice."""
    note = WAS_HTML
    if len(text) > _LONGEST_HTML:
        text, note = re.sub(r"<[^<>]*$", "", text[:_LONGEST_HTML]), TOO_LONG
    for _ in range(_ROUNDS):
        before = text
        text = _from_soup(text) if _TAG.search(text) else html.unescape(text)
        text = _LEFT_OPEN.sub("", _shown(text, "")[0])
        if text == before:
            break
    return text, note


def _from_soup(text: str) -> str:
    if text.count("<") > _MOST_TAGS:
        return re.sub(r"<[^<>]*>?", " ", text)
    soup = BeautifulSoup(text, "html.parser")
    for tag in soup.find_all(_DROPPED):
        tag.decompose()
    for tag in soup.find_all(True):
        _spell_out(tag)
    words = soup.get_text().replace("\n", " ")
    return re.sub(r" *[\x01\x02][\x01\x02 ]*", _breaks, words)


def _spell_out(tag: Tag) -> None:
    """Write what a tag means beside it; \x01 is a new line, \x02 one unless there is one."""
    if tag.name == "br":
        tag.insert_before("\x01")
    elif tag.name == "li":
        tag.insert_before("\x01- ")
        tag.insert_after("\x02")
    elif _BLOCKS.fullmatch(tag.name):
        tag.insert_before("\x01\x01")
        tag.insert_after("\x01\x01")
    elif tag.name in {"td", "th"}:
        tag.insert_after(" ")
    elif tag.name == "a":
        _show_target(tag)


def _show_target(link: Tag) -> None:
    target = str(link.get("href") or "").strip()
    words = link.get_text()
    if target.startswith(("http://", "https://")) and target not in words and words.strip():
        link.append(f" ({target})")


def _breaks(match: re.Match[str]) -> str:
    return "\n" * min(match[0].count("\x01") or 1, 2)


def _tidy(text: str) -> str:
    lines = [each.rstrip() for each in text.strip().split("\n")]
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip()


def _cut(text: str, longest: int, note: str) -> Cleaned:
    """Cut at a word, with an ellipsis."""
    if len(text) <= longest:
        return text, note
    short = text[: longest - 1]
    at = max(short.rfind(" "), short.rfind("\n"))
    short = short[:at] if at > longest // 2 else short
    return short.rstrip() + "…", TOO_LONG
