"""An entry as plain JSON values by fact, and what lies between two such states."""

import hashlib
import json
from collections.abc import Iterable, Mapping
from typing import Any

from django.db import models
from django.db.models import prefetch_related_objects

from services_directory.assurance.proposals.facts import FIELDS, ORDER, PARTS, TERMS, PartKind
from services_directory.models import Service
from services_directory.models.base import Part

State = dict[str, Any]


def state_of(service: Service) -> State:
    """Return every fact that can be proposed; rows as lists of mappings with their `id`.

    Terms are lists of their keys. Fetch the service `with_everything()`, or each kind of row costs
    a query.
    """
    state: State = {name: plain(service, name) for name in FIELDS}
    for name, kind in PARTS.items():
        rows = () if service._state.adding else getattr(service, name).all()
        state[name] = [row_of(part, kind) for part in rows]
    return {**state, **terms_of(service)}


def terms_of(service: Service) -> State:
    """Return the keys of the terms by which people search, in a list for each facet."""
    found: State = {facet: [] for facet in TERMS}
    attributes = [] if service._state.adding else list(service.attributes.all())
    prefetch_related_objects(attributes, "taxonomy_term__taxonomy")
    for term in sorted((each.taxonomy_term for each in attributes), key=lambda t: t.sort_order):
        if term.taxonomy.key in TERMS:
            found[term.taxonomy.key].append(str(term.pk))
    return found


def row_of(part: Part, kind: PartKind) -> State:
    """Return one row with its id."""
    return {"id": str(part.pk), **{name: plain(part, name) for name in kind.facts}}


def blank_row(kind: PartKind) -> State:
    """Return a row as the model starts one, without an id."""
    return {**row_of(kind.model(), kind), "id": ""}


def plain(thing: models.Model, name: str) -> Any:
    """Return one value as JSON has it: dates, times, amounts and keys as text."""
    field = thing._meta.get_field(name)
    value = getattr(thing, field.attname)  # type: ignore[union-attr]
    if value is None or isinstance(value, bool | int | str):
        return str(value) if isinstance(value, str) else value
    if isinstance(field, models.DecimalField):
        return f"{value:.{field.decimal_places}f}"
    return value.isoformat() if hasattr(value, "isoformat") else str(value)


def same(name: str, one: Any, other: Any) -> bool:
    """Say whether two values of a fact say the same. The keys of rows say nothing."""
    if name in TERMS:
        return set(one or ()) == set(other or ())
    if name in PARTS:
        return _without_ids(one) == _without_ids(other)
    return bool(one == other)


def changed(before: Mapping[str, Any], after: Mapping[str, Any]) -> list[str]:
    """Return the names of the facts of `after` that say something else in `before`, in order."""
    return [
        name for name in ORDER if name in after and not same(name, before.get(name), after[name])
    ]


def only(state: Mapping[str, Any], names: Iterable[str]) -> State:
    """Return these facts of a state; a fact it does not have is None."""
    return {name: state.get(name) for name in names}


def digest(*values: Any) -> str:
    """Return a short text that changes when any of the values does."""
    text = json.dumps(values, sort_keys=True, default=str)
    return hashlib.sha256(text.encode()).hexdigest()[:32]


def _without_ids(rows: Any) -> list[State]:
    return [{key: value for key, value in row.items() if key != "id"} for row in rows or ()]
