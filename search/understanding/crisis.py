"""Does a search come from someone in danger? Rules with their tests are in crisis.yaml.

Three levels: emergency (999), urgent (NHS 111, mental health option) and listen (Samaritans,
116 123), as the NHS page "Help for suicidal thoughts" names them.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property, lru_cache
from pathlib import Path
from typing import Any

import yaml
from rapidfuzz.distance import OSA

from search.understanding.words import normalise, tokens

Phrase = tuple[str, ...]
ANY_WORD = "*"


class Level(StrEnum):
    EMERGENCY = "emergency"
    URGENT = "urgent"
    LISTEN = "listen"


@dataclass(frozen=True)
class Rules:
    """Phrases for each level, most urgent first, and the phrases that are set aside before."""

    levels: tuple[tuple[Level, tuple[Phrase, ...]], ...]
    aside: tuple[Phrase, ...]

    @cached_property
    def words(self) -> frozenset[str]:
        """Every word of the rules: typed as it is, it is no misspelling of another."""
        phrases = [*self.aside, *(phrase for _, several in self.levels for phrase in several)]
        return frozenset(word for phrase in phrases for word in phrase)


@lru_cache(maxsize=1)
def read() -> Rules:
    """Return the rules. Raises ValueError for a level that is not one of the three."""
    data = raw()
    levels = tuple((Level(row["name"]), _phrases(row["phrases"])) for row in data["levels"])
    return Rules(levels, _phrases(data["not"]))


@lru_cache(maxsize=1)
def raw() -> dict[str, Any]:
    """Return the file as it is, with its examples and review dates."""
    return yaml.safe_load((Path(__file__).parent / "crisis.yaml").read_text())


def level(text: str) -> Level | None:
    """Return how urgent the words are, or None. Works on misspelt words."""
    rules = read()
    words = _set_aside(_joined(tokens(normalise(text))), rules.aside)
    for name, phrases in rules.levels:
        if any(_find(words, phrase) is not None for phrase in phrases):
            return name
    return None


def _phrases(lines: Iterable[str]) -> tuple[Phrase, ...]:
    return tuple(
        tuple(word for piece in line.split() for word in (tokens(piece) or [ANY_WORD]))
        for line in lines
    )


def _joined(words: list[str]) -> list[str]:
    """Read `my self` as `myself`."""
    return " ".join(words).replace("my self", "myself").split()


def _set_aside(words: list[str], aside: Iterable[Phrase]) -> list[str]:
    """Replace what matches the phrases by a blank, longest phrase first."""
    for phrase in sorted(aside, key=len, reverse=True):
        while (start := _find(words, phrase)) is not None:
            words = [*words[:start], "", *words[start + len(phrase) :]]
    return words


def _find(words: list[str], phrase: Phrase) -> int | None:
    size = len(phrase)
    for start in range(len(words) - size + 1):
        if all(map(_same, phrase, words[start : start + size])):
            return start
    return None


def _same(wanted: str, typed: str) -> bool:
    """Whether the typed word may be the wanted one: one slip from five letters, two from eight."""
    if wanted in (typed, ANY_WORD) or typed in read().words:
        return wanted in (typed, ANY_WORD)
    slips = 0 if len(wanted) < 5 or len(typed) < 5 else 1 if len(wanted) < 8 else 2
    return slips > 0 and OSA.distance(wanted, typed, score_cutoff=slips) <= slips
