"""What an engine is asked: words with their alternatives, filters and a slice."""

from collections.abc import Mapping
from dataclasses import dataclass, field

EVERYWHERE = "everywhere"


@dataclass(frozen=True)
class Alternative:
    """One way to say a term: a word, or a phrase of several. `weight` is over 0 and at most 1."""

    words: tuple[str, ...]
    weight: float = 1.0


@dataclass(frozen=True)
class Term:
    """One idea. The best of its alternatives counts, so that a synonym never counts twice."""

    alternatives: tuple[Alternative, ...]


@dataclass(frozen=True)
class Request:
    """Terms are joined by OR. Without terms, everything matches.

    filters: facet name -> values, any of which will do. areas: area codes, any of which will do;
    None asks for all areas. counts: whether facet counts are wanted.
    """

    terms: tuple[Term, ...] = ()
    filters: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    areas: tuple[str, ...] | None = None
    offset: int = 0
    limit: int = 20
    counts: bool = True
