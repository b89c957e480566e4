"""What came of a load, in words that an operator can act on."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field

from portal.places.loading.record import Skip

_MOST_COUNCILS = 20


@dataclass
class Report:
    """Counts of rows. `councils`: official codes that no area has, with rows of each."""

    read: int = 0
    kept: int = 0
    twice: int = 0
    skipped: Counter[Skip] = field(default_factory=Counter)
    councils: Counter[str] = field(default_factory=Counter)
    names: dict[str, str] = field(default_factory=dict)
    used: list[str] = field(default_factory=list)
    unused: list[str] = field(default_factory=list)
    sources: set[str] = field(default_factory=set)

    def lines(self) -> Iterator[str]:
        """Yield the report, a line at a time."""
        yield f"{self.read:>10,} rows read from {len(self.used)} file{'s'[: len(self.used) != 1]}"
        yield f"{self.kept:>10,} postcodes kept"
        if self.twice:
            yield f"{self.twice:>10,} that came twice, used once"
        for skip in Skip:
            if self.skipped[skip]:
                yield f"{self.skipped[skip]:>10,} {skip}"
        for name in self.unused:
            yield f"Not used, for it holds no postcodes: {name}"
        yield from self._councils()

    def _councils(self) -> Iterator[str]:
        if not self.councils:
            return
        yield (
            f"{self.councils.total():,} of those kept are in a council that is none of our areas. "
            "Give the area its official code with load_areas:"
        )
        for code, count in self.councils.most_common(_MOST_COUNCILS):
            yield f"  {code or 'no code':<10} {self.names.get(code, ''):<32} {count:>9,}"
        if len(self.councils) > _MOST_COUNCILS:
            yield f"  and {len(self.councils) - _MOST_COUNCILS} more councils"
