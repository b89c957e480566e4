"""What is read out of one row, or why it is not used."""

from enum import StrEnum
from typing import NamedTuple


class Record(NamedTuple):
    """A live postcode with its point (WGS84 degrees) and its official codes."""

    postcode: str
    latitude: float
    longitude: float
    council: str
    # Ward, council, county and country, the most local first; empty where there is none.
    areas: tuple[str, ...]
    # The integrated care board and its part for this place.
    health: tuple[str, ...] = ()


class Skip(StrEnum):
    """Why a row is not used, as the report says it."""

    TERMINATED = "terminated"
    OUTSIDE = "outside what you asked for"
    NO_POINT = "without coordinates"
    BAD_POINT = "with coordinates that are not in the United Kingdom"
    BAD_POSTCODE = "whose postcode is none"
    TOO_SHORT = "with too few columns"
    TOO_LONG = "too long to be a row"
