"""The few words of a document around what was searched for, marked, as safe HTML."""

import re
from collections.abc import Iterable
from functools import lru_cache

from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe

from search.documents import Document
from search.engines.embedded_index import STEMS
from search.understanding.request import Term
from search.understanding.words import STOP_WORDS, tokens

LENGTH = 220  # characters, about three lines on a phone
_WORD = re.compile(r"\w+(?:['\u2019]\w+)*")


def stems_of(terms: Iterable[Term]) -> frozenset[str]:
    """Return the stems to mark: of what was typed and of its synonyms, without small words."""
    words = {word for term in terms for way in term.alternatives for word in way.words}
    return stems_in(words)


def stems_in(words: Iterable[str]) -> frozenset[str]:
    """Return the stems of all but the small words."""
    return frozenset(STEMS.analyze(" ".join(sorted(set(words) - STOP_WORDS))))


def snippet(document: Document, stems: frozenset[str]) -> SafeString:
    """Return the summary if it holds a searched word or nothing does, else the best of the body."""
    body = " ".join(document.body.split())
    if not document.summary or (not _hits(document.summary, stems) and _hits(body, stems)):
        return _marked(_window(body, stems), stems)
    return _marked(document.summary[: LENGTH * 2], stems)


@lru_cache(maxsize=50_000)
def _stems(word: str) -> frozenset[str]:
    return frozenset(STEMS.analyze(" ".join(tokens(word))))


def _is_hit(word: str, stems: frozenset[str]) -> bool:
    return not stems.isdisjoint(_stems(word))


def _hits(text: str, stems: frozenset[str]) -> list[int]:
    """Return where each searched word begins."""
    return [match.start() for match in _WORD.finditer(text) if _is_hit(match[0], stems)]


def _window(text: str, stems: frozenset[str]) -> str:
    """Return about 220 characters that begin a little before the densest place."""
    starts = _hits(text, stems) or [0]
    best = max(starts, key=lambda at: sum(at <= other < at + LENGTH - 40 for other in starts))
    begin = text.rfind(" ", 0, max(best - 40, 0)) + 1 if best > 40 else 0
    end = len(text) if len(text) <= begin + LENGTH else text.rfind(" ", begin, begin + LENGTH)
    end = end if end > begin else begin + LENGTH
    return ("… " if begin else "") + text[begin:end] + (" …" if end < len(text) else "")


def _marked(text: str, stems: frozenset[str]) -> SafeString:
    """Return escaped text with <mark> around searched words; nothing else is ever markup."""
    parts, last = [], 0
    for match in _WORD.finditer(text):
        if _is_hit(match[0], stems):
            parts += [escape(text[last : match.start()]), "<mark>", escape(match[0]), "</mark>"]
            last = match.end()
    return mark_safe("".join([*parts, escape(text[last:])]))  # noqa: S308 - every part is escaped
