"""How far it is to each service, reckoned on the board from the public coordinates of its places.

On a plane, which is exact enough for a county and quick for very many. The miles that people read
are those of portal.places.queries.distance_km.
"""

from collections import defaultdict
from collections.abc import Callable, Collection, Mapping
from math import cos, floor, inf, radians
from typing import Any
from uuid import UUID

from portal.places.queries import EARTH_RADIUS_KM, Place
from services_directory.board import Board
from services_directory.models import ServiceAtLocation

Points = tuple[tuple[float, float], ...]
Cells = Mapping[tuple[int, int], list[UUID]]
KM_PER_DEGREE = EARTH_RADIUS_KM * radians(1)
_LEAST_COS = 0.01
_PER_DEGREE = 5  # cells; one is about 22 km high


def within(board: Board, place: Place, limit_km: float) -> int:
    """Return the services with a real place no farther than this."""
    reach = limit_km / KM_PER_DEGREE
    wide = reach / max(cos(radians(place.latitude)), _LEAST_COS)
    south, north = _cell(place.latitude - reach), _cell(place.latitude + reach)
    west, east = _cell(place.longitude - wide), _cell(place.longitude + wide)
    near = [
        key
        for (row, column), keys in _cells(board).items()
        if south <= row <= north and west <= column <= east
        for key in keys
    ]
    square = squares(board, place)
    return board.bits_of(key for key in near if square(key) <= reach * reach)


def squares(board: Board, place: Place) -> Callable[[UUID], float]:
    """Return what gives the square of the distance to a service's nearest place; inf without."""
    points, square = _points(board), square_from(place)
    return lambda key: min((square(*point) for point in points.get(key, ())), default=inf)


def square_from(place: Place) -> Callable[[Any, Any], Any]:
    """Return what gives the square of the distance in degrees of a latitude and longitude.

    These may be numbers, or columns for the database to reckon with.
    """
    here, narrow = (place.latitude, place.longitude), cos(radians(place.latitude))

    def square(latitude: Any, longitude: Any) -> Any:
        north, east = latitude - here[0], (longitude - here[1]) * narrow
        return north * north + east * east

    return square


def _points(board: Board) -> Mapping[UUID, Points]:
    return board.facts("points", _load)


def _cells(board: Board) -> Cells:
    return board.remember("cells", None, lambda: _sorted_into_cells(_points(board)))


def _sorted_into_cells(points: Mapping[UUID, Points]) -> Cells:
    cells: dict[tuple[int, int], list[UUID]] = defaultdict(list)
    for key, places in points.items():
        for cell in {(_cell(latitude), _cell(longitude)) for latitude, longitude in places}:
            cells[cell].append(key)
    return cells


def _cell(degrees: float) -> int:
    return floor(degrees * _PER_DEGREE)


def _load(keys: Collection[UUID] | None) -> dict[UUID, Points]:
    rows = ServiceAtLocation.objects.filter(location__public_latitude__isnull=False).order_by()
    if keys is not None:
        rows = rows.filter(service__in=keys)
    found: dict[UUID, Points] = {}
    names = ("service_id", "location__public_latitude", "location__public_longitude")
    for key, latitude, longitude in rows.values_list(*names):
        found[key] = (*found.get(key, ()), (latitude, longitude))
    return found
