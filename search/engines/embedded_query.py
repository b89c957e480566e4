"""A Request as a tantivy query."""

from collections.abc import Mapping
from typing import Any

from tantivy import Occur, Query

from search.engines.embedded_index import STEMS
from search.engines.protocol import FIELDS
from search.understanding.request import EVERYWHERE, Alternative, Request


def matching(schema: Any, request: Request) -> Any:
    """Return the query for the words: terms by OR, the best alternative of each counts."""
    terms = [
        Query.disjunction_max_query([_alternative(schema, way) for way in term.alternatives])
        for term in request.terms
    ]
    if not terms:
        return Query.all_query()
    return Query.boolean_query([(Occur.Should, term) for term in terms])


def _alternative(schema: Any, way: Alternative) -> Any:
    stems = STEMS.analyze(" ".join(way.words))
    fields = [
        (Occur.Should, Query.boost_query(_in_field(schema, name, stems), weight * way.weight))
        for name, weight in FIELDS.items()
    ]
    return Query.boolean_query(fields)


def _in_field(schema: Any, field: str, stems: list[str]) -> Any:
    if len(stems) == 1:
        return Query.term_query(schema, field, stems[0])
    return Query.phrase_query(schema, field, [*stems])


def facet_filters(schema: Any, filters: Mapping[str, tuple[str, ...]]) -> dict[str, Any]:
    """Return a query for each facet that is filtered by: any of its values will do."""
    return {
        name: Query.term_set_query(schema, "facets", [f"{name}={value}" for value in values])
        for name, values in filters.items()
        if values
    }


def where(
    schema: Any, match: Any, areas: tuple[str, ...] | None, filters: Mapping[str, Any]
) -> Any:
    """Return `match` narrowed by areas and filters, which do not touch the score."""
    narrowing = list(filters.values())
    if areas is not None:
        narrowing.append(Query.term_set_query(schema, "areas", [*areas, EVERYWHERE]))
    clauses = [(Occur.Must, Query.boost_query(query, 0.0)) for query in narrowing]
    return Query.boolean_query([(Occur.Must, match), *clauses])
