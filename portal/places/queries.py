"""Where is that? A place from a postcode, an outward code or a town name."""

from dataclasses import dataclass
from math import asin, cos, radians, sin, sqrt

from django.db.models import Avg, Min

from portal.places.models import Area, Postcode
from portal.places.postcodes import normalise_postcode

EARTH_RADIUS_KM = 6371.0088
KM_PER_MILE = 1.609344


@dataclass(frozen=True)
class Place:
    """A point with the areas that hold it, nearest first. `exact` is a whole known postcode."""

    name: str
    latitude: float
    longitude: float
    area_codes: tuple[str, ...]
    exact: bool = False


def find_place(text: str) -> Place | None:
    """Return the place of a postcode, outward code or town (any case), or None if not known."""
    text = " ".join(text.replace("\x00", " ").split())[:80]
    if not text:
        return None
    postcode = normalise_postcode(text)
    if postcode:
        return _exact(postcode) or _centroid(postcode.split()[0], outcode=postcode.split()[0])
    return _centroid(text.upper(), outcode=text.upper()) or _centroid(text, locality__iexact=text)


def distance_km(a: tuple[float, float], b: tuple[float, float]) -> float:
    """Return the great-circle distance between two (latitude, longitude) pairs in degrees."""
    lat1, lon1, lat2, lon2 = map(radians, (*a, *b))
    h = sin((lat2 - lat1) / 2) ** 2 + cos(lat1) * cos(lat2) * sin((lon2 - lon1) / 2) ** 2
    return 2 * EARTH_RADIUS_KM * asin(sqrt(h))


def _exact(postcode: str) -> Place | None:
    row = (
        Postcode.objects.filter(pk=postcode).select_related("area__parent__parent__parent").first()
    )
    if row is None:
        return None
    return Place(row.postcode, row.latitude, row.longitude, area_chain(row.area), exact=True)


def _centroid(name: str, **where: str) -> Place | None:
    rows = Postcode.objects.filter(**where)
    mean = rows.aggregate(lat=Avg("latitude"), lon=Avg("longitude"), first=Min("postcode"))
    if mean["first"] is None:
        return None
    row = rows.select_related("area__parent__parent__parent").get(pk=mean["first"])
    label = row.locality if "locality__iexact" in where else name
    return Place(label, mean["lat"], mean["lon"], area_chain(row.area))


def area_chain(area: Area | None) -> tuple[str, ...]:
    """Return the codes of the area and of all that hold it: council, partnership, country, UK."""
    codes = []
    while area is not None:
        codes.append(area.code)
        area = area.parent
    return tuple(codes)
