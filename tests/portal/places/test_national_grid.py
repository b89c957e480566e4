"""Against the points that Ordnance Survey publishes."""

from math import cos, degrees, hypot, radians

import pytest
from hypothesis import given
from hypothesis import strategies as st

from portal.places.national_grid import _unproject, to_wgs84
from portal.places.queries import distance_km

# Test points of the OSTN15 developer pack: ETRS89 degrees, National Grid metres.
POINTS = {
    "St Mary's, Scilly": (49.92226394, -6.29977752, 91492.146, 11318.804),
    "Plymouth": (50.43885826, -4.10864564, 250359.811, 62016.569),
    "North Foreland": (51.37447026, 1.44454730, 639821.835, 169565.858),
    "Lambeth": (51.48936565, -0.11992557, 530624.974, 178388.464),
    "Nottingham": (52.96219109, -1.19747656, 454002.834, 340834.943),
    "Isle of Man": (54.08666318, -4.63452168, 227778.330, 468847.388),
    "Edinburgh": (55.92478266, -3.29479219, 319188.434, 670947.534),
    "Inverness": (57.48625001, -4.21926399, 267056.768, 846176.972),
    "St Kilda": (57.81351838, -8.57854456, 9587.909, 899448.996),
    "Shetland": (60.13308092, -2.07382823, 395999.668, 1138728.951),
}


@pytest.mark.parametrize("name", POINTS)
def test_it_is_within_five_metres_of_the_published_point(name):
    latitude, longitude, easting, northing = POINTS[name]
    north, east = to_wgs84(easting, northing)
    away = hypot(north - latitude, (east - longitude) * cos(radians(latitude))) * 111_320
    assert away < 5


def test_the_projection_alone_gives_the_worked_example_of_the_guide():
    # Caister water tower: 52° 39′ 27.2531″ N, 1° 43′ 4.5177″ E on the Airy ellipsoid.
    latitude, longitude = map(degrees, _unproject(651409.903, 313177.270))
    assert latitude == pytest.approx(52 + 39 / 60 + 27.2531 / 3600, abs=1e-8)
    assert longitude == pytest.approx(1 + 43 / 60 + 4.5177 / 3600, abs=1e-8)


@given(
    st.floats(100_000, 600_000),
    st.floats(50_000, 1_200_000),
    st.floats(-5_000, 5_000),
    st.floats(-5_000, 5_000),
)
def test_lengths_on_the_grid_are_lengths_on_the_ground(easting, northing, east, north):
    # The grid's scale is between 0.9996 and 1.0005 of the ground's, the sphere's within 0.6 %.
    away = distance_km(to_wgs84(easting, northing), to_wgs84(easting + east, northing + north))
    assert away == pytest.approx(hypot(east, north) / 1000, rel=0.008, abs=0.001)
