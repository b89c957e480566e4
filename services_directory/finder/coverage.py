"""Which services show for a place: the coverage rule, in Python and in SQL.

A service shows when its area covers the place; or when it is near and no area contradicts; or
when it is for the whole nation; or when it is given by phone or online and no area contradicts.
Areas in words alone neither cover nor contradict. Distances use public coordinates only.
"""

from collections.abc import Collection
from dataclasses import dataclass
from math import cos, radians

from django.db.models import (
    Exists,
    ExpressionWrapper,
    F,
    FloatField,
    OuterRef,
    Q,
    QuerySet,
    Value,
)  # fmt: skip

from portal.places.queries import EARTH_RADIUS_KM, KM_PER_MILE, Place
from services_directory.models import ServiceArea, ServiceAtLocation

NEAR_MILES = 15
KM_PER_DEGREE = EARTH_RADIUS_KM * radians(1)
LEAST_COS = 0.01


@dataclass(frozen=True)
class Reach:
    """What the rule needs to know of one service. `distance_km`: to its nearest real place."""

    area_codes: Collection[str] = ()
    distance_km: float | None = None
    national: bool = False
    remote: bool = False


def shows(reach: Reach, place_areas: Collection[str], near_km: float) -> bool:
    """Say whether the service shows for a place in these areas."""
    if reach.national or set(reach.area_codes) & set(place_areas):
        return True
    if reach.area_codes:
        return False
    return reach.remote or (reach.distance_km is not None and reach.distance_km <= near_km)


def covering(place: Place, near_km: float = NEAR_MILES * KM_PER_MILE) -> Q:
    """Return the same rule as a condition on Service."""
    no_known_area = ~Exists(_areas().filter(area__isnull=False))
    remote = Q(mode_phone=True) | Q(mode_online=True)
    return Q(national=True) | covers(place) | (no_known_area & (remote | Q(within(place, near_km))))


def covers(place: Place) -> Q:
    """Services whose area holds the place."""
    return Q(Exists(_areas().filter(area__code__in=place.area_codes)))


def within(place: Place, limit_km: float) -> Exists:
    """Services with a real place no farther than this. A box first, so that an index helps."""
    reach = limit_km / KM_PER_DEGREE
    wide = reach / max(cos(radians(place.latitude)), LEAST_COS)
    inside = _points(place).filter(
        location__public_latitude__range=(place.latitude - reach, place.latitude + reach),
        location__public_longitude__range=(place.longitude - wide, place.longitude + wide),
        square__lte=reach * reach,
    )
    return Exists(inside)


def _areas() -> QuerySet:
    return ServiceArea.objects.filter(service=OuterRef("pk"))


def _points(place: Place) -> QuerySet:
    """Places with their distance squared, on a plane: exact enough for ordering a county."""
    north = F("location__public_latitude") - Value(place.latitude)
    east = (F("location__public_longitude") - Value(place.longitude)) * Value(
        cos(radians(place.latitude))
    )
    square = ExpressionWrapper(north * north + east * east, output_field=FloatField())
    return ServiceAtLocation.objects.filter(
        service=OuterRef("pk"), location__public_latitude__isnull=False
    ).annotate(square=square)
