"""Correct misspelt words against the words of the index."""

from collections.abc import Collection, Mapping
from functools import lru_cache
from pathlib import Path

from rapidfuzz import process
from rapidfuzz.distance import OSA

from search.understanding.words import STOP_WORDS, tokens

SHORTEST = 4  # a word of three letters or fewer is left alone
LONG = 8  # from here two slips are put right, below only one
_ENDINGS = ("s", "es", "ed", "d", "ing", "er", "ers", "ly")


@lru_cache(maxsize=1)
def never_corrected() -> frozenset[str]:
    """Return the words of never_correct.txt."""
    lines = (Path(__file__).parent / "never_correct.txt").read_text().splitlines()
    return frozenset(word for line in lines for word in tokens(line.partition("#")[0]))


class Speller:
    """Knows the words of the index with the number of documents that hold each."""

    def __init__(self, vocabulary: Mapping[str, int], known: Collection[str] = ()) -> None:
        self.vocabulary = vocabulary
        self.known = frozenset(known) | STOP_WORDS | never_corrected()
        self._choices = [w for w in {*vocabulary, *known} if len(w) >= SHORTEST and w.isalpha()]

    def correct(self, words: list[str]) -> list[str]:
        """Return the words, each misspelt one replaced by the nearest word of the index."""
        return [word if self._leave(word) else self._nearest(word) for word in words]

    def _leave(self, word: str) -> bool:
        unfit = len(word) < SHORTEST or not word.isalpha() or not self.vocabulary
        return unfit or self._knows(word)

    def _knows(self, word: str) -> bool:
        """Whether the word, or the same word with another ending, is known."""
        stems = {word} | {word.removesuffix(end) for end in _ENDINGS if len(word) >= len(end) + 3}
        forms = stems | {stem + end for stem in stems for end in (*_ENDINGS, "e")}
        return any(form in self.vocabulary or form in self.known for form in forms)

    def _nearest(self, word: str) -> str:
        slips = 2 if len(word) >= LONG else 1
        found = process.extract(
            word, self._choices, scorer=OSA.distance, score_cutoff=slips, limit=None
        )
        if not found:
            return word
        # Fewest slips, then the longest beginning in common, then the most documents.
        return min(found, key=lambda hit: self._order(word, hit[0], int(hit[1])))[0]

    def _order(self, word: str, choice: str, slips: int) -> tuple[int, int, int, str]:
        return slips, -_beginning(word, choice), -self.vocabulary.get(choice, 0), choice


def _beginning(one: str, other: str) -> int:
    return next((i for i, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), len(one))
