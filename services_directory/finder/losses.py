"""Which services are for one kind of loss alone: these stand lower until somebody speaks of it.

To who types "bereavement", a group after a suicide is not the answer, and can hurt.
"""

from collections import defaultdict
from collections.abc import Callable, Collection, Mapping
from functools import cache
from uuid import UUID

from services_directory.board import Board
from services_directory.choices import Facet
from services_directory.finder.facets import FOR_ALL
from services_directory.finder.request import Ask
from services_directory.finder.words import Words
from services_directory.models import Attribute

LOSSES = (Facet.DIED, Facet.CAUSE)
# The names of the losses of a service by facet, without the facets that are for any loss.
Losses = Mapping[str, tuple[str, ...]]


def of_another_loss(board: Board, ask: Ask, words: Words) -> Callable[[UUID], bool]:
    """Return what says whether a service is for a loss that was neither named nor chosen."""
    losses: Mapping[UUID, Losses] = board.facts("losses", _load)
    open_facets = {facet.value for facet in LOSSES} - set(ask.chosen)
    named = cache(words.speaks_of)

    def tell(key: UUID) -> bool:
        found = losses.get(key, {})
        return any(not any(map(named, found[facet])) for facet in open_facets & set(found))

    return tell


def _load(keys: Collection[UUID] | None) -> dict[UUID, Losses]:
    rows = Attribute.objects.filter(taxonomy_term__taxonomy__key__in=LOSSES).order_by("pk")
    if keys is not None:
        rows = rows.filter(service__in=keys)
    found: dict[UUID, dict[str, tuple[str, ...]]] = defaultdict(dict)
    for_all = set()
    fields = ("service_id", "taxonomy_term__taxonomy__key", "taxonomy_term__key")
    for key, facet, term, name in rows.values_list(*fields, "taxonomy_term__name"):
        found[key][facet] = (*found[key].get(facet, ()), name)
        for_all |= {(key, facet)} if term == FOR_ALL.get(facet) else set()
    for key, facet in for_all:
        del found[key][facet]
    return {key: losses for key, losses in found.items() if losses}
