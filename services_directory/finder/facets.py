"""The filters of the finder in the order of its page."""

from collections.abc import Iterable
from datetime import datetime
from uuid import UUID

from services_directory.choices import Facet
from services_directory.finder import facts
from services_directory.finder.filters import Filter, Option
from services_directory.models import TaxonomyTerm

# A service for anyone is also one for those whose partner died.
FOR_ALL = {Facet.DIED: "anyone", Facet.CAUSE: "any", Facet.SINCE: "any"}
# "However long it has been" begins with the death: before it, only what says so helps.
NOT_IN_ALL = (Facet.SINCE, "before-death")


def all_filters(at: datetime) -> tuple[Filter, ...]:
    """Return every filter at the local time `at`; those without a choice are left out."""
    terms = list(TaxonomyTerm.objects.filter(taxonomy__key__in=Facet).select_related("taxonomy"))
    filters = [*(_of_terms(facet, terms) for facet in Facet), *facts.all_filters(at)]
    return tuple(each for each in filters if each.options)


def _of_terms(facet: Facet, terms: Iterable[TaxonomyTerm]) -> Filter:
    own = sorted((t for t in terms if t.taxonomy.key == facet), key=lambda t: t.sort_order)
    for_all = {term.pk for term in own if term.key == FOR_ALL.get(facet)}
    options = tuple(_option(term, own, for_all) for term in own)
    label, for_all_key = str(facet.label), FOR_ALL.get(facet, "")
    return Filter(facet.value, label, options, of_terms=True, for_all=for_all_key)


def _option(term: TaxonomyTerm, own: list[TaxonomyTerm], for_all: set[UUID]) -> Option:
    is_of_all = (term.taxonomy.key, term.key) != NOT_IN_ALL
    terms = _with_children(term, own) | (for_all if is_of_all else set())
    return Option(term.key, term.name, tuple(terms))


def _with_children(term: TaxonomyTerm, terms: list[TaxonomyTerm]) -> set[UUID]:
    found = {term.pk}
    while new := {t.pk for t in terms if t.parent_id in found} - found:
        found |= new
    return found
