"""Words in free text that a person should read first. They lift an item, and decide nothing.

Better one too many than one missed: whether something is denied, feared, quoted or long ago is for
the person who reads it to judge, so a "not" in front changes nothing.
"""

import re
import unicodedata
from functools import cache
from itertools import pairwise
from pathlib import Path

from rapidfuzz.fuzz import ratio

HARM, SAFEGUARDING = "words-of-harm", "safeguarding-words"
_FILES = Path(__file__).with_name("lifting_words")

# Slips of typing are found by likeness to these words, out of 100.
ALIKE = 80
SHORTEST, LONGEST = 6, 16
WORDS = {
    HARM: ("suicide", "suicidal", "overdose", "selfharm", "selfharming"),
    SAFEGUARDING: (
        "safeguarding",
        "abused",
        "abusing",
        "abusive",
        "neglected",
        "threatened",
        "threatening",
        "molested",
    ),
}


def flags_in_text(text: str) -> list[str]:
    """Return the flags that the words of a free text raise; pure, about 10 ms at its longest."""
    plain = _plain(text)
    return [flag for flag in WORDS if _says(flag, plain)] if plain else []


def _says(flag: str, plain: str) -> bool:
    return bool(_pattern(flag).search(plain)) or any(
        ratio(word, wanted) >= ALIKE for word in _long_words(plain) for wanted in WORDS[flag]
    )


def _plain(text: str) -> str:
    """Return the text in small letters without accents, apostrophes and marks."""
    letters = unicodedata.normalize("NFKD", text).casefold()
    letters = re.sub(r"[’‘'`´]|[\u0300-\u036f\u200b-\u200f\u00ad]", "", letters)
    # An exception ("wants to die at home") must not reach into the next sentence.
    letters = re.sub(r"[.!?;]+(?=\s|$)|\n\s*\n", " / ", letters)
    letters = re.sub(r"[^\w/]+|_", " ", letters)
    return re.sub(r"(\w)\1{2,}", r"\1\1", letters).strip()


def _long_words(plain: str) -> set[str]:
    """Return words, and pairs of them run together: "sui cide", "self harm"."""
    words = plain.split()
    both = {*words, *(first + second for first, second in pairwise(words))}
    return {word for word in both if SHORTEST <= len(word) <= LONGEST}


@cache
def _pattern(flag: str) -> re.Pattern[str]:
    lines = (_FILES / f"{flag}.txt").read_text(encoding="utf-8").splitlines()
    return re.compile(r"\b(?:" + "|".join(line for line in lines if line[0] != "#") + ")")
