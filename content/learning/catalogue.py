"""The catalogue as plain values: narrowing it and counting its facets without a database.

A partnership's catalogue has hundreds of entries at most, so all of them are read at once: any
number of facets then costs the same few queries.
"""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date

Chosen = Mapping[str, frozenset[str]]


@dataclass(frozen=True)
class Entry:
    """One published offering. values: facet -> slugs. days: its coming dates, soonest first."""

    pk: int
    title: str
    values: Mapping[str, frozenset[str]]
    days: tuple[date, ...] = ()

    def matches(self, chosen: Chosen, but: str = "") -> bool:
        """Say whether each facet chosen (but one) has a value that this entry has."""
        return all(
            wanted & self.values.get(facet, frozenset())
            for facet, wanted in chosen.items()
            if facet != but and wanted
        )

    def within(self, first: date | None, last: date | None) -> bool:
        """Say whether it has a date between the days, both included."""
        if not first and not last:
            return True
        return any((not first or first <= day) and (not last or day <= last) for day in self.days)


def narrow(
    entries: Iterable[Entry],
    *,
    first: date | None = None,
    last: date | None = None,
    pks: Collection[int] | None = None,
) -> list[Entry]:
    """Return the entries with dates in the range and, when words were given, found by them."""
    return [
        entry for entry in entries if entry.within(first, last) and (pks is None or entry.pk in pks)
    ]


def chosen_by(entries: Iterable[Entry], chosen: Chosen) -> list[Entry]:
    return [entry for entry in entries if entry.matches(chosen)]


def counts(entries: Collection[Entry], chosen: Chosen, facet: str) -> Counter[str]:
    """Return how many entries each value of the facet would give beside the other choices."""
    return Counter(
        value
        for entry in entries
        if entry.matches(chosen, but=facet)
        for value in entry.values.get(facet, ())
    )


def soonest_first(entries: Iterable[Entry], first: date | None = None) -> list[Entry]:
    """Return those with dates in the order of their next date, then the others by title."""

    def place(entry: Entry) -> tuple[date, str]:
        coming = [day for day in entry.days if not first or day >= first]
        return (min(coming, default=date.max), entry.title.casefold())

    return sorted(entries, key=place)
