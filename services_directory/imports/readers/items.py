"""One item of a list as records, whatever it is."""

from collections.abc import Callable
from typing import Any

from services_directory.imports.cleaning.fields import as_key, digest
from services_directory.imports.cleaning.organizations import organization
from services_directory.imports.cleaning.split import split
from services_directory.imports.cleaning.taxonomies import taxonomy, taxonomy_term
from services_directory.imports.readers.texts import is_too_deep
from services_directory.imports.records import Json, Record

NO_OBJECT = "It is no object with fields."
TOO_DEEP = "Its data is nested too deep."
Convert = Callable[[Json, tuple[str, ...]], list[Record]]


def records(kind: str, item: Any, convert: Convert, notes: tuple[str, ...] = ()) -> list[Record]:
    """Return the records of an item; one that is no object, or a trap, is refused."""
    if is_too_deep(item):  # first: all else would climb down into it
        key = as_key(item.get("id")) if isinstance(item, dict) else ""
        return [Record(kind, key or f"{kind}/too-deep", {}, refusal=TOO_DEEP)]
    if not isinstance(item, dict):
        return [Record(kind, f"{kind}/{digest(str(item)[:1000])}", {}, refusal=NO_OBJECT)]
    return convert(item, notes)


def service(raw: Json, notes: tuple[str, ...] = ()) -> list[Record]:
    return split(raw, notes)


def body(raw: Json, notes: tuple[str, ...] = ()) -> list[Record]:
    return [organization(raw)]


def list_of_terms(raw: Json, notes: tuple[str, ...] = ()) -> list[Record]:
    """Return a taxonomy and the terms it holds."""
    whole = taxonomy(raw)
    rows = raw.get("taxonomy_terms")
    within = {"taxonomy_id": whole.their_key, "taxonomy": whole.data.get("name")}
    terms = [each for each in rows if isinstance(each, dict)] if isinstance(rows, list) else []
    return [whole, *(taxonomy_term(each | within)[0] for each in terms)]


def term(raw: Json, notes: tuple[str, ...] = ()) -> list[Record]:
    """Return a term, after its taxonomy as far as the term tells of it."""
    made, taxonomy_of = taxonomy_term(raw)
    return [taxonomy_of, made]
