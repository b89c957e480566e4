"""From what someone typed to what an engine is asked. Pure functions; the engine plays no part."""

from collections.abc import Mapping
from dataclasses import dataclass

from portal.places.queries import Place
from search.understanding import synonyms
from search.understanding.crisis import Level, level
from search.understanding.places import FindPlace, take_place
from search.understanding.request import Term
from search.understanding.spelling import Speller
from search.understanding.words import normalise, tokens


@dataclass(frozen=True)
class Understood:
    """text: what was typed, tidied. words: what is searched for, corrected, without the place.

    correction: the whole text with words corrected, or None if none was. without_place: the text
    as typed, without the place that was found in it.
    """

    text: str
    words: tuple[str, ...] = ()
    terms: tuple[Term, ...] = ()
    correction: str | None = None
    place: Place | None = None
    without_place: str = ""
    unknown_postcode: str = ""
    crisis: Level | None = None


def understand(text: str, find_place: FindPlace, speller: Speller | None = None) -> Understood:
    """Read a search. Without a speller, words are taken as they were typed."""
    tidy = normalise(text)
    placed = take_place(tidy, find_place)
    typed = tokens(placed.text)
    words = speller.correct(typed) if speller else typed
    return Understood(
        text=tidy,
        words=tuple(words),
        terms=synonyms.terms(words, synonyms.standard()),
        correction=_corrected(tidy, dict(zip(typed, words, strict=True))),
        place=placed.place,
        without_place=placed.text,
        unknown_postcode=placed.unknown,
        crisis=level(tidy),
    )


def _corrected(text: str, instead: Mapping[str, str]) -> str | None:
    """Return the text with the corrected words put in place of the typed ones."""
    changed = {typed: word for typed, word in instead.items() if typed != word}
    if not changed:
        return None
    return " ".join(_swap(piece, changed) for piece in text.split())


def _swap(piece: str, changed: Mapping[str, str]) -> str:
    words = tokens(piece)
    return " ".join(changed.get(word, word) for word in words) if {*words} & {*changed} else piece
