"""Which services show for a place: the coverage rule. reach.py has it for all at once.

A service shows when its area covers the place; or when it is near and no area contradicts; or
when it is for the whole nation; or when it is given by phone or online and no area contradicts.
Areas in words alone neither cover nor contradict. Distances use public coordinates only.
"""

from collections.abc import Collection
from dataclasses import dataclass

from portal.places.queries import KM_PER_MILE, Place
from services_directory.models import Service
from services_directory.presenters import words

NEAR_MILES = 15
NEAR_KM = NEAR_MILES * KM_PER_MILE


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
    nearest = words.nearest([each.location for each in service.service_at_locations.all()], place)
    return Reach(
        area_codes=[each.area.code for each in service.service_areas.all() if each.area],
        distance_km=nearest[0] if nearest else None,
        national=service.national,
        remote=service.mode_phone or service.mode_online,
    )
