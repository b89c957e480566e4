"""What the keys within drafts are called, looked up for a chunk at once."""

from collections import defaultdict
from collections.abc import Iterable
from typing import Any
from uuid import UUID

from portal.places.models import Area
from services_directory.choices import Verdict
from services_directory.imports.current import Current
from services_directory.imports.draft import Draft
from services_directory.imports.shapes import SHAPES
from services_directory.models import ImportRun, TaxonomyTerm

USABLE = (Verdict.NEW, Verdict.CHANGED, Verdict.SAME)
_FIELDS = {
    "organization_id": "organization",
    "location_id": "location",
    "taxonomy_id": "taxonomy",
    "parent_id": "taxonomy_term",
    "taxonomy_term_id": "taxonomy_term",
}


class Names:
    """Names by key. `there`: the keys that exist here or will when the run is applied."""

    def __init__(self, run: ImportRun) -> None:
        self.run = run
        self.words: dict[Any, str] = dict(Area.objects.values_list("pk", "name"))
        terms = TaxonomyTerm.objects.values_list("pk", "taxonomy__name", "name")
        self.terms = {pk: f"{taxonomy}: {name}" for pk, taxonomy, name in terms}
        staged = run.rows.filter(kind="taxonomy_term").values_list("key", "name")
        self.terms = dict(staged) | self.terms
        self.there: set[UUID] = set()
        self.chunk: dict[Any, str] = {}

    def look_up(self, drafts: Iterable[Draft], stored: Iterable[Current]) -> None:
        """Find the names that one chunk needs; those of the chunk before are forgotten."""
        wanted: dict[str, set[UUID]] = defaultdict(set)
        both: list[Draft | Current] = [*drafts, *stored]
        for each in both:
            for name, kind in _FIELDS.items():
                wanted[kind].add(each.values.get(name))  # type: ignore[arg-type]
                for parts in each.parts.values():
                    wanted[kind].update(part[name] for part in parts if name in part)
        self.chunk, self.there = {}, set()
        for kind, keys in wanted.items():
            self._look_up(kind, keys - {None})  # type: ignore[arg-type]

    def of(self, key: Any) -> str:
        return self.terms.get(key) or self.chunk.get(key) or self.words.get(key) or str(key)

    def _look_up(self, kind: str, keys: set[UUID]) -> None:
        if not keys:
            return
        staged = self.run.rows.filter(kind=kind, key__in=keys, verdict__in=USABLE)
        found = dict(staged.values_list("key", "name"))
        stored = SHAPES[kind].model._default_manager.filter(pk__in=keys)
        if kind == "taxonomy":  # no feed adds terms to the lists of others
            stored = stored.filter(feed=self.run.feed)
        found |= dict(stored.values_list("pk", "name"))
        self.chunk |= found
        self.there |= found.keys()
