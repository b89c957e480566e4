"""Text into plain words, the same for what people type and for what is indexed."""

import re
import unicodedata
from pathlib import Path

LONGEST_TEXT = 300
LONGEST_WORD = 40
MOST_WORDS = 32

# Left out of questions only; the index keeps them, so that phrases such as "do not resuscitate"
# still match. If nothing else is typed, they are searched for after all.
STOP_WORDS = frozenset((Path(__file__).parent / "stop_words.txt").read_text().split())

_APOSTROPHES = dict.fromkeys(map(ord, "\u2018\u2019\u201b\u02bc\u0060\u00b4\uff07"), "'")
_QUOTES = dict.fromkeys(map(ord, "\u201c\u201d\u201e\u00ab\u00bb"), '"')
_WITHIN_A_WORD = re.compile(r"(?<=\w)'(?=\w)")
_WORD = re.compile(r"[^\W_]+")


def normalise(text: str) -> str:
    """Return one line of at most 300 characters: straight quotes, no control characters."""
    text = unicodedata.normalize("NFKC", text[: LONGEST_TEXT * 4]).translate(_APOSTROPHES | _QUOTES)
    # Cc control, Cf invisible marks such as right-to-left, Cs lone surrogates, Co and Cn no letters
    text = "".join(" " if unicodedata.category(char)[0] == "C" else char for char in text)
    return " ".join(text.split())[:LONGEST_TEXT].rstrip()


def tokens(text: str) -> list[str]:
    """Return lower-case words without accents or apostrophes: `Carer's` gives `carers`."""
    text = text.translate(_APOSTROPHES).casefold()
    if not text.isascii():
        text = unicodedata.normalize("NFKD", text)
        text = "".join(char for char in text if not unicodedata.combining(char))
    return [word[:LONGEST_WORD] for word in _WORD.findall(_WITHIN_A_WORD.sub("", text))]


def telling_words(words: list[str]) -> list[str]:
    """Return the words that tell what is looked for, in order, each once; at most 32."""
    telling = [word for word in dict.fromkeys(words) if word not in STOP_WORDS]
    return (telling or list(dict.fromkeys(words)))[:MOST_WORDS]
