"""The layouts of postcode files, known by their first row.

ONSPD and NSPL have a header, whose names carry the year of the boundaries (`lad25cd`, `lad26cd`)
and had others before 2025 (`oslaua`, `laua`). OS Code-Point Open has none.
"""

import re
from dataclasses import dataclass
from typing import ClassVar, Protocol

from portal.places.loading.record import Record, Skip
from portal.places.national_grid import to_wgs84
from portal.places.postcodes import normalise_postcode

_SOUTH, _NORTH, _WEST, _EAST = 49.0, 61.5, -9.0, 2.5
_GRID_EAST, _GRID_NORTH = 700_000, 1_300_000
_NO_LATITUDE = 99.0
# The names of each column, newest first.
_POSTCODE = ("pcds", "pcd8", "pcd7", "pcd2", "pcd")
_WARD, _COUNCIL = r"wd\d*cd|osward|ward", r"lad\d*cd|oslaua|laua"
_COUNTY, _COUNTRY = r"cty\d*cd|oscty|cty", r"ctry\d*cd|ctry"
_ICB, _PART_OF_ICB = r"icb\d*cd|icb|stp", r"sicbl\d*cd|sicbl|ccg"


class Layout(Protocol):
    """A way to read rows. `width`: the fewest columns that a row can have."""

    source: ClassVar[str]
    has_header: ClassVar[bool]

    @property
    def width(self) -> int: ...

    def read(self, row: list[str]) -> Record | Skip: ...


def layout_of(first: list[str]) -> Layout | None:
    """Return the layout of a file that begins with this row, None when it holds no postcodes."""
    return OnsLayout.of(first) or CodePointOpen.of(first)


@dataclass(frozen=True)
class OnsLayout:
    """ONSPD and NSPL: the places of the columns that are needed."""

    source: ClassVar[str] = "ons"
    has_header: ClassVar[bool] = True
    postcode: int
    latitude: int
    longitude: int
    ended: int | None
    council: int | None
    areas: tuple[int, ...]
    health: tuple[int, ...]
    width: int

    @classmethod
    def of(cls, header: list[str]) -> "OnsLayout | None":
        names = [cell.strip().lower() for cell in header]
        postcode = next((name for name in _POSTCODE if name in names), None)
        if not postcode or not {"lat", "long"} <= set(names):
            return None
        council = _place(names, _COUNCIL)
        areas = (_place(names, _WARD), council, _place(names, _COUNTY), _place(names, _COUNTRY))
        health = (_place(names, _ICB), _place(names, _PART_OF_ICB))
        return cls(
            postcode=names.index(postcode),
            latitude=names.index("lat"),
            longitude=names.index("long"),
            ended=_place(names, "doterm"),
            council=council,
            areas=tuple(at for at in areas if at is not None),
            health=tuple(at for at in health if at is not None),
            width=len(names),
        )

    def read(self, row: list[str]) -> Record | Skip:
        postcode = normalise_postcode(row[self.postcode])
        if postcode is None:
            return Skip.BAD_POSTCODE
        if self.ended is not None and row[self.ended].strip():
            return Skip.TERMINATED
        point = _degrees(row[self.latitude], row[self.longitude])
        if isinstance(point, Skip):
            return point
        return Record(
            postcode,
            *point,
            council=row[self.council].strip() if self.council is not None else "",
            areas=tuple([row[at].strip() for at in self.areas]),
            health=tuple([row[at].strip() for at in self.health]),
        )


def _place(names: list[str], pattern: str) -> int | None:
    return next((at for at, name in enumerate(names) if re.fullmatch(pattern, name)), None)


def _degrees(north: str, east: str) -> tuple[float, float] | Skip:
    try:
        latitude, longitude = float(north or "99"), float(east or "0")
    except ValueError:
        return Skip.BAD_POINT
    if latitude >= _NO_LATITUDE or latitude == longitude == 0:
        return Skip.NO_POINT
    inside = _SOUTH <= latitude <= _NORTH and _WEST <= longitude <= _EAST
    return (latitude, longitude) if inside else Skip.BAD_POINT


@dataclass(frozen=True)
class CodePointOpen:
    """OS Code-Point Open: postcode, quality, easting, northing, country, two of the NHS of 2012,
    county, district, ward."""

    source: ClassVar[str] = "code-point-open"
    has_header: ClassVar[bool] = False
    width: int = 10

    @classmethod
    def of(cls, row: list[str]) -> "CodePointOpen | None":
        fits = len(row) == 10 and normalise_postcode(row[0]) and row[1].strip().isdecimal()
        return cls() if fits else None

    def read(self, row: list[str]) -> Record | Skip:
        postcode = normalise_postcode(row[0])
        if postcode is None:
            return Skip.BAD_POSTCODE
        point = _grid_point(row[1], row[2], row[3])
        if isinstance(point, Skip):
            return point
        country, county, council, ward = (row[at].strip() for at in (4, 7, 8, 9))
        return Record(postcode, *point, council=council, areas=(ward, council, county, country))


def _grid_point(quality: str, east: str, north: str) -> tuple[float, float] | Skip:
    try:
        easting, northing = float(east), float(north)
    except ValueError:
        return Skip.BAD_POINT
    if quality.strip() == "90" or easting == northing == 0:
        return Skip.NO_POINT
    if not (0 <= easting <= _GRID_EAST and 0 <= northing <= _GRID_NORTH):
        return Skip.BAD_POINT
    latitude, longitude = to_wgs84(easting, northing)
    return round(latitude, 6), round(longitude, 6)
