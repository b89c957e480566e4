"""Which services show for a place: the coverage rule. reach.py has it for all at once.

A service shows when its area covers the place; or when it is near and no area contradicts; or
when it is for the whole nation; or when it is given by phone or online and no area contradicts.
Areas in words alone neither cover nor contradict. Distances use public coordinates only.
"""

from collections.abc import Collection
from dataclasses import dataclass
from math import radians

from portal.places.queries import EARTH_RADIUS_KM, KM_PER_MILE, Place, distance_km
from services_directory.models import Service

NEAR_MILES = 15
NEAR_KM = NEAR_MILES * KM_PER_MILE
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


def shows_at(service: Service, place: Place) -> bool:
    """Say whether one service shows for the place. Its areas and places should be fetched."""
    return shows(_reach_of(service, place), place.area_codes, NEAR_KM)


def _reach_of(service: Service, place: Place) -> Reach:
    here = (place.latitude, place.longitude)
    locations = (each.location for each in service.service_at_locations.all())
    return Reach(
        area_codes=[each.area.code for each in service.service_areas.all() if each.area],
        distance_km=min(
            (
                distance_km(here, (each.public_latitude, each.public_longitude))
                for each in locations
                if each.public_latitude is not None and each.public_longitude is not None
            ),
            default=None,
        ),
        national=service.national,
        remote=service.mode_phone or service.mode_online,
    )
