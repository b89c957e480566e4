"""How far it is to each service, reckoned on the board from the public coordinates of its places.

The same plane as in coverage.py: exact enough for a county.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from math import cos, floor, radians
from uuid import UUID

from portal.places.queries import Place
from services_directory.board import Board
from services_directory.finder.coverage import KM_PER_DEGREE, LEAST_COS
from services_directory.models import ServiceAtLocation

Points = tuple[tuple[float, float], ...]
Cells = Mapping[tuple[int, int], list[UUID]]
_PER_DEGREE = 5  # cells; one is about 22 km high


def within(board: Board, place: Place, limit_km: float) -> int:
    """Return the services with a real place no farther than this."""
    reach = limit_km / KM_PER_DEGREE
    wide = reach / max(cos(radians(place.latitude)), LEAST_COS)
    south, north = _cell(place.latitude - reach), _cell(place.latitude + reach)
    west, east = _cell(place.longitude - wide), _cell(place.longitude + wide)
    near = [
        key
        for (row, column), keys in _cells(board).items()
        if south <= row <= north and west <= column <= east
        for key in keys
    ]
    found = squares(board, place, near)
    return board.bits_of(key for key, square in found.items() if square <= reach * reach)


def squares(board: Board, place: Place, keys: Iterable[UUID]) -> dict[UUID, float]:
    """Return the square of the distance in degrees to the nearest place of those that have one."""
    points, narrow = _points(board), cos(radians(place.latitude))
    latitude, longitude = place.latitude, place.longitude
    return {
        key: min((y - latitude) ** 2 + ((x - longitude) * narrow) ** 2 for y, x in points[key])
        for key in keys
        if key in points
    }


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
