"""A Request as Elasticsearch queries and aggregations."""

from collections.abc import Mapping
from typing import Any

from elasticsearch.dsl import A, Q

from search.engines.protocol import FIELDS
from search.understanding.request import EVERYWHERE, Alternative, Request

MOST_FACET_VALUES = 1000
Filters = Mapping[str, tuple[str, ...]]


def matching(request: Request) -> Any:
    """Return the query for words and areas: terms by OR, the best alternative of each counts."""
    terms = [
        Q("dis_max", queries=[_alternative(way) for way in term.alternatives])
        for term in request.terms
    ]
    where = []
    if request.areas is not None:
        where = [Q("terms", areas=[*request.areas, EVERYWHERE])]
    if not terms:
        return Q("bool", must=[Q("match_all")], filter=where)
    return Q("bool", should=terms, minimum_should_match=1, filter=where)


def _alternative(way: Alternative) -> Any:
    kind = "match" if len(way.words) == 1 else "match_phrase"
    text = " ".join(way.words)
    return Q(
        "bool",
        should=[
            Q(kind, **{field: {"query": text, "boost": weight * way.weight}})
            for field, weight in FIELDS.items()
        ],
    )


def narrowing(filters: Filters) -> Any:
    """Return the filter for facets: any value of each facet, and every facet."""
    return Q(
        "bool",
        filter=[
            Q("terms", facets=[f"{name}={value}" for value in values])
            for name, values in filters.items()
            if values
        ],
    )


def aggregations(filters: Filters) -> dict[str, Any]:
    """Return counts under all filters, and for each filtered facet under the others."""
    found = {"all": _counting(filters)}
    for position, name in enumerate(filters):
        others = {other: values for other, values in filters.items() if other != name}
        found[f"but_{position}"] = _counting(others)
    return found


def _counting(filters: Filters) -> Any:
    aggregation = A("filter", narrowing(filters))
    aggregation.bucket("values", "terms", field="facets", size=MOST_FACET_VALUES)
    return aggregation
