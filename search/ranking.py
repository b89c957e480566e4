"""Order hits by the engine's score with gentle pushes: the document's own, and the place."""

from dataclasses import dataclass, replace
from math import exp

from portal.places.models import Area
from portal.places.queries import KM_PER_MILE, Place, distance_km
from portal.vocabulary import Audience
from search.documents import Document

LEAST_BOOST, MOST_BOOST = 0.5, 2.0
COVERS = 1.3
NEAR = 0.3  # at the door; less with distance
NEAR_SCALE_KM = 15.0
NATIONAL = 1.0
# This is the public's front door: what is for professionals alone gives way a little.
FOR_PROFESSIONALS = 0.85
FAR_KM = 60.0
FAR = 0.6


@dataclass(frozen=True)
class Ranked:
    """A document with its score, its distance if both ends are known, and why it fits the place."""

    document: Document
    score: float
    distance_km: float | None = None
    reason: str = ""


def rank(hits: list[tuple[Document, float]], place: Place | None) -> list[Ranked]:
    """Return the hits, best first. Equal ones keep the engine's order."""
    ranked = [Ranked(document, score * _own_boost(document)) for document, score in hits]
    if place is not None:
        national = frozenset(_national_codes(place))
        ranked = [_placed(each, place, national) for each in ranked]
    return sorted(ranked, key=lambda each: -each.score)


def _own_boost(document: Document) -> float:
    audience = document.facets.get("audience", ())
    push = FOR_PROFESSIONALS if set(audience) == {Audience.PROFESSIONAL.value} else 1.0
    return min(max(document.boost, LEAST_BOOST), MOST_BOOST) * push


def _national_codes(place: Place) -> list[str]:
    areas = Area.objects.filter(code__in=place.area_codes, kind=Area.Kind.COUNTRY)
    return list(areas.values_list("code", flat=True))


def _placed(hit: Ranked, place: Place, national: frozenset[str]) -> Ranked:
    document = hit.document
    away = (
        distance_km((place.latitude, place.longitude), document.point) if document.point else None
    )
    covered = set(document.areas) & set(place.area_codes)
    local = bool(covered - national)
    push = (COVERS if local else NATIONAL) * _near(away, local)
    return replace(
        hit, score=hit.score * push, distance_km=away, reason=_reason(document, away, local)
    )


def _near(away: float | None, local: bool) -> float:
    """Return a push that falls with distance; what is far and not for this area is put back."""
    if away is None:
        return 1.0
    if away > FAR_KM and not local:
        return FAR
    return 1.0 + NEAR * exp(-away / NEAR_SCALE_KM)


def _reason(document: Document, away: float | None, local: bool) -> str:
    if away is not None and away <= FAR_KM:
        return f"About {miles(away)} away"
    if local:
        return "Covers your area"
    return "National" if document.kind == "service" and away is None else ""


def miles(km: float) -> str:
    """Return a distance in words, as `2.3 miles`."""
    value = km / KM_PER_MILE
    if value < 1:
        return "less than a mile"
    return f"{value:.0f} miles" if value >= 10 else f"{value:.1f} miles"
