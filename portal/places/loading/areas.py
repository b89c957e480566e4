"""Which of our areas a row belongs to, by official code, and whether it is wanted."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from portal.places.loading.files import Unreadable
from portal.places.loading.record import Record
from portal.places.models import Area
from portal.places.queries import distance_km

GSS_CODE = re.compile(r"[A-Z]\d{8}", re.ASCII)


@dataclass(frozen=True)
class Bounds:
    """Which rows to keep; all when nothing is set. `areas`: our codes or official ones.

    circle: latitude, longitude in degrees and kilometres.
    """

    areas: tuple[str, ...] = ()
    outcodes: frozenset[str] = frozenset()
    circle: tuple[float, float, float] | None = None

    def hold_point(self, record: Record) -> bool:
        """Say whether the circle and the outward codes hold the postcode."""
        if self.outcodes and record.postcode.partition(" ")[0] not in self.outcodes:
            return False
        if self.circle is None:
            return True
        latitude, longitude, limit = self.circle
        return distance_km((latitude, longitude), (record.latitude, record.longitude)) <= limit


@dataclass(frozen=True)
class Belongs:
    """The most local area that holds a row and its care board, as keys; and if it is wanted."""

    area: int | None
    icb: int | None
    wanted: bool


@dataclass
class Areas:
    """All areas by official code. Rows repeat their codes, so each answer is kept."""

    bounds: Bounds
    by_gss: dict[str, Area] = field(default_factory=dict)
    wanted: frozenset[str] = frozenset()
    answers: dict[tuple[str, ...], Belongs] = field(default_factory=dict)

    @classmethod
    def load(cls, bounds: Bounds) -> "Areas":
        """Read the areas; raise Unreadable when one that is asked for cannot be matched."""
        areas = list(Area.objects.all())
        by_gss = {area.gss_code: area for area in areas if area.gss_code}
        return cls(bounds, by_gss, frozenset(_official(bounds.areas, areas)))

    def of(self, record: Record) -> Belongs:
        codes = record.areas + record.health
        if codes not in self.answers:
            self.answers[codes] = Belongs(
                self._first(record.areas),
                self._first(record.health),
                not self.bounds.areas or not self.wanted.isdisjoint(codes),
            )
        return self.answers[codes]

    def knows(self, code: str) -> bool:
        return code in self.by_gss

    def _first(self, codes: Iterable[str]) -> int | None:
        return next((self.by_gss[code].pk for code in codes if code in self.by_gss), None)


def _official(asked: Iterable[str], areas: list[Area]) -> set[str]:
    """Return the official codes of the areas asked for and of all within them."""
    found: set[str] = set()
    for code in asked:
        inside = {area.pk for area in areas if area.code == code}
        if not inside and not GSS_CODE.fullmatch(code):
            known = ", ".join(sorted(area.code for area in areas)) or "none"
            raise Unreadable(f"There is no area {code}. There are: {known}.")
        while more := {area.pk for area in areas if area.parent_id in inside} - inside:
            inside |= more
        official = {area.gss_code for area in areas if area.pk in inside and area.gss_code}
        if inside and not official:
            raise Unreadable(
                f"The area {code} has no official code, so no row can be matched to it. "
                "Give it one with load_areas, or ask for outward codes."
            )
        found |= official or {code}
    return found
