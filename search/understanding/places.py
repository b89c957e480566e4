"""Find the place in what was typed: `hospice WY3 1AB`, `night nurse near Easthaven`."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import islice

from portal.places.postcodes import find_postcode, normalise_postcode
from portal.places.queries import Place
from search.understanding.words import STOP_WORDS, tokens

FindPlace = Callable[[str], Place | None]

# Each name tried is a question to the database, so only a few are.
_MOST_NAME_WORDS = 3
_MOST_NAMES = 3
_NEARNESS = ("close to", "near to", "near", "nearby", "around", "in", "at")


@dataclass(frozen=True)
class Placed:
    """The text without the place, the place, and a whole postcode that nobody knows."""

    text: str
    place: Place | None = None
    unknown: str = ""


def take_place(text: str, find_place: FindPlace) -> Placed:
    """Take a postcode, an outward code or a town after `near` out of the text.

    What looks like an outward code but is none of ours (as the vitamin B12) stays a word.
    """
    return _by_postcode(text, find_place) or _by_name(text, find_place) or Placed(text)


def _by_postcode(text: str, find_place: FindPlace) -> Placed | None:
    found = find_postcode(text)
    if not found:
        return None
    code, rest = found
    place = find_place(code)
    if place:
        return Placed(_without_nearness(rest), place)
    if normalise_postcode(code):
        return Placed(_without_nearness(rest), unknown=code)
    return None


def _without_nearness(text: str) -> str:
    """Drop a `near` or `in` that now ends the text."""
    for word in _NEARNESS:
        if text.casefold() == word or text.casefold().endswith(f" {word}"):
            return text[: -len(word)].rstrip()
    return text


def _by_name(text: str, find_place: FindPlace) -> Placed | None:
    words = text.split()
    for start, first in islice(_after_nearness(words), _MOST_NAMES):
        for end in range(min(len(words), first + _MOST_NAME_WORDS), first, -1):
            place = find_place(" ".join(words[first:end]).strip(" ,.?"))
            if place:
                return Placed(" ".join(words[:start] + words[end:]), place)
    return None


def _after_nearness(words: list[str]) -> Iterator[tuple[int, int]]:
    """Yield where each `near` begins and where the name after it would begin."""
    plain = [" ".join(tokens(word)) for word in words]
    for start in range(len(words)):
        for size in (2, 1):
            after = start + size
            if " ".join(plain[start:after]) in _NEARNESS:
                if after < len(words) and plain[after] not in STOP_WORDS:
                    yield start, after
                break
