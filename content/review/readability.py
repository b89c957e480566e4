"""How hard a text is to read: LIX, block by block, with the thresholds of Wagtail's own checks.

A hint and a work-list, never a gate: a number cannot tell whether a page helps.
"""

import re
from collections.abc import Iterable, Iterator
from html import unescape

from django.utils.html import strip_tags
from wagtail.blocks import (
    Block,
    CharBlock,
    ListBlock,
    RichTextBlock,
    StreamBlock,
    StreamValue,
    StructBlock,
)

GOOD, FAIR = 35, 45
LONG_WORD = 6
_WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")
_SENTENCE_END = re.compile(r"[.!?]+(?:\s|$)")
_ELEMENT = re.compile(r"</?(?:h[1-6]|p|li|ul|ol)\b[^>]*>|<br\s*/?>")
_UNSPOKEN = frozenset({"services", "contact", "timescale"})


def lix(text_blocks: Iterable[str]) -> float:
    """Return words a sentence + 100 x (words of over 6 letters) / words, or 0.0 without words.

    Each block (paragraph, heading, list item) ends its last sentence, full stop or not; joined
    lists would score as one endless sentence.
    """
    blocks = list(text_blocks)
    words = [word for block in blocks for word in _WORD.findall(block)]
    if not words:
        return 0.0
    long_words = sum(len(word) > LONG_WORD for word in words)
    return len(words) / sum(map(_sentences, blocks)) + 100 * long_words / len(words)


def verdict(score: float) -> str:
    """Return the word that Wagtail's editor shows for the same score."""
    return "Good" if score < GOOD else "Fair" if score < FAIR else "Complex"


def text_blocks(body: StreamValue) -> list[str]:
    """Return the text of each paragraph, heading and list item of a body, in order."""
    return [
        text
        for child in body
        if child.block_type not in _UNSPOKEN
        for text in _texts(child.block, child.value)
    ]


def _sentences(block: str) -> int:
    return sum(bool(_WORD.search(part)) for part in _SENTENCE_END.split(block))


def _texts(block: Block, value: object) -> Iterator[str]:
    if isinstance(block, RichTextBlock):
        yield from _html_texts(value.source)  # type: ignore[attr-defined]
    elif isinstance(block, CharBlock):
        yield str(value)
    elif isinstance(block, StructBlock):
        for name, child in block.child_blocks.items():
            yield from _texts(child, value[name])  # type: ignore[index]
    elif isinstance(block, ListBlock):
        for item in value:  # type: ignore[attr-defined]
            yield from _texts(block.child_block, item)
    elif isinstance(block, StreamBlock):
        yield from text_blocks(value)  # type: ignore[arg-type]


def _html_texts(html: str) -> Iterator[str]:
    """Yield the text of each element; the editor's HTML is simple enough to be cut at its tags."""
    for piece in _ELEMENT.split(html):
        if text := unescape(strip_tags(piece)).strip():
            yield text
