"""From the British National Grid (EPSG:27700, metres) to WGS84 degrees.

The inverse transverse Mercator projection on the Airy 1830 ellipsoid, then a Helmert transformation
of seven parameters. Constants and formulae: Ordnance Survey, "A guide to coordinate systems in
Great Britain", sections 6.6 and annexes A to C. Within about 5 metres of the exact OSTN15 grid.
"""

from math import atan2, cos, degrees, hypot, radians, sin, sqrt, tan

# Semi-axes in metres: Airy 1830 and GRS80.
_AIRY = (6_377_563.396, 6_356_256.909)
_GRS80 = (6_378_137.0, 6_356_752.314140)
_SCALE = 0.9996012717
_TRUE_ORIGIN = (radians(49), radians(-2))
_ORIGIN_EAST, _ORIGIN_NORTH = 400_000.0, -100_000.0
# OSGB36 to WGS84: metres, parts of one, seconds of arc.
_SHIFT = (446.448, -125.157, 542.060)
_STRETCH = 1 - 20.4894e-6
_TURN = tuple(radians(seconds / 3600) for seconds in (0.1502, 0.2470, 0.8421))
_MILLIMETRE = 1e-5


def to_wgs84(easting: float, northing: float) -> tuple[float, float]:
    """Return (latitude, longitude) in degrees of a point in metres on the National Grid."""
    x, y, z = _cartesian(*_unproject(easting, northing))
    turn_x, turn_y, turn_z = _TURN
    return _geographic(
        _SHIFT[0] + _STRETCH * x - turn_z * y + turn_y * z,
        _SHIFT[1] + turn_z * x + _STRETCH * y - turn_x * z,
        _SHIFT[2] - turn_y * x + turn_x * y + _STRETCH * z,
    )


def _unproject(easting: float, northing: float) -> tuple[float, float]:
    """Return (latitude, longitude) in radians on the Airy ellipsoid."""
    a, b = (axis * _SCALE for axis in _AIRY)
    square = 1 - (b / a) ** 2
    latitude = _foot(northing, a, b)
    sine, t = sin(latitude), tan(latitude)
    nu = a / sqrt(1 - square * sine * sine)
    rho = nu * (1 - square) / (1 - square * sine * sine)
    eta = nu / rho - 1
    d = (easting - _ORIGIN_EAST) / nu
    # Terms VII to IX and X to XIIA of the guide, with powers of nu taken into d.
    north = nu / rho * t * d * d / 2
    north *= (
        1
        - d * d / 12 * (5 + 3 * t**2 + eta - 9 * t**2 * eta)
        + d**4 / 360 * (61 + 90 * t**2 + 45 * t**4)
    )
    east = d - d**3 / 6 * (nu / rho + 2 * t**2) + d**5 / 120 * (5 + 28 * t**2 + 24 * t**4)
    east -= d**7 / 5040 * (61 + 662 * t**2 + 1320 * t**4 + 720 * t**6)
    return latitude - north, _TRUE_ORIGIN[1] + east / cos(latitude)


def _foot(northing: float, a: float, b: float) -> float:
    """Return the latitude whose arc of the meridian is as long as the northing."""
    latitude = _TRUE_ORIGIN[0]
    for _ in range(10):
        missing = northing - _ORIGIN_NORTH - _meridian_arc(latitude, a, b)
        latitude += missing / a
        if abs(missing) < _MILLIMETRE:
            break
    return latitude


def _meridian_arc(latitude: float, a: float, b: float) -> float:
    n = (a - b) / (a + b)
    less, more = latitude - _TRUE_ORIGIN[0], latitude + _TRUE_ORIGIN[0]
    return b * (
        (1 + n + 1.25 * n**2 + 1.25 * n**3) * less
        - (3 * n + 3 * n**2 + 2.625 * n**3) * sin(less) * cos(more)
        + 1.875 * (n**2 + n**3) * sin(2 * less) * cos(2 * more)
        - 35 / 24 * n**3 * sin(3 * less) * cos(3 * more)
    )


def _cartesian(latitude: float, longitude: float) -> tuple[float, float, float]:
    a, b = _AIRY
    square = 1 - (b / a) ** 2
    nu = a / sqrt(1 - square * sin(latitude) ** 2)
    around = nu * cos(latitude)
    return around * cos(longitude), around * sin(longitude), (1 - square) * nu * sin(latitude)


def _geographic(x: float, y: float, z: float) -> tuple[float, float]:
    a, b = _GRS80
    square = 1 - (b / a) ** 2
    around = hypot(x, y)
    latitude = atan2(z, around * (1 - square))
    for _ in range(4):
        nu = a / sqrt(1 - square * sin(latitude) ** 2)
        latitude = atan2(z + square * nu * sin(latitude), around)
    return degrees(latitude), degrees(atan2(y, x))
