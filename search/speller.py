"""The speller for the index in use, made anew when its words change."""

from search.engines import get_engine
from search.understanding import synonyms
from search.understanding.spelling import Speller

_latest: list[Speller] = []


def speller() -> Speller:
    """Return a speller that knows the words of the index."""
    vocabulary = get_engine().vocabulary()
    if not _latest or _latest[0].vocabulary is not vocabulary:
        _latest[:] = [Speller(vocabulary, synonyms.known_words(synonyms.standard()))]
    return _latest[0]
