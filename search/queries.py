"""Find things for a reader: understand the words, ask the engine, order, explain."""

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace

from django.utils.safestring import SafeString

from portal.places.queries import Place, find_place
from search.documents import Document
from search.engines import get_engine
from search.engines.protocol import RawHits
from search.models import PromotedResult
from search.promoted import promoted_for
from search.ranking import Ranked, rank
from search.snippets import snippet, stems_in, stems_of
from search.speller import speller
from search.understanding.crisis import Level
from search.understanding.reading import Understood, understand
from search.understanding.request import Request
from search.understanding.words import tokens

Facets = Mapping[str, Sequence[str]]
# So many hits are put in order with regard to place; beyond, the engine's order stands.
WINDOW = 200


@dataclass(frozen=True)
class Hit:
    """A document, its snippet as safe HTML, and why it fits the place that was given."""

    document: Document
    snippet: SafeString
    score: float
    distance_km: float | None = None
    reason: str = ""

    @property
    def id(self) -> str:
        return self.document.id

    @property
    def kind(self) -> str:
        return self.document.kind

    @property
    def title(self) -> str:
        return self.document.title

    @property
    def url(self) -> str:
        return self.document.url


@dataclass(frozen=True)
class Results:
    """One page of an answer.

    facets: name -> value -> count under the other filters. correction: the text that was searched
    for instead of `original`, or None. relaxed: names of filters (or `place`) that were left out
    because nothing fitted them. message: why search could not answer, or empty.
    """

    total: int
    hits: tuple[Hit, ...]
    facets: Mapping[str, Mapping[str, int]]
    original: str
    correction: str | None = None
    place: Place | None = None
    without_place: str = ""
    unknown_postcode: str = ""
    page: int = 1
    pages: int = 1
    relaxed: tuple[str, ...] = ()
    crisis: Level | None = None
    promoted: Sequence[PromotedResult] = field(default_factory=list)
    message: str = ""


def find(
    text: str,
    *,
    kinds: Collection[str] | None = None,
    facets: Facets | None = None,
    place: Place | None = None,
    page: int = 1,
    per_page: int = 20,
    correct: bool = True,
) -> Results:
    """Return what fits the text, in kinds and with facets, for a place given or in the text.

    A page beyond the last gives the last. `correct=False` takes the words as they were typed.
    """
    understood = understand(text, find_place, speller() if correct else None)
    place = place or understood.place
    filters = _filters(kinds, facets or {})
    areas = place.area_codes if place else None
    request = Request(understood.terms, filters, areas, limit=WINDOW)
    raw, relaxed = _search_relaxing(request)
    pages = max(1, -(-raw.total // per_page))
    page = min(max(page, 1), pages)
    ranked = _slice(request, raw, relaxed, place, (page - 1) * per_page, per_page)
    results = _results(understood, raw, _hits(ranked, understood))
    return replace(
        results,
        place=place,
        relaxed=relaxed,
        page=page,
        pages=pages,
        promoted=promoted_for(understood.words) if page == 1 else [],
    )


def _results(understood: Understood, raw: RawHits, hits: tuple[Hit, ...]) -> Results:
    return Results(
        total=raw.total,
        hits=hits,
        facets=raw.facets,
        original=understood.text,
        correction=understood.correction,
        without_place=understood.without_place,
        unknown_postcode=understood.unknown_postcode,
        crisis=understood.crisis,
        message=raw.message,
    )


def _filters(kinds: Collection[str] | None, facets: Facets) -> dict[str, tuple[str, ...]]:
    filters = {name: tuple(values) for name, values in facets.items() if values}
    return {**filters, "kind": tuple(sorted(kinds))} if kinds else filters


def _without(request: Request, names: Collection[str]) -> Request:
    filters = {name: values for name, values in request.filters.items() if name not in names}
    return replace(request, filters=filters, areas=None if "place" in names else request.areas)


def _search_relaxing(request: Request) -> tuple[RawHits, tuple[str, ...]]:
    """Return hits; if there are none, without one filter, and at last without any of them."""
    raw = get_engine().search(request)
    if raw.total or raw.message:
        return raw, ()
    names = [*request.filters, *(["place"] if request.areas is not None else [])]
    attempts = [(name,) for name in names] + ([tuple(names)] if len(names) > 1 else [])
    for dropped in attempts:
        found = get_engine().search(_without(request, dropped))
        if found.total:
            return found, dropped
    return raw, ()


def _slice(
    request: Request,
    raw: RawHits,
    relaxed: tuple[str, ...],
    place: Place | None,
    start: int,
    size: int,
) -> list[Ranked]:
    """Return one page: from the ordered window, or beyond it as the engine gives it."""
    if start + size <= WINDOW or raw.total <= WINDOW:
        return rank(list(raw.hits), place)[start : start + size]
    beyond = replace(_without(request, relaxed), offset=start, limit=size, counts=False)
    return rank(list(get_engine().search(beyond).hits), place)


def _hits(ranked: list[Ranked], understood: Understood) -> tuple[Hit, ...]:
    stems = stems_of(understood.terms)
    return tuple(
        Hit(
            document=each.document,
            snippet=snippet(each.document, stems),
            score=each.score,
            distance_km=each.distance_km,
            reason=each.reason,
        )
        for each in ranked
    )


def ids_by_words(text: str, kind: str, limit: int = 500) -> list[str] | None:
    """Return pks of a kind by score; see `search.documents.find_ids`."""
    understood = understand(text, find_place, speller())
    if not understood.terms:
        return None
    request = Request(understood.terms, {"kind": (kind,)}, limit=limit, counts=False)
    raw = get_engine().search(request)
    if raw.message:
        return None
    ranked = rank(list(raw.hits), understood.place)
    return [each.document.id.removeprefix(f"{kind}:") for each in ranked]


def naming(text: str) -> Callable[[str], bool]:
    """Return what says whether a name has a word of the text or of its synonyms."""
    stems = stems_of(understand(text, find_place, speller()).terms)
    return lambda name: bool(stems & stems_in(tokens(name)))


def helplines(limit: int = 4) -> tuple[Hit, ...]:
    """Return services that can be rung, for when nothing else was found."""
    found = find(
        "helpline support advice", kinds=["service"], facets={"mode": ["phone"]}, correct=False
    )
    return () if found.relaxed else found.hits[:limit]
