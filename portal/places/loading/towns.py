"""The town of a postcode: the populated place of OS Open Names that lies nearest.

Open Names has no header; of its 34 columns these are used: NAME1, TYPE, GEOMETRY_X and GEOMETRY_Y.
"""

from collections.abc import Iterable, Iterator
from contextlib import suppress
from math import cos, floor, radians
from pathlib import Path

from portal.places.loading.files import Unreadable, sources
from portal.places.loading.rows import rows
from portal.places.models import Postcode
from portal.places.national_grid import to_wgs84

_NAME, _TYPE, _EASTING, _NORTHING = 2, 6, 8, 9
_PLACE = "populatedPlace"
_LONGEST = Postcode._meta.get_field("locality").max_length or 0
# Squares of about five kilometres; beyond the fourth ring a place is no postcode's town.
_CELL = 0.05
_RINGS = 4

Town = tuple[str, float, float]


class Towns:
    """Populated places on a grid of squares."""

    def __init__(self, towns: Iterable[Town]) -> None:
        self.cells: dict[tuple[int, int], list[Town]] = {}
        for town in towns:
            self.cells.setdefault(_cell(town[1], town[2]), []).append(town)

    def nearest(self, latitude: float, longitude: float) -> str:
        """Return the name of the place nearest to a point, empty when none is within 12 km or so.

        The squares around are widened until none beyond them can hold a nearer place.
        """
        best: tuple[float, str] | None = None
        north, east = _cell(latitude, longitude)
        narrow = cos(radians(latitude)) ** 2
        for ring in range(1, _RINGS + 1):
            near = [
                ((town[1] - latitude) ** 2 + narrow * (town[2] - longitude) ** 2, town[0])
                for y in range(north - ring, north + ring + 1)
                for x in range(east - ring, east + ring + 1)
                for town in self.cells.get((y, x), ())
            ]
            best = min(near, default=None)
            if best and best[0] <= narrow * (ring * _CELL) ** 2:
                break
        return best[1] if best else ""


def read_towns(paths: Iterable[Path]) -> Towns:
    """Read OS Open Names; raise Unreadable when there is no populated place in it."""
    towns = Towns(town for path in paths for town in _towns(path))
    if not towns.cells:
        raise Unreadable("There is no populated place in the file of place names.")
    return towns


def _towns(path: Path) -> Iterator[Town]:
    with sources(path) as found:
        for source in found:
            with source.open() as stream:
                for row in rows(stream, holding=_PLACE.encode()):
                    if row and len(row) > _NORTHING and row[_TYPE] == _PLACE:
                        with suppress(ValueError):
                            point = to_wgs84(float(row[_EASTING]), float(row[_NORTHING]))
                            yield row[_NAME].replace("\x00", "").strip()[:_LONGEST], *point


def _cell(latitude: float, longitude: float) -> tuple[int, int]:
    return floor(latitude / _CELL), floor(longitude / _CELL)
