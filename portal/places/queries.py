"""Where is that? A place from a postcode, an outward code or a town name."""

import re
from collections import Counter
from dataclasses import dataclass
from math import asin, cos, radians, sin, sqrt

from django.db.models import Avg, Count, Min, QuerySet

from portal.places.models import Area, Postcode
from portal.places.names import name_key
from portal.places.postcodes import find_postcode, normalise_district, normalise_postcode

EARTH_RADIUS_KM = 6371.0088
KM_PER_MILE = 1.609344
_SIGNS = re.compile(r"[\W_]")
# Deeper than any chain of areas (locality, council, partnership, country, UK) needs.
_PARENTS = "parent__parent__parent__parent"
_CHAINS = (f"area__{_PARENTS}", f"icb__{_PARENTS}")


@dataclass(frozen=True)
class Place:
    """A point with the areas that hold it, nearest first. `exact` is a whole known postcode."""

    name: str
    latitude: float
    longitude: float
    area_codes: tuple[str, ...]
    exact: bool = False


def find_place(text: str) -> Place | None:
    """Return the place of a postcode, its first part or a town (any case), or None if unknown.

    A whole postcode that nobody knows, as a new one, gives the middle of its outward code.
    """
    text = " ".join(text.replace("\x00", " ").split())[:80]
    return _as_it_stands(text) or _within(text)


def _as_it_stands(text: str) -> Place | None:
    postcode = normalise_postcode(text)
    if postcode:
        return _exact(postcode) or _district(postcode.split()[0])
    district = normalise_district(text)
    return (_district(district) if district else None) or _town(name_key(text))


def _within(text: str) -> Place | None:
    """Return the place of `WY3-1AB`, of a postcode in an address, or of what stands before a comma.

    None of these is the whole text, which was tried before. A sector that is none of ours stays so.
    """
    found = None if normalise_district(text) else find_postcode(text)
    parts = (_SIGNS.sub("", text), found[0] if found else "", text.partition(",")[0])
    others = (part for part in dict.fromkeys(parts) if part and part != text)
    return next(filter(None, map(_as_it_stands, others)), None)


def distance_km(a: tuple[float, float], b: tuple[float, float]) -> float:
    """Return the great-circle distance between two (latitude, longitude) pairs in degrees."""
    lat1, lon1, lat2, lon2 = map(radians, (*a, *b))
    h = sin((lat2 - lat1) / 2) ** 2 + cos(lat1) * cos(lat2) * sin((lon2 - lon1) / 2) ** 2
    return 2 * EARTH_RADIUS_KM * asin(sqrt(h))


def _exact(postcode: str) -> Place | None:
    row = Postcode.objects.filter(pk=postcode).select_related(*_CHAINS).first()
    if row is None:
        return None
    codes = _codes(row.area, row.icb)
    return Place(row.postcode, row.latitude, row.longitude, codes, exact=True)


def _district(code: str) -> Place | None:
    outcode, _, sector = code.partition(" ")
    rows = Postcode.objects.filter(outcode=outcode)
    return _middle(rows.filter(pk__startswith=code) if sector else rows, code)


def _town(key: str) -> Place | None:
    return _middle(Postcode.objects.filter(locality_key=key)) if key else None


def _middle(rows: QuerySet[Postcode], name: str = "") -> Place | None:
    """Return the mean point of the rows, in the areas that hold most of them.

    Two villages may share a name: the one with more postcodes is meant, not a point between.
    """
    groups = rows.values("outcode", "area", "icb").annotate(
        count=Count("pk"), lat=Avg("latitude"), lon=Avg("longitude"), town=Min("locality")
    )
    sizes: Counter[str] = Counter()
    for group in groups:
        sizes[group["outcode"]] += group["count"]
    if not sizes:
        return None
    outcode, total = min(sizes.items(), key=lambda size: (-size[1], size[0]))
    here = [group for group in groups if group["outcode"] == outcode]
    most = max(here, key=lambda group: group["count"])
    latitude = sum(group["count"] * group["lat"] for group in here) / total
    longitude = sum(group["count"] * group["lon"] for group in here) / total
    codes = _codes(*_areas(most["area"], most["icb"]))
    return Place(name or most["town"], latitude, longitude, codes)


def _areas(*pks: int | None) -> list[Area | None]:
    known = Area.objects.select_related(_PARENTS).in_bulk([pk for pk in pks if pk])
    return [known.get(pk) if pk else None for pk in pks]


def _codes(*areas: Area | None) -> tuple[str, ...]:
    return tuple(dict.fromkeys(code for area in areas for code in area_chain(area)))


def area_chain(area: Area | None) -> tuple[str, ...]:
    """Return the codes of the area and of all that hold it: council, partnership, country, UK."""
    codes = []
    while area is not None:
        codes.append(area.code)
        area = area.parent
    return tuple(codes)
