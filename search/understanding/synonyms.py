"""Lay, clinical and local words for the same thing, from synonyms.txt."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from functools import lru_cache
from itertools import pairwise
from pathlib import Path

from search.understanding.request import Alternative, Term
from search.understanding.words import STOP_WORDS, telling_words, tokens

Phrase = tuple[str, ...]
Synonyms = Mapping[Phrase, tuple[Phrase, ...]]
# Measured on tests/search/judged.csv. A synonym counts a little less than the word that was typed;
# a phrase is scored by the sum of its words, so it is made smaller with its length; two words that
# were typed side by side count again where they stand side by side.
WEIGHT = 0.7
PHRASE = 0.5
PAIR = 0.5
MOST_PAIRS = 12


@lru_cache(maxsize=1)
def standard() -> Synonyms:
    """Return the synonyms that come with the site."""
    return read((Path(__file__).parent / "synonyms.txt").read_text().splitlines())


def read(lines: Iterable[str]) -> Synonyms:
    """Return phrase -> phrases that it also finds. Raises ValueError for a line of one phrase."""
    found: dict[Phrase, dict[Phrase, None]] = {}
    for line in lines:
        line = line.partition("#")[0].strip()
        if not line:
            continue
        left, arrow, right = line.partition("=>")
        sources, targets = _phrases(left), _phrases(right if arrow else left)
        if not sources or not targets or (not arrow and len(targets) < 2):
            raise ValueError(f"Give at least two phrases: {line!r}")
        for source in sources:
            others = {target: None for target in targets if target != source}
            found.setdefault(source, {}).update(others)
    return {phrase: tuple(others) for phrase, others in found.items()}


def _phrases(text: str) -> list[Phrase]:
    return [phrase for part in text.split(",") if (phrase := tuple(tokens(part)))]


def terms(words: list[str], synonyms: Synonyms) -> tuple[Term, ...]:
    """Return a term for each telling word and each phrase with synonyms, in the order typed.

    A phrase stands beside its words, so that a page with only one of them is found too. Words that
    stand side by side make a pair, small words included: `someone dies` is more than `dies`.
    """
    phrases = dict(_phrases_in(words, synonyms))
    single = [
        Term((Alternative((word,)), *_others(synonyms.get((word,), ()))))
        for word in telling_words(words)
    ]
    several = [
        Term((_phrase(phrase), *_others(others)))
        for phrase, others in phrases.items()
        if len(phrase) > 1
    ]
    return (*single, *several, *_pairs(words, phrases))


def _pairs(words: list[str], phrases: Collection[Phrase]) -> Iterator[Term]:
    pairs = dict.fromkeys(pairwise(words))
    telling = [pair for pair in pairs if not STOP_WORDS.issuperset(pair) and pair not in phrases]
    return (Term((Alternative(pair, PAIR),)) for pair in telling[:MOST_PAIRS])


def _phrase(words: Phrase, weight: float = 1.0) -> Alternative:
    return Alternative(words, weight if len(words) == 1 else weight * PHRASE)


def _phrases_in(
    words: list[str], synonyms: Synonyms
) -> Iterator[tuple[Phrase, tuple[Phrase, ...]]]:
    longest = max(map(len, synonyms), default=0)
    for start in range(len(words)):
        for size in range(min(longest, len(words) - start), 0, -1):
            phrase = tuple(words[start : start + size])
            if phrase in synonyms:
                yield phrase, synonyms[phrase]
                break


def _others(phrases: tuple[Phrase, ...]) -> Iterator[Alternative]:
    return (_phrase(phrase, WEIGHT) for phrase in phrases)


def known_words(synonyms: Synonyms) -> frozenset[str]:
    """Return every word in the list: spelling correction leaves them alone."""
    return frozenset(word for phrase in synonyms for word in phrase) - STOP_WORDS
